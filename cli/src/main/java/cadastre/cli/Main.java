package cadastre.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Where the command line starts.
public final class Main {
    private Main() {}

    /// Runs the verb that `args` name and ends the process with its status.
    public static void main(String[] args) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        Surroundings surroundings = new Surroundings(
                System.getenv(), Path.of("").toAbsolutePath(), System.in, out, err, terminal, InstantSource.system());
        int status = Cadastre.run(List.of(args), surroundings);
        out.flush();
        err.flush();
        // Not exit(): nothing is left to be tidied up, and people wait.
        Runtime.getRuntime().halt(status);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
