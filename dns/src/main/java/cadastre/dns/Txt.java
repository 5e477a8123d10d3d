package cadastre.dns;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Text at the owner name, as one or more strings of octets.
///
/// Most readers join the strings without anything between them (RFC 7208 section 3.3), yet `"ab"` and `"a"
/// "b"` are different RDATA.
///
/// @rfc 1035 section 3.3.14
/// @param strings at least one, each of at most 255 octets; a character is an octet (0 to 255)
public record Txt(List<String> strings) implements Rdata {
    /// @throws IllegalArgumentException if there is no string, one is too long or holds a character beyond
    /// 255, or all together have more than 65535 octets on the wire
    public Txt {
        strings = Shapes.requireStrings(strings, "text");
    }

    /// {@return the RDATA for a text of any length, cut into strings of 255 octets; one empty string if it is
    /// empty}
    ///
    /// @param octets characters of 0 to 255; see [#octets] for text that has others
    /// @throws IllegalArgumentException as for the constructor
    public static Txt ofText(String octets) {
        List<String> strings = new ArrayList<>();
        int start = 0;
        do {
            int end = Math.min(octets.length(), start + Shapes.LONGEST_STRING);
            strings.add(octets.substring(start, end));
            start = end;
        } while (start < octets.length());
        return new Txt(strings);
    }

    /// {@return the UTF-8 octets of `text`, each as one character of 0 to 255}
    public static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /// {@return the strings one after the other; each character is an octet}
    public String joined() {
        return String.join("", strings);
    }
}
