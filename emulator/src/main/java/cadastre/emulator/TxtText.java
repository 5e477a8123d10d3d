package cadastre.emulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The text of a TXT value as LiveDNS answers it: one or more strings in quotes, a blank between them, at most
/// 255 octets each.
///
/// What comes in is one of two things. A value that begins with a quote is read like a master file. Any other
/// value is one text as a whole, with its blanks and semicolons; it is quoted, and split where it is too long. In
/// both, `\"`, `\\` and `\DDD` are escapes.
///
/// @rfc 1035 section 5.1
final class TxtText {
    private static final int LONGEST_STRING = 255;

    private final String value;
    private int at;

    private TxtText(String value) {
        this.value = value;
    }

    /// {@return the value as it is answered, or nothing if its quotes or escapes are wrong}
    static Optional<String> normalised(String value) {
        String stripped = value.strip();
        Optional<List<byte[]>> strings =
                stripped.startsWith("\"") ? new TxtText(stripped).quotedStrings() : new TxtText(value).bare();
        return strings.map(all -> all.stream()
                .flatMap(string -> pieces(string).stream())
                .map(TxtText::quoted)
                .collect(Collectors.joining(" ")));
    }

    private Optional<List<byte[]>> bare() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        while (at < value.length()) {
            if (!octet(octets)) {
                return Optional.empty();
            }
        }
        return Optional.of(List.of(octets.toByteArray()));
    }

    private Optional<List<byte[]>> quotedStrings() {
        List<byte[]> strings = new ArrayList<>();
        while (at < value.length()) {
            char c = value.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            }
            boolean inQuotes = c == '"';
            if (inQuotes) {
                at++;
            }
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            while (at < value.length() && !ends(inQuotes)) {
                if (!octet(octets)) {
                    return Optional.empty();
                }
            }
            if (inQuotes && at++ >= value.length()) {
                return Optional.empty();
            }
            strings.add(octets.toByteArray());
        }
        return Optional.of(strings);
    }

    private boolean ends(boolean inQuotes) {
        char c = value.charAt(at);
        return c == '"' || (!inQuotes && Character.isWhitespace(c));
    }

    /// Reads one character or escape; false if the escape is wrong.
    private boolean octet(ByteArrayOutputStream octets) {
        if (value.charAt(at) != '\\') {
            int character = value.codePointAt(at);
            at += Character.charCount(character);
            octets.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
            return true;
        }
        if (at + 1 >= value.length()) {
            return false;
        }
        char next = value.charAt(at + 1);
        if (next < '0' || next > '9') {
            at += 1;
            int character = value.codePointAt(at);
            at += Character.charCount(character);
            octets.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
            return true;
        }
        if (at + 4 > value.length() || !value.substring(at + 1, at + 4).matches("\\d{3}")) {
            return false;
        }
        int code = Integer.parseInt(value.substring(at + 1, at + 4));
        at += 4;
        octets.write(code);
        return code <= 255;
    }

    private static List<byte[]> pieces(byte[] string) {
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from == 0 || from < string.length; from += LONGEST_STRING) {
            int to = Math.min(from + LONGEST_STRING, string.length);
            byte[] piece = new byte[to - from];
            System.arraycopy(string, from, piece, 0, piece.length);
            pieces.add(piece);
        }
        return pieces;
    }

    private static String quoted(byte[] string) {
        StringBuilder text = new StringBuilder("\"");
        for (byte octet : string) {
            int code = octet & 0xff;
            if (code == '"' || code == '\\') {
                text.append('\\').append((char) code);
            } else if (code < ' ' || code > '~') {
                text.append(String.format("\\%03d", code));
            } else {
                text.append((char) code);
            }
        }
        return text.append('"').toString();
    }
}
