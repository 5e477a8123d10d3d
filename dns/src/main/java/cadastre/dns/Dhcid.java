package cadastre.dns;

/// A digest of the DHCP client that holds the owner name.
///
/// @rfc 4701 section 3
/// @param digest base64 of at least one octet, held with its padding
public record Dhcid(String digest) implements Rdata {
    /// @throws IllegalArgumentException if it is no base64
    public Dhcid {
        digest = Shapes.requireBase64(digest, "digest");
    }
}
