package cadastre.emulator;

import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads JSON texts into values that know their places.
final class JsonReader {
    private static final JsonFactory STRICT = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /// Comments and trailing commas allowed: files that people write.
    private static final JsonFactory LENIENT = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private JsonReader() {}

    /// A text that is not JSON, with its place.
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Json.Place place;

        Malformed(String message, Json.Place place) {
            super(message);
            this.place = place;
        }

        Json.Place place() {
            return place;
        }
    }

    /// Takes the members of a long object one after the other, of those that are lists each item by itself.
    interface Taker {
        void take(String member, Json value) throws PortfolioException;
    }

    /// Reads an object that is too long to be held as one value.
    ///
    /// @param text an IOException while reading it is a [Malformed] too
    static void readItems(Reader text, Taker taker) throws Malformed, PortfolioException {
        try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Malformed("an object was expected", place(parser));
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String member = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        taker.take(member, value(parser));
                    }
                } else {
                    taker.take(member, value(parser));
                }
            }
            if (parser.nextToken() != null) {
                throw new Malformed("something follows the end of the object", place(parser));
            }
        } catch (JacksonException e) {
            throw new Malformed(e.getOriginalMessage(), place(e.getLocation()));
        }
    }

    /// {@return the value that `text` holds}
    static Json read(String text) throws Malformed {
        return read(STRICT, text);
    }

    /// {@return the value that `text` holds, which may have comments and trailing commas}
    static Json readFile(String text) throws Malformed {
        return read(LENIENT, text);
    }

    private static Json read(JsonFactory factory, String text) throws Malformed {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new Malformed("there is no JSON value", Json.Place.START);
            }
            Json value = value(parser);
            if (parser.nextToken() != null) {
                throw new Malformed("something follows the end of the JSON value", place(parser));
            }
            return value;
        } catch (JacksonException e) {
            throw new Malformed(e.getOriginalMessage(), place(e.getLocation()));
        }
    }

    private static Json value(JsonParser parser) throws Malformed {
        Json.Place place = place(parser);
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new Malformed("the text ends in the middle of a value", place);
        }
        return switch (token) {
            case START_OBJECT -> members(parser, place);
            case START_ARRAY -> array(parser, place);
            case VALUE_STRING -> new Json.Text(parser.getString(), place);
            case VALUE_NUMBER_INT -> new Json.Numeral(new BigDecimal(parser.getBigIntegerValue()), place);
            case VALUE_NUMBER_FLOAT -> new Json.Numeral(parser.getDecimalValue(), place);
            case VALUE_TRUE -> new Json.Bool(true, place);
            case VALUE_FALSE -> new Json.Bool(false, place);
            case VALUE_NULL -> new Json.Null(place);
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new Malformed("a value was expected", place);
        };
    }

    private static Json members(JsonParser parser, Json.Place place) throws Malformed {
        Map<String, Json> members = new LinkedHashMap<>();
        Map<String, Json.Place> names = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            names.put(name, place(parser));
            parser.nextToken();
            members.put(name, value(parser));
        }
        return new Json.Members(members, names, place);
    }

    private static Json array(JsonParser parser, Json.Place place) throws Malformed {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Json.Array(items, place);
    }

    private static Json.Place place(JsonParser parser) {
        return place(parser.currentTokenLocation());
    }

    private static Json.Place place(@Nullable TokenStreamLocation at) {
        if (at == null) {
            return Json.Place.START; // a limit of the parser was passed, which it does not place
        }
        return new Json.Place(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }
}
