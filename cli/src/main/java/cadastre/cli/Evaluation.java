package cadastre.cli;

import cadastre.language.Config;
import cadastre.language.IrReader;
import cadastre.language.Program;
import cadastre.language.ProviderTypes;
import cadastre.language.SourcePosition;
import cadastre.language.Sources;
import cadastre.script.Limits;
import cadastre.script.ScriptEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
        String json = options.text("json");
        String ir = json.isEmpty() ? options.text("ir") : json;
        if (!ir.isEmpty()) {
            return read(ir, surroundings);
        }
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
                new Limits(time(surroundings), HEAP_MEGABYTES),
                options.on("allow-fetch") ? Optional.of(new WebFetcher(surroundings.environment())) : Optional.empty());
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

    /// {@return what an IR declares, which nothing has to run for}
    private static Evaluation read(String file, Surroundings surroundings) throws Exit {
        try {
            String text = new String(Files.readAllBytes(surroundings.resolve(file)), StandardCharsets.UTF_8);
            return switch (IrReader.read(file, text)) {
                case IrReader.Outcome.Read(Config config) -> linked(config, false);
                case IrReader.Outcome.Wrong(String message, Optional<SourcePosition> place) ->
                    throw Exit.because(message, hint(place, Optional.empty()));
            };
        } catch (IOException e) {
            throw Exit.because(GoFiles.message("open", file, e));
        }
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
