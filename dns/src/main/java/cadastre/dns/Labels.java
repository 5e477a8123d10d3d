package cadastre.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The labels of names: reading, writing and comparing them. A label is a string whose characters are octets
/// (0 to 255).
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
        List<String> labels = new ArrayList<>();
        boolean absolute = false;
        int i = 0;
        while (i < text.length()) {
            int end = labelEnd(text, i);
            labels.add(readLabel(text, i, end));
            absolute = end == text.length() - 1;
            i = end + 1;
        }
        requireLength(labels);
        return new Written(List.copyOf(labels), absolute);
    }

    /// {@return the index of the dot that ends the label at `start`, or the length of the text}
    private static int labelEnd(String text, int start) {
        int i = start;
        while (i < text.length() && !isDot(text.charAt(i))) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length());
    }

    /// UTS 46 takes three other characters for dots.
    private static boolean isDot(char c) {
        return c == '.' || c == '\u3002' || c == '\uff0e' || c == '\uff61';
    }

    private static String readLabel(String text, int start, int end) throws PresentationException {
        String written = text.substring(start, end);
        int escape = written.indexOf('\\');
        String label;
        if (!isAscii(written)) {
            if (escape >= 0) {
                throw new PresentationException(
                        "an escape in a label that is not ASCII; write the label in ASCII", 1, start + escape + 1);
            }
            label = Idn.aLabel(written, start + 1);
        } else {
            label = escape < 0 ? written : unescaped(written, start);
        }
        if (label.isEmpty()) {
            throw new PresentationException(
                    "a label is empty (two dots in a row, or a dot at the start)", 1, start + 1);
        }
        if (label.length() > LONGEST_LABEL) {
            throw new PresentationException(
                    "a label has " + label.length() + " octets, at most " + LONGEST_LABEL + " are allowed",
                    1,
                    start + 1);
        }
        return label;
    }

    /// {@return the octets of `written`, which starts at `start`}
    private static String unescaped(String written, int start) throws PresentationException {
        StringBuilder label = new StringBuilder();
        int i = 0;
        while (i < written.length()) {
            char c = written.charAt(i);
            if (c != '\\') {
                label.append(c);
                i++;
                continue;
            }
            int column = start + i + 1;
            if (i + 1 >= written.length()) {
                throw new PresentationException("a backslash ends the name", 1, column);
            }
            char next = written.charAt(i + 1);
            if (next < '0' || next > '9') {
                label.append(next);
                i += 2;
                continue;
            }
            int octet = Octets.octet(written, i + 1);
            if (octet < 0) {
                throw new PresentationException(
                        "\\ before a digit needs three digits from 000 to 255, as in \\032", 1, column);
            }
            label.append((char) octet);
            i += 4;
        }
        return label.toString();
    }

    static void requireLength(List<String> labels) throws PresentationException {
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
            text.append('\\').append(Octets.decimal(c));
        } else {
            if (".\\\"();@$".indexOf(c) >= 0) {
                text.append('\\');
            }
            text.append(c);
        }
    }

    /// {@return `label` with A to Z lower-cased and every other octet as it is}
    static String lower(String label) {
        if (!hasUpper(label)) {
            return label;
        }
        StringBuilder lower = new StringBuilder(label);
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (isUpper(c)) {
                lower.setCharAt(i, (char) (c + 'a' - 'A'));
            }
        }
        return lower.toString();
    }

    /// {@return `labels` with A to Z lower-cased; the same list if there are none}
    static List<String> lower(List<String> labels) {
        for (String label : labels) {
            if (hasUpper(label)) {
                return labels.stream().map(Labels::lower).toList();
            }
        }
        return labels;
    }

    private static boolean hasUpper(String label) {
        for (int i = 0; i < label.length(); i++) {
            if (isUpper(label.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
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

    /// {@return `labels` in presentation format with A-labels as Unicode}
    static String unicode(List<String> labels) {
        return labels.stream()
                .map(label -> lower(label).startsWith("xn--") ? Idn.uLabel(label) : write(List.of(label)))
                .collect(Collectors.joining("."));
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
