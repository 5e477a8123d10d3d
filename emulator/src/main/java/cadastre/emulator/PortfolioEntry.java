package cadastre.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// An object in a portfolio file, read member by member, with complaints that name file, line and column.
final class PortfolioEntry {
    private final String file;
    private final Json.Members json;

    private PortfolioEntry(String file, Json.Members json) {
        this.file = file;
        this.json = json;
    }

    /// {@return `value` as an object that has no members but `known` ones}
    static PortfolioEntry of(String file, Json value, String what, Set<String> known) throws PortfolioException {
        if (!(value instanceof Json.Members members)) {
            throw new PortfolioException(file, value.place(), what + " is an object, not " + value.kind());
        }
        for (String name : members.members().keySet()) {
            if (!known.contains(name)) {
                throw new PortfolioException(
                        file,
                        members.names().getOrDefault(name, members.place()),
                        "\"" + name + "\" is not known in " + what + "; known are "
                                + String.join(", ", new TreeSet<>(known)));
            }
        }
        return new PortfolioEntry(file, members);
    }

    Json.Members json() {
        return json;
    }

    PortfolioException wrong(String message) {
        return new PortfolioException(file, json.place(), message);
    }

    /// {@return a complaint about a member, at its value if it is there}
    PortfolioException wrong(String name, String message) {
        return new PortfolioException(
                file, json.find(name).map(Json::place).orElse(json.place()), "\"" + name + "\" " + message);
    }

    String text(String name) throws PortfolioException {
        return find(name).orElseThrow(() -> wrong(name, "is missing"));
    }

    String text(String name, String otherwise) throws PortfolioException {
        return find(name).orElse(otherwise);
    }

    Optional<String> find(String name) throws PortfolioException {
        Optional<Json> value = json.find(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof Json.Text(String text, var _) && !text.isEmpty()) {
            return Optional.of(text);
        }
        throw wrong(name, "is a string that is not empty");
    }

    String oneOf(String name, String otherwise, List<String> allowed) throws PortfolioException {
        String text = text(name, otherwise);
        if (!allowed.contains(text)) {
            throw wrong(name, "is one of " + String.join(", ", allowed));
        }
        return text;
    }

    boolean bool(String name, boolean otherwise) throws PortfolioException {
        Optional<Json> value = json.find(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (value.get() instanceof Json.Bool(boolean bool, var _)) {
            return bool;
        }
        throw wrong(name, "is true or false");
    }

    int integer(String name, int otherwise, int least, int greatest) throws PortfolioException {
        Optional<Json> value = json.find(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        Optional<Long> number = value.get() instanceof Json.Numeral given ? given.integer() : Optional.empty();
        if (number.isEmpty() || number.get() < least || number.get() > greatest) {
            throw wrong(name, "is a whole number from " + least + " to " + greatest);
        }
        return Math.toIntExact(number.get());
    }

    Optional<Instant> time(String name, Instant start) throws PortfolioException {
        Optional<String> text = find(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(When.parse(text.get(), start).orElseThrow(() -> wrong(name, "is no time; " + When.ADVICE)));
    }

    List<String> texts(String name) throws PortfolioException {
        List<String> texts = new ArrayList<>();
        for (Json item : list(name)) {
            if (!(item instanceof Json.Text(String text, var _)) || text.isEmpty()) {
                throw new PortfolioException(file, item.place(), "\"" + name + "\" holds strings, not " + item.kind());
            }
            texts.add(text);
        }
        return texts;
    }

    /// {@return the items of a list; none if it is missing}
    List<Json> list(String name) throws PortfolioException {
        Optional<Json> value = json.find(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof Json.Array(List<Json> items, var _)) {
            return items;
        }
        throw wrong(name, "is a list, not " + value.get().kind());
    }

    boolean has(String name) {
        return json.find(name).isPresent();
    }
}
