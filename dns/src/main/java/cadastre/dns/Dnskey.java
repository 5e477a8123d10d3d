package cadastre.dns;

/// A public key with which the zone is signed.
///
/// @rfc 4034 section 2
/// @param flags     0 to 65535
/// @param protocol  0 to 255, 3 for DNSSEC
/// @param algorithm 0 to 255
/// @param key       base64, held with its padding; at least one octet
public record Dnskey(int flags, int protocol, int algorithm, String key) implements Rdata {
    /// @throws IllegalArgumentException if a field is out of its range
    public Dnskey {
        Shapes.requireU16(flags, "flags");
        Shapes.requireU8(protocol, "protocol");
        Shapes.requireU8(algorithm, "algorithm");
        key = Shapes.requireBase64(key, "key");
    }
}
