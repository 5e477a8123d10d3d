package cadastre.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Help, derived from the table of verbs.
final class Help {
    private Help() {}

    /// {@return help of everything}
    static String root() {
        StringBuilder text = new StringBuilder("cadastre - the register of your domain names at Gandi\n\n");
        text.append("Usage: cadastre [global options] VERB [options]\n");
        Map<String, List<Verb>> groups = new LinkedHashMap<>();
        for (Verb verb : Verbs.ALL) {
            groups.computeIfAbsent(verb.group(), _ -> new ArrayList<>()).add(verb);
        }
        groups.forEach((group, verbs) -> {
            text.append('\n').append(group).append(":\n");
            verbs.forEach(verb -> row(text, String.join(", ", verb.names()), verb.summary()));
        });
        text.append("\nGlobal options:\n");
        flags(text, Verbs.GLOBAL);
        text.append("\n`cadastre help VERB` says more about one of them.\n");
        return text.toString();
    }

    /// {@return help of one verb}
    static String of(Verb verb) {
        StringBuilder text = new StringBuilder("cadastre " + verb.name() + " - " + verb.summary() + "\n\n");
        text.append("Usage: cadastre ").append(verb.name());
        if (!verb.usage().isEmpty()) {
            text.append(' ').append(verb.usage());
        }
        text.append('\n');
        if (!verb.flags().isEmpty()) {
            text.append("\nOptions:\n");
            flags(text, verb.flags());
        }
        text.append("\nGlobal options:\n");
        flags(text, Verbs.GLOBAL);
        return text.toString();
    }

    private static void flags(StringBuilder text, List<Flag> flags) {
        for (Flag flag : flags) {
            if (flag.hidden()) {
                continue;
            }
            String names = flag.names().stream()
                    .map(name -> (name.length() == 1 ? "-" : "--") + name)
                    .collect(Collectors.joining(", "));
            String value = switch (flag.kind()) {
                case SWITCH -> "";
                case TEXT -> " TEXT";
                case NUMBER -> " N";
                case LIST -> " NAME=VALUE";
            };
            boolean shown = flag.kind() != Flag.Kind.SWITCH && !flag.initial().isEmpty();
            row(text, names + value, flag.meaning() + (shown ? " (" + flag.initial() + ")" : ""));
        }
        row(text, "--help, -h", "show this");
    }

    private static void row(StringBuilder text, String left, String right) {
        text.append(String.format("  %-28s %s%n", left, right));
    }
}
