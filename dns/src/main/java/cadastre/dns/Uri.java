package cadastre.dns;

/// Where the service that the owner name says is to be found, as a URI.
///
/// @rfc 7553 section 4
/// @param priority 0 to 65535; the lowest is tried first
/// @param weight   0 to 65535; the share among equal priorities
/// @param target   octets, each a character of 0 to 255; at most 65278 of them
public record Uri(int priority, int weight, String target) implements Rdata {
    /// @throws IllegalArgumentException if a field is out of its range
    public Uri {
        Shapes.requireU16(priority, "priority");
        Shapes.requireU16(weight, "weight");
        Shapes.requireOctets(target, Shapes.LONGEST_TEXT, "target");
    }
}
