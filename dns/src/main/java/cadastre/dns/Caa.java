package cadastre.dns;

/// Which certification authorities may issue for the owner name.
///
/// @rfc 8659 section 4.1
/// @param flags 0 to 255; 128 is "issuer critical"
/// @param tag   1 to 255 letters and digits, held in lower case because case does not matter
/// @param value octets, each a character of 0 to 255; at most 65278 of them, may be none
public record Caa(int flags, String tag, String value) implements Rdata {
    /// The flag "issuer critical": who does not understand the tag must not issue.
    public static final int ISSUER_CRITICAL = 128;

    /// @throws IllegalArgumentException if a field is out of its range
    public Caa {
        Shapes.requireU8(flags, "flags");
        tag = Shapes.requireTag(tag, "tag");
        Shapes.requireOctets(value, Shapes.LONGEST_TEXT, "value");
    }

    /// {@return whether the flag "issuer critical" is set}
    public boolean isCritical() {
        return (flags & ISSUER_CRITICAL) != 0;
    }
}
