package cadastre.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Texts as programs read them: JSON strings, octets as characters.
final class Texts {
    private Texts() {}

    /// {@return octets as the text in UTF-8 that they are; those that are none, each as one character}
    static String ofOctets(String octets) {
        byte[] bytes = octets.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return octets;
        }
    }

    /// {@return whether octets are text in UTF-8}
    static boolean isText(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).indexOf('\ufffd') < 0;
    }

    /// {@return a JSON string; what has a meaning in HTML is escaped, as Go does it}
    static String json(String text) {
        return json(text, "<>&\u2028\u2029");
    }

    /// {@return a JSON string; what has a meaning in HTML stands for itself}
    static String plainJson(String text) {
        return json(text, "\u2028\u2029");
    }

    private static String json(String text, String escaped) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < ' ' || escaped.indexOf(c) >= 0) {
                        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"').toString();
    }
}
