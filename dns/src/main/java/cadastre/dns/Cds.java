package cadastre.dns;

/// The [Ds] that the child zone wants its parent to have. Algorithm 0 with the digest `00` asks to have none.
///
/// @rfc 7344 section 3.1
/// @param keyTag     0 to 65535
/// @param algorithm  the key's, 0 to 255
/// @param digestType how the digest was made, 0 to 255
/// @param digest     an even number of hexadecimal digits, at least two, held in lower case and presented in
///                   upper
public record Cds(int keyTag, int algorithm, int digestType, String digest) implements Rdata {
    /// @throws IllegalArgumentException if a field is out of its range
    public Cds {
        Shapes.requireU16(keyTag, "key tag");
        Shapes.requireU8(algorithm, "algorithm");
        Shapes.requireU8(digestType, "digest type");
        digest = Shapes.requireHex(digest, "digest");
    }
}
