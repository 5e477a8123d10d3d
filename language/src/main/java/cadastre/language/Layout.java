package cadastre.language;

import static java.util.Objects.requireNonNull;

import cadastre.script.HostFunction;
import cadastre.script.Limits;
import cadastre.script.Outcome;
import cadastre.script.ScriptEngine;
import cadastre.script.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// How a configuration is laid out: as js-beautify does by default (`beautify.js`, version 2.0.3, MIT).
public final class Layout {
    private Layout() {}

    /// {@return `text` laid out anew, with one line end behind it; whether it is a program is not looked at}
    ///
    /// @throws IllegalStateException if the engine cannot run on this machine, or `text` takes it too long
    public static String of(String text, ScriptEngine engine) {
        requireNonNull(text, "text is null");
        Source source = new Source(
                "cadastre/layout.js",
                "(function (host) {\nconst exports = {};\n" + resource()
                        + "\nreturn {format: () => exports.js_beautify(host.text())};\n})");
        Outcome outcome = engine.run(
                Limits.DEFAULT,
                session -> session.install(source, Map.of("text", _ -> HostFunction.Answer.of(text)))
                        .call("format"));
        return switch (outcome) {
            case Outcome.Finished(String formatted) -> formatted.strip() + "\n";
            case Outcome.Failure failure -> throw new IllegalStateException("cannot be laid out: " + failure);
        };
    }

    private static String resource() {
        try (InputStream in = Layout.class.getResourceAsStream("beautify.js")) {
            return new String(requireNonNull(in, "beautify.js is missing").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
