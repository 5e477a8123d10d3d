package cadastre.cli;

import cadastre.language.Layout;
import cadastre.script.ScriptEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// `fmt`: lays a configuration out anew (spec dnscontrol.md section 1.9).
final class FmtVerb {
    private FmtVerb() {}

    static int run(Options options, Surroundings surroundings) throws Exit {
        String input = options.text("input");
        String output = options.text("output");
        String text = read(input, surroundings);
        String formatted = Layout.of(text, ScriptEngine.v8());
        if (output.isEmpty()) {
            surroundings.out().print(formatted);
            return 0;
        }
        if (holds(surroundings.resolve(output), formatted)) {
            if (options.on("verbose")) {
                surroundings.err().println(output + " (unchanged)");
            }
            return 0;
        }
        try {
            Files.writeString(surroundings.resolve(output), formatted);
        } catch (IOException e) {
            throw Exit.because(GoFiles.message("open", output, e));
        }
        surroundings.err().println(output + " (formatted)");
        return 0;
    }

    private static String read(String input, Surroundings surroundings) throws Exit {
        try {
            byte[] octets = input.isEmpty()
                    ? surroundings.in().readAllBytes()
                    : Files.readAllBytes(surroundings.resolve(input));
            return new String(octets, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Exit.because(GoFiles.message("open", input, e));
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.exists(file) && Files.readString(file).equals(text);
        } catch (IOException _) {
            // Written anew, which says what is wrong if that cannot be either.
            return false;
        }
    }
}
