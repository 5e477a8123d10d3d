package cadastre.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The flags and arguments that were given, with the initial values of the others.
final class Options {
    private final Map<String, List<String>> given = new HashMap<>();
    private final List<String> arguments = new ArrayList<>();

    void set(Flag flag, String value) {
        if (flag.kind() == Flag.Kind.LIST) {
            given.computeIfAbsent(flag.name(), _ -> new ArrayList<>()).addAll(List.of(value.split(",", -1)));
        } else {
            given.put(flag.name(), List.of(value));
        }
    }

    void add(String argument) {
        arguments.add(argument);
    }

    void fill(Iterable<Flag> flags) {
        for (Flag flag : flags) {
            given.putIfAbsent(flag.name(), flag.kind() == Flag.Kind.LIST ? List.of() : List.of(flag.initial()));
        }
    }

    /// {@return the value of a flag of text}
    String text(String flag) {
        return list(flag).getLast();
    }

    /// {@return the value of a flag of a whole number}
    int number(String flag) {
        return Integer.parseInt(text(flag));
    }

    /// {@return the value of a flag of a whole number, or 0 if the verb does not know the flag}
    int numberOrZero(String flag) {
        return given.containsKey(flag) ? number(flag) : 0;
    }

    /// {@return whether a switch is on}
    boolean on(String flag) {
        return text(flag).equals("true");
    }

    /// {@return the values of a repeatable flag, in order}
    List<String> list(String flag) {
        List<String> values = given.get(flag);
        if (values == null) {
            throw new IllegalArgumentException("no flag --" + flag);
        }
        return values;
    }

    /// {@return what was given beside flags, in order}
    List<String> arguments() {
        return List.copyOf(arguments);
    }
}
