package cadastre.language;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads the JSON of credentials: an object of objects of strings, with comments and trailing commas.
///
/// Works on octets, so that its messages name the octets that Go's reader names: characters of `text` are
/// octets.
final class CredsJson {
    private static final int DEEPEST = 200;
    private static final String ROOT_TYPE = "map[string]map[string]string";
    private static final String ENTRY_TYPE = "map[string]string";

    private final String text;
    private int at;
    private Optional<Wrong> wrongType = Optional.empty();

    private CredsJson(byte[] octets) {
        this.text = withoutComments(new String(octets, StandardCharsets.ISO_8859_1));
    }

    /// Text that is no JSON, or JSON of another shape.
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;
        private final int column;

        Wrong(String message, String text, int offset) {
            super(message);
            int end = Math.min(offset, text.length());
            this.line = 1
                    + (int) text.substring(0, end)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            this.column = end - text.lastIndexOf('\n', end - 1);
        }

        int line() {
            return line;
        }

        int column() {
            return column;
        }
    }

    /// {@return the entries in the order of their first mention; of equal names the last one's fields}
    ///
    /// @throws Wrong with the text of Go's JSON reader
    static Map<String, Map<String, String>> read(byte[] octets) throws Wrong {
        CredsJson reader = new CredsJson(octets);
        Map<String, Map<String, String>> entries = reader.root();
        if (reader.wrongType.isPresent()) {
            throw reader.wrongType.get();
        }
        return entries;
    }

    /// {@return `octets` with an entry more, all else as it is written, comments too}
    ///
    /// @param octets an object of entries
    /// @param entry  its JSON, without a line end
    static byte[] added(byte[] octets, String name, String entry) {
        String original = new String(octets, StandardCharsets.ISO_8859_1);
        String plain = new CredsJson(octets).text;
        int end = plain.substring(0, plain.lastIndexOf('}')).stripTrailing().length();
        StringBuilder member = new StringBuilder(plain.charAt(end - 1) == '{' ? "\n  " : ",\n  ");
        JsonOutput.quote(name, member);
        member.append(": ").append(entry);
        String rest = original.substring(end);
        String inserted = new String(member.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return (original.substring(0, end) + inserted + (rest.startsWith("}") ? "\n" : "") + rest)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /// {@return whether there is nothing but blanks and comments}
    static boolean isBlank(byte[] octets) {
        return new CredsJson(octets).text.isBlank();
    }

    // Comments and the commas before a closing bracket become blanks, so that places stay what they are.
    private static String withoutComments(String text) {
        StringBuilder out = new StringBuilder(text);
        int comma = -1;
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (c == '"') {
                i = endOfString(out, i);
                comma = -1;
            } else if (c == '/' && i + 1 < out.length() && (out.charAt(i + 1) == '/' || out.charAt(i + 1) == '*')) {
                i = blankComment(out, i);
            } else if (c == ',') {
                comma = i;
            } else if ((c == '}' || c == ']') && comma >= 0) {
                out.setCharAt(comma, ' ');
                comma = -1;
            } else if (c > ' ') {
                comma = -1;
            }
        }
        return out.toString();
    }

    private static int endOfString(StringBuilder text, int start) {
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != '"' && text.charAt(i) != '\n') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }

    private static int blankComment(StringBuilder text, int start) {
        boolean block = text.charAt(start + 1) == '*';
        int end = block ? text.indexOf("*/", start + 2) : text.indexOf("\n", start);
        int stop = end < 0 ? text.length() : block ? end + 2 : end;
        for (int i = start; i < stop; i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
        return stop - 1;
    }

    private Map<String, Map<String, String>> root() throws Wrong {
        skipBlanks();
        if (at >= text.length()) {
            throw new Wrong("EOF", text, at);
        }
        if (text.charAt(at) != '{') {
            int start = at;
            String kind = value(0);
            throw kind.equals("null")
                    ? new Wrong("null is no object of entries", text, start)
                    : mismatch(kind, ROOT_TYPE, start);
        }
        Map<String, Map<String, String>> entries = new LinkedHashMap<>();
        boolean more = open();
        while (more) {
            String name = key();
            entries.put(name, entry());
            more = next('}', "after object key:value pair");
            expectKey(more);
        }
        return entries;
    }

    private Map<String, String> entry() throws Wrong {
        Map<String, String> fields = new LinkedHashMap<>();
        int start = at;
        if (current() != '{') {
            note(value(1), ENTRY_TYPE, start);
            return fields;
        }
        boolean more = open();
        while (more) {
            String name = key();
            int valueStart = at;
            if (current() == '"') {
                fields.put(name, string());
            } else {
                note(value(2), "string", valueStart);
                fields.put(name, "");
            }
            more = next('}', "after object key:value pair");
            expectKey(more);
        }
        return fields;
    }

    private void note(String kind, String wanted, int offset) {
        if (!kind.equals("null") && wrongType.isEmpty()) {
            wrongType = Optional.of(mismatch(kind, wanted, offset));
        }
    }

    private Wrong mismatch(String kind, String wanted, int offset) {
        return new Wrong("json: cannot unmarshal " + kind + " into Go value of type " + wanted, text, offset);
    }

    /// Steps over `{`; true if a key follows.
    private boolean open() throws Wrong {
        at++;
        if (current() == '}') {
            at++;
            return false;
        }
        expectKey(true);
        return true;
    }

    private void expectKey(boolean more) throws Wrong {
        if (more && current() != '"') {
            throw invalid("looking for beginning of object key string");
        }
    }

    /// Reads a key and its colon, up to the value.
    private String key() throws Wrong {
        String key = string();
        if (current() != ':') {
            throw invalid("after object key");
        }
        at++;
        current();
        return key;
    }

    /// Steps over what follows a value: true after a comma, false after the closing bracket.
    private boolean next(char closing, String place) throws Wrong {
        char c = current();
        if (c != ',' && c != closing) {
            throw invalid(place);
        }
        at++;
        return c == ',';
    }

    /// Steps over any value and names its kind as Go does.
    private String value(int depth) throws Wrong {
        if (depth > DEEPEST) {
            throw new Wrong("exceeded max depth", text, at);
        }
        char c = current();
        return switch (c) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> {
                string();
                yield "string";
            }
            case 't' -> literal("true", "bool");
            case 'f' -> literal("false", "bool");
            case 'n' -> literal("null", "null");
            default -> {
                if (c != '-' && !isDigit(c)) {
                    throw invalid("looking for beginning of value");
                }
                number();
                yield "number";
            }
        };
    }

    private String object(int depth) throws Wrong {
        boolean more = open();
        while (more) {
            key();
            value(depth + 1);
            more = next('}', "after object key:value pair");
            expectKey(more);
        }
        return "object";
    }

    private String array(int depth) throws Wrong {
        at++;
        boolean more = current() != ']';
        if (!more) {
            at++;
        }
        while (more) {
            value(depth + 1);
            more = next(']', "after array element");
        }
        return "array";
    }

    private String literal(String word, String kind) throws Wrong {
        for (int i = 0; i < word.length(); i++) {
            if (octet() != word.charAt(i)) {
                throw invalid("in literal " + word + " (expecting " + GoText.quoteCharacter(word.charAt(i)) + ")");
            }
            at++;
        }
        return kind;
    }

    private void number() throws Wrong {
        if (octet() == '-') {
            at++;
        }
        if (!isDigit(octet())) {
            throw invalid("in numeric literal");
        }
        if (octet() == '0') {
            at++;
        } else {
            digits();
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            if (!isDigit(octet())) {
                throw invalid("after decimal point in numeric literal");
            }
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (octet() == '+' || octet() == '-') {
                at++;
            }
            if (!isDigit(octet())) {
                throw invalid("in exponent of numeric literal");
            }
            digits();
        }
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private String string() throws Wrong {
        StringBuilder out = new StringBuilder();
        StringBuilder octets = new StringBuilder();
        at++;
        for (char c = octet(); c != '"'; c = octet()) {
            if (c < ' ') {
                throw invalid("in string literal");
            }
            at++;
            if (c != '\\') {
                octets.append(c);
                continue;
            }
            flush(octets, out);
            out.append(escape());
        }
        at++;
        flush(octets, out);
        return out.toString();
    }

    private static void flush(StringBuilder octets, StringBuilder out) {
        out.append(new String(octets.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        octets.setLength(0);
    }

    private char escape() throws Wrong {
        char c = octet();
        char meant = switch (c) {
            case '"', '\\', '/', 'u' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw invalid("in string escape code");
        };
        at++;
        if (c != 'u') {
            return meant;
        }
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(octet(), 16);
            if (digit < 0) {
                throw invalid("in \\u hexadecimal character escape");
            }
            code = (code << 4) | digit;
            at++;
        }
        return (char) code;
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /// {@return the next octet that is no blank}
    private char current() throws Wrong {
        skipBlanks();
        return octet();
    }

    private char octet() throws Wrong {
        if (at >= text.length()) {
            throw new Wrong("unexpected EOF", text, at);
        }
        return text.charAt(at);
    }

    private Wrong invalid(String place) {
        return new Wrong("invalid character " + GoText.quoteCharacter(text.charAt(at)) + " " + place, text, at);
    }
}
