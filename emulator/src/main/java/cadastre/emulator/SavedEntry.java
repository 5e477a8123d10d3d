package cadastre.emulator;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// An object of a state, read member by member: all are there, and of the kind that was written.
final class SavedEntry {
    private final String file;
    private final Json.Members json;

    SavedEntry(String file, Json json) throws PortfolioException {
        this.file = file;
        if (!(json instanceof Json.Members members)) {
            throw new PortfolioException(file, json.place(), "an object was expected, not " + json.kind());
        }
        this.json = members;
    }

    /// Makes something of one item of a list.
    interface Part<T> {
        T of(SavedEntry entry) throws PortfolioException;
    }

    PortfolioException wrong(String name, String message) {
        Json.Place place = json.find(name).map(Json::place).orElse(json.place());
        return new PortfolioException(file, place, "\"" + name + "\" " + message);
    }

    boolean has(String name) {
        return json.find(name).isPresent();
    }

    Set<String> names() {
        return json.members().keySet();
    }

    private <J extends Json> J value(String name, Class<J> kind) throws PortfolioException {
        Json value = json.find(name).orElseThrow(() -> wrong(name, "is missing"));
        if (!kind.isInstance(value)) {
            throw wrong(name, "cannot be " + value.kind());
        }
        return kind.cast(value);
    }

    String text(String name) throws PortfolioException {
        return value(name, Json.Text.class).value();
    }

    Optional<String> find(String name) throws PortfolioException {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    boolean bool(String name) throws PortfolioException {
        return value(name, Json.Bool.class).value();
    }

    long number(String name) throws PortfolioException {
        return value(name, Json.Numeral.class).integer().orElseThrow(() -> wrong(name, "is no whole number"));
    }

    int integer(String name) throws PortfolioException {
        long number = number(name);
        if ((int) number != number) {
            throw wrong(name, "is too large");
        }
        return (int) number;
    }

    Instant time(String name) throws PortfolioException {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeParseException _) {
            throw wrong(name, "is no time");
        }
    }

    SavedEntry object(String name) throws PortfolioException {
        return new SavedEntry(file, value(name, Json.Members.class));
    }

    <T> List<T> each(String name, Part<T> part) throws PortfolioException {
        List<T> parts = new ArrayList<>();
        for (Json item : value(name, Json.Array.class).items()) {
            parts.add(part.of(new SavedEntry(file, item)));
        }
        return parts;
    }

    List<String> texts(String name) throws PortfolioException {
        List<String> texts = new ArrayList<>();
        for (Json item : value(name, Json.Array.class).items()) {
            if (!(item instanceof Json.Text(String text, var _))) {
                throw wrong(name, "holds strings, not " + item.kind());
            }
            texts.add(text);
        }
        return texts;
    }

    Map<String, List<String>> textsByName(String name) throws PortfolioException {
        Map<String, List<String>> texts = new TreeMap<>();
        SavedEntry entry = object(name);
        for (String each : entry.names()) {
            texts.put(each, entry.texts(each));
        }
        return texts;
    }
}
