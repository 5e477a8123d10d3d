package cadastre.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs the command line in this process, in a folder, as a user does.
final class Caller {
    /// What a run left.
    record Outcome(int status, String out, String err) {}

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private String input = "";

    Caller(Path folder) {
        this.folder = folder;
        environment.put("PATH", System.getenv("PATH"));
        environment.put("CADASTRE_SCRIPT_SECONDS", "3");
        environment.put("CADASTRE_STATE", folder.resolve(".state").toString());
    }

    Caller with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /// What stands on standard input.
    Caller typing(String text) {
        input = text;
        return this;
    }

    Outcome run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Cadastre.run(
                List.of(words),
                new Surroundings(
                        environment,
                        folder,
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        InstantSource.system()));
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
