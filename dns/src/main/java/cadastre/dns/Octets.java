package cadastre.dns;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Strings whose characters are octets: reading them from a token and writing them in quotes.
///
/// @rfc 1035 section 5.1
/// @rfc 4343 section 2.1
final class Octets {
    private Octets() {}

    /// {@return the octets of a word or a quoted string; characters beyond ASCII stand for their UTF-8}
    static String read(Token token) throws PresentationException {
        String raw = token.raw();
        StringBuilder octets = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            if (c == '\\') {
                i = readEscape(token, i, octets);
            } else if (c == '"') {
                throw token.wrongAt(i, "a quote inside a word; write \\\", or put the whole word in quotes");
            } else if (c < 128) {
                octets.append(c);
                i++;
            } else {
                i = readUnicode(token, i, octets);
            }
        }
        return octets.toString();
    }

    private static int readUnicode(Token token, int i, StringBuilder octets) throws PresentationException {
        int point = token.raw().codePointAt(i);
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            throw token.wrongAt(i, "half a character (an unpaired surrogate); write octets as \\DDD");
        }
        octets.append(Txt.octets(Character.toString(point)));
        return i + Character.charCount(point);
    }

    private static int readEscape(Token token, int i, StringBuilder octets) throws PresentationException {
        String raw = token.raw();
        if (i + 1 >= raw.length()) {
            throw token.wrongAt(i, "a backslash ends the text; write \\\\ for a backslash");
        }
        char next = raw.charAt(i + 1);
        if (next < '0' || next > '9') {
            if (next > 127) {
                throw token.wrongAt(i, "a backslash before a character that is not ASCII; remove the backslash");
            }
            octets.append(next);
            return i + 2;
        }
        int octet = octet(raw, i + 1);
        if (octet < 0) {
            throw token.wrongAt(i, "\\ before a digit needs three digits from 000 to 255, as in \\032");
        }
        octets.append((char) octet);
        return i + 4;
    }

    /// {@return the number of the three digits at `start`; -1 if they are not three or more than 255}
    static int octet(String text, int start) {
        if (start + 3 > text.length() || !Shapes.isDigits(text.substring(start, start + 3))) {
            return -1;
        }
        int octet = Integer.parseInt(text.substring(start, start + 3));
        return octet > 255 ? -1 : octet;
    }

    /// {@return the octets as bytes}
    static byte[] bytes(String octets) {
        return octets.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// {@return bytes as characters of 0 to 255}
    static String string(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// {@return `octets` in quotes, with `\"`, `\\` and `\DDD` for what is not printable ASCII}
    static String quoted(String octets) {
        StringBuilder text = new StringBuilder(octets.length() + 2).append('"');
        for (int i = 0; i < octets.length(); i++) {
            char c = octets.charAt(i);
            if (c < ' ' || c > '~') {
                text.append('\\').append(decimal(c));
            } else {
                text.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return text.append('"').toString();
    }

    /// {@return the three digits of an octet}
    static String decimal(char octet) {
        return "" + octet / 100 + octet / 10 % 10 + octet % 10;
    }

    /// RDATA in wire format, read from its start; the place is that of its hexadecimal text.
    static final class Wire implements Row.Source {
        private final byte[] octets;
        private final Token place;
        private int at;

        Wire(byte[] octets, Token place) {
            this.octets = octets;
            this.place = place;
        }

        @Override
        public <T> T next(Field<?, T> field) throws PresentationException {
            return field.shape().decode(field.name(), this);
        }

        int remaining() {
            return octets.length - at;
        }

        long number(int length, String field) throws PresentationException {
            require(length, field);
            long number = 0;
            for (int i = 0; i < length; i++) {
                number = (number << 8) | (octets[at++] & 0xff);
            }
            return number;
        }

        String octets(int length, String field) throws PresentationException {
            require(length, field);
            at += length;
            return new String(octets, at - length, length, StandardCharsets.ISO_8859_1);
        }

        String hex(int length, String field) throws PresentationException {
            require(length, field);
            at += length;
            return HexFormat.of().formatHex(octets, at - length, at);
        }

        Name name(String field) throws PresentationException {
            List<String> labels = new ArrayList<>();
            while (true) {
                int length = (int) number(1, field);
                if (length == 0) {
                    break;
                }
                if (length > Labels.LONGEST_LABEL) {
                    throw wrong(field + ": names are not compressed in the generic form; write every label");
                }
                labels.add(octets(length, field));
            }
            if (Labels.wireLength(labels) > Labels.LONGEST_NAME) {
                throw wrong(field + ": a name has at most 255 octets");
            }
            return Name.ofLabels(labels);
        }

        private void require(int length, String field) throws PresentationException {
            if (length > remaining()) {
                throw wrong("the octets end before " + field + " does; more hexadecimal digits are needed");
            }
        }

        PresentationException wrong(String message) {
            return place.wrong(message);
        }
    }
}
