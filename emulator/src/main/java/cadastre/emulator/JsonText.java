package cadastre.emulator;

import java.util.Iterator;
import java.util.Map;

/// Writes JSON in the two spellings that Gandi's answers have: successes come out of Express and are compact,
/// errors come out of Python and have a blank behind each comma and colon.
///
/// Values are maps (in their order), iterables, strings, numbers and booleans.
final class JsonText {
    private final boolean python;
    private final StringBuilder text = new StringBuilder();

    private JsonText(boolean python) {
        this.python = python;
    }

    /// {@return `value` without any blanks; characters beyond ASCII as they are}
    static String compact(Object value) {
        return new JsonText(false).write(value).text.toString();
    }

    /// {@return `value` with blanks behind commas and colons; characters beyond ASCII escaped}
    static String spaced(Object value) {
        return new JsonText(true).write(value).text.toString();
    }

    private JsonText write(Object value) {
        switch (value) {
            case Map<?, ?> map -> writeMap(map);
            case Iterable<?> items -> writeItems(items);
            case CharSequence string -> writeString(string);
            case Number number -> text.append(number);
            case Boolean bool -> text.append(bool);
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
        return this;
    }

    private void writeMap(Map<?, ?> map) {
        text.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            writeString(entry.getKey().toString());
            text.append(python ? ": " : ":");
            write(entry.getValue());
            if (entries.hasNext()) {
                comma();
            }
        }
        text.append('}');
    }

    private void writeItems(Iterable<?> items) {
        text.append('[');
        Iterator<?> each = items.iterator();
        while (each.hasNext()) {
            write(each.next());
            if (each.hasNext()) {
                comma();
            }
        }
        text.append(']');
    }

    private void comma() {
        text.append(python ? ", " : ",");
    }

    private void writeString(CharSequence string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || (python && c > '~') || Character.isSurrogate(c)) {
                        writeBeyond(string, i);
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    /// A pair of surrogates stays a pair in compact text; a lone one has no UTF-8 and is escaped, as Node does.
    private void writeBeyond(CharSequence string, int i) {
        char c = string.charAt(i);
        boolean paired = Character.isHighSurrogate(c)
                ? i + 1 < string.length() && Character.isLowSurrogate(string.charAt(i + 1))
                : Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(string.charAt(i - 1));
        if (paired && !python) {
            text.append(c);
        } else {
            text.append(String.format("\\u%04x", (int) c));
        }
    }
}
