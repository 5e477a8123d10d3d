package cadastre.dns;

import static java.util.Objects.requireNonNull;

/// A rule that rewrites the owner name into a URI or another name.
///
/// @rfc 3403 section 4.1
/// @param order       0 to 65535; the lowest is looked at first
/// @param preference  0 to 65535; the lowest is tried first within an order
/// @param flags       at most 255 octets, each a character of 0 to 255; may be empty
/// @param services    likewise
/// @param regexp      likewise
/// @param replacement a name; the root where there is a regular expression
public record Naptr(int order, int preference, String flags, String services, String regexp, Name replacement)
        implements Rdata {
    /// @throws IllegalArgumentException if a field is out of its range
    public Naptr {
        Shapes.requireU16(order, "order");
        Shapes.requireU16(preference, "preference");
        Shapes.requireOctets(flags, Shapes.LONGEST_STRING, "flags");
        Shapes.requireOctets(services, Shapes.LONGEST_STRING, "services");
        Shapes.requireOctets(regexp, Shapes.LONGEST_STRING, "regexp");
        requireNonNull(replacement, "replacement is null");
    }
}
