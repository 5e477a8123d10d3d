package cadastre.language;

import java.io.Reader;
import java.io.StringReader;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// JSON text as Go's `encoding/json` writes it: in one line without blanks, or indented by two spaces;
/// `<`, `>`, `&`, U+2028 and U+2029 as escapes.
///
/// Not thread-safe.
final class JsonOutput {
    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static final JsonFactory FACTORY = new JsonFactory();

    private final StringBuilder out = new StringBuilder(1024);
    private final boolean pretty;
    private int depth;
    private boolean first = true;
    private boolean afterKey;

    JsonOutput(boolean pretty) {
        this.pretty = pretty;
    }

    JsonOutput beginObject() {
        return begin('{');
    }

    JsonOutput endObject() {
        return end('}');
    }

    JsonOutput beginArray() {
        return begin('[');
    }

    JsonOutput endArray() {
        return end(']');
    }

    JsonOutput key(String key) {
        separate();
        quote(key, out);
        out.append(pretty ? ": " : ":");
        afterKey = true;
        return this;
    }

    JsonOutput value(String text) {
        separate();
        quote(text, out);
        return this;
    }

    JsonOutput value(long number) {
        separate();
        out.append(number);
        return this;
    }

    JsonOutput value(boolean truth) {
        return literal(Boolean.toString(truth));
    }

    JsonOutput map(Map<String, String> map) {
        beginObject();
        map.forEach((key, value) -> key(key).value(value));
        return endObject();
    }

    /// Writes the value that `json`, well-formed JSON text, stands for, in this output's layout.
    JsonOutput json(String json) {
        Reader text = new StringReader(json);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                copy(token, parser);
            }
        }
        return this;
    }

    /// {@return the value at which `parser` stands, as JSON text in one line; `parser` then stands at its
    /// end}
    static String copy(JsonParser parser) {
        JsonOutput out = new JsonOutput(false);
        JsonToken token = parser.currentToken();
        for (int open = 0; ; token = parser.nextToken()) {
            out.copy(token, parser);
            open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (open == 0 && token != JsonToken.PROPERTY_NAME) {
                return out.text();
            }
        }
    }

    private void copy(JsonToken token, JsonParser parser) {
        switch (token) {
            case START_OBJECT -> beginObject();
            case END_OBJECT -> endObject();
            case START_ARRAY -> beginArray();
            case END_ARRAY -> endArray();
            case PROPERTY_NAME -> key(parser.getString());
            case VALUE_STRING -> value(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL ->
                literal(parser.getString());
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> throw new IllegalStateException("not in JSON text: " + token);
        }
    }

    /// {@return what was written}
    String text() {
        return out.toString();
    }

    private JsonOutput literal(String text) {
        separate();
        out.append(text);
        return this;
    }

    private JsonOutput begin(char bracket) {
        separate();
        out.append(bracket);
        depth++;
        first = true;
        return this;
    }

    private JsonOutput end(char bracket) {
        depth--;
        if (!first) {
            newLine();
        }
        out.append(bracket);
        first = false;
        return this;
    }

    private void separate() {
        if (afterKey) {
            afterKey = false;
            return;
        }
        if (!first) {
            out.append(',');
        }
        first = false;
        if (depth > 0) {
            newLine();
        }
    }

    private void newLine() {
        if (pretty) {
            out.append('\n');
            for (int i = 0; i < depth; i++) {
                out.append("  ");
            }
        }
    }

    /// Appends `text` to `out` as a JSON string; half a surrogate pair becomes U+FFFD.
    static void quote(String text, StringBuilder out) {
        out.append('"');
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '<', '>', '&', '\u2028', '\u2029' -> escape(c, out);
                default -> {
                    if (c < ' ') {
                        escape(c, out);
                    } else if (!Character.isSurrogate(c)) {
                        out.append(c);
                    } else if (Character.isHighSurrogate(c)
                            && i + 1 < length
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        out.append(c).append(text.charAt(++i));
                    } else {
                        out.append('\uFFFD');
                    }
                }
            }
        }
        out.append('"');
    }

    private static void escape(char c, StringBuilder out) {
        out.append("\\u")
                .append(HEX[c >> 12])
                .append(HEX[c >> 8 & 15])
                .append(HEX[c >> 4 & 15])
                .append(HEX[c & 15]);
    }
}
