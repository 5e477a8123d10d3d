package cadastre.dns;

/// A public key of the owner name, today only for transaction signatures (SIG(0)).
///
/// @rfc 2535 section 3
/// @param flags     0 to 65535
/// @param protocol  0 to 255, 3 for DNSSEC
/// @param algorithm 0 to 255
/// @param key       base64, held with its padding; may be empty, where the flags say that there is none
public record Key(int flags, int protocol, int algorithm, String key) implements Rdata {
    /// @throws IllegalArgumentException if a field is out of its range
    public Key {
        Shapes.requireU16(flags, "flags");
        Shapes.requireU8(protocol, "protocol");
        Shapes.requireU8(algorithm, "algorithm");
        key = Shapes.requireBase64OrNone(key, "key");
    }
}
