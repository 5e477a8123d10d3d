package cadastre.console;

import java.nio.charset.StandardCharsets;

/// Character strings between how zone files write them and how people do: without quotation marks and escapes. Pure.
///
/// @rfc 1035 section 5.1
final class CharacterStrings {
    private CharacterStrings() {}

    /// {@return the text of one or several quoted strings, joined; octets that are UTF-8 are read as such}
    static String plain(String written) {
        java.io.ByteArrayOutputStream octets = new java.io.ByteArrayOutputStream();
        boolean quoted = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && i + 3 < written.length() && Character.isDigit(written.charAt(i + 1))) {
                octets.write(Integer.parseInt(written.substring(i + 1, i + 4)));
                i += 3;
            } else if (c == '\\' && i + 1 < written.length()) {
                octets.write(written.charAt(++i));
            } else if (quoted || c != ' ') {
                octets.write(c);
            }
        }
        return octets.toString(StandardCharsets.UTF_8);
    }

    /// {@return the text as one quoted string}
    static String quoted(String text) {
        return written(text, Integer.MAX_VALUE);
    }

    /// {@return the text as quoted strings of at most that many octets; already written ones stay as they are}
    static String written(String text, int longest) {
        String stripped = text.strip();
        if (stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"")) {
            return stripped;
        }
        byte[] octets = text.replaceAll("[\\r\\n]+", "").getBytes(StandardCharsets.UTF_8);
        StringBuilder written = new StringBuilder("\"");
        int length = 0;
        for (byte octet : octets) {
            if (length == longest) {
                written.append("\" \"");
                length = 0;
            }
            int value = Byte.toUnsignedInt(octet);
            if (value == '"' || value == '\\') {
                written.append('\\').append((char) value);
            } else if (value < ' ' || value > '~') {
                written.append('\\').append(String.format(java.util.Locale.ROOT, "%03d", value));
            } else {
                written.append((char) value);
            }
            length++;
        }
        return written.append('"').toString();
    }
}
