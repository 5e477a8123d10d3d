package cadastre.dns;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The labels of names: reading, writing and comparing them. A label is a string whose characters are octets (0 to
/// 255).
///
/// @rfc 1035 section 5.1
/// @rfc 4343 section 3
final class Labels {
    static final int LONGEST_LABEL = 63;
    static final int LONGEST_NAME = 255;

    private Labels() {}

    /// The labels of a text, and whether it ended in a dot.
    record Written(List<String> labels, boolean absolute) {}

    /// Reads `text`; the root is no label and absolute.
    static Written read(String text) throws PresentationException {
        if (text.isEmpty()) {
            throw new PresentationException("a name is empty; write @ for the apex", 1, 1);
        }
        if (text.equals(".")) {
            return new Written(List.of(), true);
        }
        String ascii = isAscii(text) ? text : Idn.toAscii(text);
        List<String> labels = new ArrayList<>();
        StringBuilder label = new StringBuilder();
        boolean absolute = false;
        int i = 0;
        while (i < ascii.length()) {
            char c = ascii.charAt(i);
            if (c == '.') {
                labels.add(checked(label, i + 1));
                label.setLength(0);
                absolute = i == ascii.length() - 1;
                i++;
            } else if (c == '\\') {
                i = readEscape(ascii, i, label);
            } else {
                label.append(c);
                i++;
            }
        }
        if (!absolute) {
            labels.add(checked(label, ascii.length()));
        }
        requireLength(labels);
        return new Written(List.copyOf(labels), absolute);
    }

    /// Reads the escape at `i` into `label`. {@return the index after it}
    private static int readEscape(String text, int i, StringBuilder label) throws PresentationException {
        if (i + 1 >= text.length()) {
            throw new PresentationException("a backslash ends the name", 1, i + 1);
        }
        char next = text.charAt(i + 1);
        if (next < '0' || next > '9') {
            label.append(next);
            return i + 2;
        }
        if (i + 3 >= text.length() || !isDigit(text.charAt(i + 2)) || !isDigit(text.charAt(i + 3))) {
            throw new PresentationException("\\ before a digit needs three digits, as in \\032", 1, i + 1);
        }
        int octet = Integer.parseInt(text.substring(i + 1, i + 4));
        if (octet > 255) {
            throw new PresentationException("\\" + octet + " is no octet: 000 to 255", 1, i + 1);
        }
        label.append((char) octet);
        return i + 4;
    }

    private static String checked(StringBuilder label, int column) throws PresentationException {
        if (label.isEmpty()) {
            throw new PresentationException("a label is empty (two dots in a row, or a dot at the start)", 1, column);
        }
        if (label.length() > LONGEST_LABEL) {
            throw new PresentationException(
                    "a label has " + label.length() + " octets, at most " + LONGEST_LABEL + " are allowed", 1, column);
        }
        return label.toString();
    }

    private static void requireLength(List<String> labels) throws PresentationException {
        int length = wireLength(labels);
        if (length > LONGEST_NAME) {
            throw new PresentationException(
                    "a name has " + length + " octets, at most " + LONGEST_NAME + " are allowed", 1, 1);
        }
    }

    /// {@return the length of the wire form, the root's octet included}
    static int wireLength(List<String> labels) {
        int length = 1;
        for (String label : labels) {
            length += 1 + label.length();
        }
        return length;
    }

    /// {@return `labels` in presentation format, dots between them and none at the end}
    static String write(List<String> labels) {
        StringBuilder text = new StringBuilder();
        for (String label : labels) {
            if (!text.isEmpty()) {
                text.append('.');
            }
            for (int i = 0; i < label.length(); i++) {
                writeOctet(label.charAt(i), text);
            }
        }
        return text.toString();
    }

    private static void writeOctet(char c, StringBuilder text) {
        if (c <= ' ' || c > '~') {
            text.append('\\').append(String.format(Locale.ROOT, "%03d", (int) c));
        } else {
            if (".\\\"();@$".indexOf(c) >= 0) {
                text.append('\\');
            }
            text.append(c);
        }
    }

    /// {@return `label` with A to Z lower-cased and every other octet as it is}
    static String lower(String label) {
        StringBuilder lower = null;
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                if (lower == null) {
                    lower = new StringBuilder(label);
                }
                lower.setCharAt(i, (char) (c + 32));
            }
        }
        return lower == null ? label : lower.toString();
    }

    static List<String> lower(List<String> labels) {
        return labels.stream().map(Labels::lower).toList();
    }

    /// Canonical order: from the right-most label, octet by octet.
    ///
    /// @rfc 4034 section 6.1
    static int compare(List<String> lowerA, List<String> lowerB) {
        int a = lowerA.size();
        int b = lowerB.size();
        while (a > 0 && b > 0) {
            int order = lowerA.get(--a).compareTo(lowerB.get(--b));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a, b);
    }

    static String unicode(List<String> labels) {
        String written = write(labels);
        return Labels.lower(written).contains("xn--") ? Idn.toUnicode(written) : written;
    }

    static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
