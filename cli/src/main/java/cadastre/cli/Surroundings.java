package cadastre.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// What a verb sees of the world.
///
/// @param environment variables
/// @param folder      the caller's folder, absolute; relative paths mean something in it
/// @param in          standard input
/// @param out         standard output
/// @param err         standard error
/// @param terminal    whether standard output is a terminal
/// @param clock       the time
record Surroundings(
        Map<String, String> environment,
        Path folder,
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        InstantSource clock) {
    /// {@return the variable, if it is set and not empty}
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /// {@return `path` seen from the caller's folder}
    Path resolve(String path) {
        return folder.resolve(path);
    }
}
