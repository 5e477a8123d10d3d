package cadastre.cli;

import cadastre.language.Suggestions;
import java.util.List;

/// The command line as a function: words and surroundings in, exit status out.
public final class Cadastre {
    private Cadastre() {}

    /// Runs what `words` say.
    ///
    /// @return the exit status: 0 done, 1 not done, 3 no such verb
    static int run(List<String> words, Surroundings surroundings) {
        if (!words.isEmpty() && words.getLast().equals("--generate-bash-completion")) {
            surroundings
                    .out()
                    .print(CompletionVerb.names(
                            surroundings.variable("SHELL").orElse("").endsWith("zsh")));
            return 0;
        }
        return switch (CommandLine.read(words, Verbs.ALL, Verbs.GLOBAL)) {
            case CommandLine.Run(Verb verb, Options options) -> run(verb, options, surroundings);
            case CommandLine.Help(var verb) -> {
                surroundings.out().print(verb.map(Help::of).orElseGet(Help::root));
                yield 0;
            }
            case CommandLine.Version() -> {
                surroundings.out().println(Version.LINE);
                yield 0;
            }
            case CommandLine.Wrong(String text, boolean rootHelp, var meant) -> {
                surroundings.err().println("Incorrect Usage: " + text + "\n");
                meant.ifPresent(flag -> surroundings.err().println("Did you mean " + flag + "?"));
                if (rootHelp) {
                    surroundings.out().print(Help.root());
                }
                yield 1;
            }
            case CommandLine.Unknown(String name) -> {
                surroundings.err().println("No help topic for '" + name + "'");
                List<String> names = Verbs.ALL.stream()
                        .flatMap(verb -> verb.names().stream())
                        .toList();
                Suggestions.nearest(name, names)
                        .ifPresent(verb -> surroundings.err().println("Did you mean " + verb + "?"));
                yield 3;
            }
        };
    }

    private static int run(Verb verb, Options options, Surroundings surroundings) {
        try {
            return verb.action().run(options, surroundings);
        } catch (Exit exit) {
            if (!exit.message().isEmpty()) {
                surroundings.err().println(exit.message());
            }
            if (!exit.hint().isEmpty()) {
                surroundings.err().println(exit.hint());
            }
            return exit.status();
        }
    }
}
