package cadastre.language;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads JSON into given kinds of values as Go's JSON reader does.
///
/// Keys count without regard to letter case, and values of a wrong kind are an error in that reader's words: one only,
/// the first.
abstract class GoJsonReader {
    final JsonParser in;

    /// The first value of a wrong kind so far.
    ConfReader.@Nullable Unusable otherError;

    GoJsonReader(JsonParser in) {
        this.in = in;
    }

    @FunctionalInterface
    interface Member {
        void read(String key);
    }

    /// Reads an object, or skips what is none.
    void object(String path, Member member) {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (in.currentToken() != JsonToken.START_OBJECT) {
            wrong(path, "map", "");
            in.skipChildren();
            return;
        }
        boolean names = path.endsWith("dnsProviders") || path.endsWith(".metas");
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = in.currentName();
            in.nextToken();
            member.read(names || isLower(key) ? key : key.toLowerCase(Locale.ROOT));
        }
    }

    private static boolean isLower(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) < '0' || Character.isUpperCase(key.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    void array(String type, Runnable element) {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (in.currentToken() != JsonToken.START_ARRAY) {
            wrong("DNSConfig", type, "");
            in.skipChildren();
            return;
        }
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            if (token != JsonToken.VALUE_NULL) {
                element.run();
            }
        }
    }

    String text(String path) {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            return in.getString();
        }
        if (in.currentToken() != JsonToken.VALUE_NULL) {
            wrong(path, "string", "");
            in.skipChildren();
        }
        return "";
    }

    boolean truth(String path) {
        if (in.currentToken() != JsonToken.VALUE_NULL && !in.currentToken().isBoolean()) {
            wrong(path, "bool", "");
            in.skipChildren();
        }
        return in.currentToken() == JsonToken.VALUE_TRUE;
    }

    long unsigned(String path, long largest) {
        return number(path, largest == 0xFFL ? "uint8" : largest == 0xFFFFL ? "uint16" : "uint32", 0, largest);
    }

    long number(String path, String type, long smallest, long largest) {
        JsonToken token = in.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return 0;
        }
        if (token == JsonToken.VALUE_NUMBER_INT && isLong()) {
            long number = in.getLongValue();
            if (number >= smallest && number <= largest) {
                return number;
            }
        }
        wrong(path, type, token.isNumeric() ? " " + in.getString() : "");
        in.skipChildren();
        return 0;
    }

    private boolean isLong() {
        return switch (in.getNumberType()) {
            case INT, LONG -> true;
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> false;
        };
    }

    SortedMap<String, String> map(String path) {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            if (in.currentToken() != JsonToken.VALUE_NULL) {
                wrong(path, "map[string]string", "");
                in.skipChildren();
            }
            return Collections.emptySortedMap();
        }
        SortedMap<String, String> map = new TreeMap<>();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = in.currentName();
            in.nextToken();
            map.put(key, text(path));
        }
        return map;
    }

    /// Notes that the current value is of a wrong kind. Of the keys of one object the first in the order
    /// of their octets counts, as if they had been written in that order.
    void wrong(String path, String type, String detail) {
        String kind = switch (in.currentToken()) {
            case VALUE_STRING -> "string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number" + detail;
            case VALUE_TRUE, VALUE_FALSE -> "bool";
            case START_ARRAY -> "array";
            case START_OBJECT, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_NULL, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                "object";
        };
        String message = "json: cannot unmarshal " + kind + " into Go struct field " + path + " of type " + type;
        if (otherError == null || (otherPath.compareTo(path) > 0 && sameObject(otherPath, path))) {
            otherError = new ConfReader.Unusable(message, Optional.empty());
            otherPath = path;
        }
    }

    private String otherPath = "";

    private static boolean sameObject(String one, String other) {
        return one.substring(0, one.lastIndexOf('.')).equals(other.substring(0, other.lastIndexOf('.')));
    }
}
