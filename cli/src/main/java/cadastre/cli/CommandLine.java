package cadastre.cli;

import cadastre.language.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the words of a command line mean.
///
/// Long names take one dash or two; a value follows as the next word or behind `=`; a switch takes one only behind `=`;
/// flags may follow arguments; `--` ends flags; global flags stand before or after the verb (spec dnscontrol.md section
/// 1.1).
sealed interface CommandLine {
    /// A verb is to run.
    record Run(Verb verb, Options options) implements CommandLine {}

    /// Help is wanted: of one verb, or of all.
    record Help(Optional<Verb> verb) implements CommandLine {}

    /// The version is wanted.
    record Version() implements CommandLine {}

    /// A word is wrong.
    ///
    /// @param text     what is wrong
    /// @param rootHelp whether no known verb was given, so that help of all follows
    /// @param meant    the flag that may have been meant, with its dashes
    record Wrong(String text, boolean rootHelp, Optional<String> meant) implements CommandLine {}

    /// No verb has that name.
    record Unknown(String name) implements CommandLine {}

    /// {@return what `words` mean}
    static CommandLine read(List<String> words, List<Verb> verbs, List<Flag> global) {
        return new Reader(words, verbs, global).read();
    }

    /// One reading.
    final class Reader {
        private final List<String> words;
        private final List<Verb> verbs;
        private final List<Flag> global;
        private final Options options = new Options();
        private int at;
        private Optional<Verb> verb = Optional.empty();
        private boolean help;
        private boolean version;

        private Reader(List<String> words, List<Verb> verbs, List<Flag> global) {
            this.words = words;
            this.verbs = verbs;
            this.global = global;
        }

        private CommandLine read() {
            boolean flagsEnded = false;
            while (at < words.size()) {
                String word = words.get(at++);
                if (flagsEnded || !word.startsWith("-") || (word.equals("-") && verb.isPresent())) {
                    Optional<CommandLine> end = argument(word);
                    if (end.isPresent()) {
                        return end.get();
                    }
                } else if (word.equals("--")) {
                    flagsEnded = true;
                } else if (word.equals("-")) {
                    break;
                } else {
                    Optional<CommandLine> end = flag(word);
                    if (end.isPresent()) {
                        return end.get();
                    }
                }
            }
            return end();
        }

        private CommandLine end() {
            if (help) {
                return new Help(verb);
            }
            if (verb.isEmpty()) {
                return version ? new Version() : new Help(Optional.empty());
            }
            options.fill(global);
            options.fill(verb.get().flags());
            return new Run(verb.get(), options);
        }

        /// A word that is no flag: the verb, `help`, or an argument.
        private Optional<CommandLine> argument(String word) {
            if (verb.isPresent()) {
                if (options.arguments().isEmpty() && isHelp(word)) {
                    help = true;
                }
                options.add(word);
                return Optional.empty();
            }
            if (version && !help) {
                return Optional.of(new Version());
            }
            if (word.isEmpty()) {
                return Optional.of(new Help(Optional.empty()));
            }
            if (isHelp(word)) {
                return Optional.of(helpOn());
            }
            verb = named(word);
            return verb.isPresent() ? Optional.empty() : Optional.of(new Unknown(word));
        }

        /// After the verb `help`: the next word names what it is about.
        private CommandLine helpOn() {
            List<String> rest = words.subList(at, words.size()).stream()
                    .filter(word -> !word.startsWith("-"))
                    .toList();
            if (rest.isEmpty()) {
                return new Help(Optional.empty());
            }
            Optional<Verb> about = named(rest.getFirst());
            return about.isPresent() ? new Help(about) : new Unknown(rest.getFirst());
        }

        private Optional<Verb> named(String word) {
            return verbs.stream().filter(one -> one.names().contains(word)).findFirst();
        }

        private static boolean isHelp(String word) {
            return word.equals("help") || word.equals("h");
        }

        private Optional<CommandLine> flag(String word) {
            String text = word.substring(word.startsWith("--") ? 2 : 1);
            int equals = text.indexOf('=');
            String name = equals < 0 ? text : text.substring(0, equals);
            Optional<String> value = equals < 0 ? Optional.empty() : Optional.of(text.substring(equals + 1));
            if (name.equals("help") || name.equals("h")) {
                help = true;
                return Optional.empty();
            }
            if (name.equals("version") || name.equals("V")) {
                version = true;
                return Optional.empty();
            }
            Optional<Flag> flag = find(name);
            if (flag.isEmpty()) {
                return Optional.of(new Wrong("flag provided but not defined: -" + name, verb.isEmpty(), nearest(name)));
            }
            return set(flag.get(), name, value);
        }

        private Optional<CommandLine> set(Flag flag, String name, Optional<String> value) {
            switch (flag.kind()) {
                case SWITCH -> {
                    String text = value.orElse("true");
                    Optional<Boolean> on = asBoolean(text);
                    if (on.isEmpty()) {
                        return wrong("invalid value \"" + text + "\" for flag -" + name + ": parse error");
                    }
                    options.set(flag, on.get().toString());
                }
                case TEXT, NUMBER, LIST -> {
                    if (value.isEmpty() && at >= words.size()) {
                        return wrong("flag needs an argument: " + (name.length() == 1 ? "-" : "--") + name);
                    }
                    String text = value.orElseGet(() -> words.get(at++));
                    if (flag.kind() == Flag.Kind.NUMBER && !isInteger(text)) {
                        return wrong("invalid value \"" + text + "\" for flag -" + name
                                + ": strconv.ParseInt: parsing \"" + text + "\": invalid syntax");
                    }
                    options.set(flag, text);
                }
            }
            return Optional.empty();
        }

        private Optional<CommandLine> wrong(String text) {
            return Optional.of(new Wrong(text, verb.isEmpty(), Optional.empty()));
        }

        private List<Flag> known() {
            List<Flag> known = new ArrayList<>(global);
            verb.ifPresent(one -> known.addAll(one.flags()));
            return known;
        }

        /// A flag of one letter is nearly every other one of them.
        private Optional<String> nearest(String name) {
            List<String> names = known().stream()
                    .filter(flag -> !flag.hidden())
                    .flatMap(flag -> flag.names().stream())
                    .filter(other -> other.length() > 1)
                    .toList();
            return Suggestions.nearest(name, names).map(flag -> "--" + flag);
        }

        private Optional<Flag> find(String name) {
            return known().stream().filter(flag -> flag.names().contains(name)).findFirst();
        }

        private static boolean isInteger(String text) {
            try {
                Integer.parseInt(text);
                return true;
            } catch (NumberFormatException e) {
                return false;
            }
        }

        private static Optional<Boolean> asBoolean(String text) {
            return switch (text) {
                case "1", "t", "T", "true", "TRUE", "True" -> Optional.of(true);
                case "0", "f", "F", "false", "FALSE", "False" -> Optional.of(false);
                default -> Optional.empty();
            };
        }
    }
}
