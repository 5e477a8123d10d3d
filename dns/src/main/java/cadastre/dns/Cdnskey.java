package cadastre.dns;

/// The [Dnskey] for which the child zone wants its parent to have a [Ds]. Algorithm 0 with the key `AA==` asks
/// to have none.
///
/// @rfc 7344 section 3.2
/// @param flags     0 to 65535
/// @param protocol  0 to 255, 3 for DNSSEC
/// @param algorithm 0 to 255
/// @param key       base64, held with its padding; at least one octet
public record Cdnskey(int flags, int protocol, int algorithm, String key) implements Rdata {
    /// @throws IllegalArgumentException if a field is out of its range
    public Cdnskey {
        Shapes.requireU16(flags, "flags");
        Shapes.requireU8(protocol, "protocol");
        Shapes.requireU8(algorithm, "algorithm");
        key = Shapes.requireBase64(key, "key");
    }
}
