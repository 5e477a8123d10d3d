package cadastre.dns;

import java.util.List;

/// Which hosts may send mail for the owner name, in the type that was given up for [Txt].
///
/// @rfc 7208 section 14.1
/// @param strings as those of [Txt]
public record Spf(List<String> strings) implements Rdata {
    /// @throws IllegalArgumentException as for [Txt]
    public Spf {
        strings = Shapes.requireStrings(strings, "text");
    }

    /// {@return the strings one after the other; each character is an octet}
    public String joined() {
        return String.join("", strings);
    }
}
