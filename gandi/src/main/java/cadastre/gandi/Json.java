package cadastre.gandi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// A JSON value that was read.
///
/// What is asked of it and is not there is nothing, so that quirks of an answer are handled where it is
/// understood.
sealed interface Json {
    /// An object, in the order of its members.
    record Members(Map<String, Json> members) implements Json {}

    /// An array.
    record Items(List<Json> items) implements Json {}

    /// A string.
    record Text(String text) implements Json {}

    /// A number.
    record Numeral(BigDecimal number) implements Json {}

    /// `true` or `false`.
    record Bool(boolean value) implements Json {}

    /// `null`.
    record Null() implements Json {}

    /// A text that is no JSON. The message is Go's, which users know.
    final class SyntaxException extends Exception {
        private static final long serialVersionUID = 1L;

        SyntaxException(String message) {
            super(message);
        }
    }

    /// {@return the value that `text` writes, and nothing after it}
    ///
    /// @throws SyntaxException if it is none, or only the beginning of one
    static Json read(String text) throws SyntaxException {
        String rest = text.stripLeading();
        if (rest.isEmpty()) {
            throw new SyntaxException("unexpected end of JSON input");
        }
        if ("{[\"-0123456789tfn".indexOf(rest.charAt(0)) < 0) {
            throw new SyntaxException("invalid character '" + new StringBuilder().appendCodePoint(rest.codePointAt(0))
                    + "' looking for beginning of value");
        }
        try (JsonParser parser = Reading.FACTORY.createParser(ObjectReadContext.empty(), text)) {
            Json value = Reading.value(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw new SyntaxException("something follows after top-level value");
            }
            return value;
        } catch (UnexpectedEndOfInputException e) {
            throw new SyntaxException("unexpected end of JSON input");
        } catch (JacksonException e) {
            // Its own message may quote the text.
            throw new SyntaxException("invalid JSON at line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr());
        }
    }

    /// How it is read.
    final class Reading {
        private static final JsonFactory FACTORY = new JsonFactory();

        private Reading() {}

        private static Json value(JsonParser parser, JsonToken token) {
            return switch (token) {
                case START_OBJECT -> {
                    Map<String, Json> members = new LinkedHashMap<>();
                    while (parser.nextToken() != JsonToken.END_OBJECT) {
                        String name = parser.currentName();
                        members.put(name, value(parser, parser.nextToken()));
                    }
                    yield new Members(members);
                }
                case START_ARRAY -> {
                    List<Json> items = new ArrayList<>();
                    for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                        items.add(value(parser, next));
                    }
                    yield new Items(items);
                }
                case VALUE_STRING -> new Text(parser.getString());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Numeral(parser.getDecimalValue());
                case VALUE_TRUE -> new Bool(true);
                case VALUE_FALSE -> new Bool(false);
                case VALUE_NULL -> new Null();
                case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                    throw new IllegalStateException("no value begins with " + token);
            };
        }
    }

    /// {@return the member of that name, if this is an object that has one which is not null}
    default Optional<Json> member(String name) {
        if (this instanceof Members(Map<String, Json> members)) {
            return Optional.ofNullable(members.get(name)).filter(value -> !(value instanceof Null));
        }
        return Optional.empty();
    }

    /// {@return the member of that name, if it is a string}
    default Optional<String> text(String name) {
        return member(name).flatMap(value -> value instanceof Text(String text) ? Optional.of(text) : Optional.empty());
    }

    /// {@return the member of that name, if it is a whole number, or a string that writes one}
    default Optional<Long> whole(String name) {
        return member(name).flatMap(value -> switch (value) {
            case Numeral(BigDecimal number) -> exact(number);
            case Text(String text) when text.matches("-?\\d{1,18}") -> Optional.of(Long.parseLong(text));
            case Text _, Members _, Items _, Bool _, Null _ -> Optional.empty();
        });
    }

    private static Optional<Long> exact(BigDecimal number) {
        try {
            return Optional.of(number.longValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty(); // a fraction, or far too large
        }
    }

    /// {@return the member of that name, if it is `true` or `false`}
    default Optional<Boolean> bool(String name) {
        return member(name)
                .flatMap(value -> value instanceof Bool(boolean truth) ? Optional.of(truth) : Optional.empty());
    }

    /// {@return the items of the member of that name; none if it is no array}
    default List<Json> items(String name) {
        return member(name)
                .map(value -> value instanceof Items(List<Json> items) ? items : List.<Json>of())
                .orElse(List.of());
    }

    /// {@return the strings of the array of that name; what is no string is left out}
    default List<String> texts(String name) {
        return items(name).stream()
                .flatMap(one -> one instanceof Text(String text) ? java.util.stream.Stream.of(text) : null)
                .toList();
    }
}
