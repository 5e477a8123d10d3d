package cadastre.cli;

import cadastre.language.Config;
import cadastre.language.Program;
import cadastre.language.ProviderTypes;
import cadastre.language.SourcePosition;
import cadastre.language.Sources;
import cadastre.script.Limits;
import cadastre.script.ScriptEngine;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Running the configuration that the options name.
///
/// @param config           what it declares, not yet validated
/// @param reverseUndecided whether it makes names of classless reverse zones and does not say by which rule
record Evaluation(Config config, boolean reverseUndecided) {
    /// Long enough for the largest configuration, short enough to notice an endless loop.
    private static final Duration TIME = Duration.ofSeconds(60);

    private static final int HEAP_MEGABYTES = 2048;

    /// {@return what became of it}
    ///
    /// @throws Exit if it is wrong, with the message users know and, on a line of its own, the place
    static Evaluation of(Options options, Surroundings surroundings) throws Exit {
        String js = options.text("js");
        String file = js.isEmpty() ? options.text("config") : js;
        if (file.isEmpty()) {
            throw Exit.because("no config specified");
        }
        Program.Settings settings = new Program.Settings(
                Sources.of(surroundings.folder()),
                variables(options),
                surroundings.out()::println,
                ScriptEngine.v8(),
                new Limits(time(surroundings), HEAP_MEGABYTES));
        return switch (Program.evaluate(file, settings)) {
            case Program.Evaluated(Config config, boolean undecided) -> linked(config, undecided);
            case Program.Failed(String message, Optional<SourcePosition> place, Optional<String> advice) ->
                throw Exit.because("executing " + file + ": " + message, hint(place, advice));
            case Program.Panicked(String text) -> {
                surroundings.err().println(text);
                throw new Exit(1, "");
            }
            case Program.Interrupted() -> throw new Exit(130, "");
        };
    }

    private static Evaluation linked(Config config, boolean undecided) throws Exit {
        Optional<String> missing = ProviderTypes.missingDeclaration(config);
        if (missing.isPresent()) {
            throw Exit.because(missing.get());
        }
        return new Evaluation(config, undecided);
    }

    private static String hint(Optional<SourcePosition> place, Optional<String> advice) {
        String where = place.map(SourcePosition::toString).orElse("");
        String what = advice.orElse("");
        return where.isEmpty() && what.isEmpty() ? "" : where + (where.isEmpty() || what.isEmpty() ? "" : ": ") + what;
    }

    private static SortedMap<String, String> variables(Options options) {
        SortedMap<String, String> variables = new TreeMap<>();
        for (String item : options.list("variable")) {
            int equals = item.indexOf('=');
            if (equals >= 0) {
                variables.put(item.substring(0, equals), item.substring(equals + 1));
            }
        }
        return variables;
    }

    /// `CADASTRE_SCRIPT_SECONDS` shortens or lengthens the time a configuration may take.
    private static Duration time(Surroundings surroundings) throws Exit {
        Optional<String> seconds = surroundings.variable("CADASTRE_SCRIPT_SECONDS");
        if (seconds.isEmpty()) {
            return TIME;
        }
        if (!seconds.get().matches("[1-9][0-9]{0,4}")) {
            throw Exit.because("CADASTRE_SCRIPT_SECONDS is 1 to 99999, not \"" + seconds.get() + "\"");
        }
        return Duration.ofSeconds(Long.parseLong(seconds.get()));
    }
}
