package cadastre.dns;

/// An OpenPGP public key of the mailbox that the owner name says.
///
/// @rfc 7929 section 2
/// @param key base64 of at least one octet, held with its padding
public record Openpgpkey(String key) implements Rdata {
    /// @throws IllegalArgumentException if it is no base64
    public Openpgpkey {
        key = Shapes.requireBase64(key, "key");
    }
}
