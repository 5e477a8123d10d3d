package cadastre.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/// A JSON value that knows its place, so that what is wrong with it can be said with line and column.
sealed interface Node {
    /// {@return where it starts}
    TokenStreamLocation location();

    /// An object.
    record Members(Map<String, Node> members, TokenStreamLocation location) implements Node {}

    /// A list.
    record Items(List<Node> items, TokenStreamLocation location) implements Node {}

    /// A text.
    record Text(String value, TokenStreamLocation location) implements Node {}

    /// A whole number.
    record Whole(long value, TokenStreamLocation location) implements Node {}

    /// {@return the value at which the parser stands}
    static Node read(JsonParser json) throws PlanFormatException {
        TokenStreamLocation location = json.currentTokenLocation();
        JsonToken token = json.currentToken();
        if (token == null) {
            throw new PlanFormatException(place(location) + "the plan ends too early");
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Node> members = new LinkedHashMap<>();
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    String key = json.currentName();
                    json.nextToken();
                    members.put(key, read(json));
                }
                yield new Members(members, location);
            }
            case START_ARRAY -> {
                List<Node> items = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(json));
                }
                yield new Items(items, location);
            }
            case VALUE_NUMBER_INT -> new Whole(json.getLongValue(), location);
            case VALUE_STRING -> new Text(json.getString(), location);
            default -> throw new PlanFormatException(place(location) + "not expected in a plan: " + json.getString());
        };
    }

    /// {@return `line:column: `}
    static String place(TokenStreamLocation location) {
        return location.getLineNr() + ":" + location.getColumnNr() + ": ";
    }

    /// {@return what is wrong with it, with its place}
    default PlanFormatException wrong(String message) {
        return new PlanFormatException(place(location()) + message);
    }

    /// {@return the member of that name}
    default Node child(String key) throws PlanFormatException {
        if (this instanceof Members(var members, var _)) {
            Node node = members.get(key);
            if (node == null) {
                throw wrong("\"" + key + "\" is missing");
            }
            return node;
        }
        throw wrong("an object is expected here");
    }

    /// {@return whether it is an object with a member of that name}
    default boolean has(String key) {
        return this instanceof Members(var members, var _) && members.containsKey(key);
    }

    /// {@return the items of a list}
    default List<Node> array() throws PlanFormatException {
        if (this instanceof Items(var items, var _)) {
            return items;
        }
        throw wrong("a list is expected here");
    }

    /// {@return the text it is}
    default String text() throws PlanFormatException {
        if (this instanceof Text(String value, var _)) {
            return value;
        }
        throw wrong("a text is expected here");
    }

    /// {@return the number it is}
    default long integer() throws PlanFormatException {
        if (this instanceof Whole(long value, var _)) {
            return value;
        }
        throw wrong("a whole number is expected here");
    }
}
