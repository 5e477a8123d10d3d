package cadastre.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `cadastre serve` in a process of its own, which may be killed.
final class Started implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Cadastre listens at (http://localhost:\\d+)/");
    private static final Pattern WELCOME = Pattern.compile("/welcome\\?ticket=(\\S+)");

    private final Process process;
    private final String address;
    private final Optional<String> ticket;

    private Started(Process process, String address, Optional<String> ticket) {
        this.process = process;
        this.address = address;
        this.ticket = ticket;
    }

    /// Starts one, and waits until it listens.
    ///
    /// @param log where its standard error goes on
    static Started on(Path data, String api, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of("serve", "--port", "0", "--data", data.toString(), "--api-url", api));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        String address = "";
        Optional<String> ticket = Optional.empty();
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher listens = ADDRESS.matcher(line);
            Matcher welcome = WELCOME.matcher(line);
            if (listens.find()) {
                address = listens.group(1);
            } else if (welcome.find()) {
                ticket = Optional.of(welcome.group(1));
            } else if (line.startsWith("Data: ")) {
                return new Started(process, address, ticket);
            }
        }
        process.destroyForcibly();
        throw new IOException("cadastre serve did not start; see " + log);
    }

    /// {@return without a final slash}
    String address() {
        return address;
    }

    /// {@return of the link that makes the owner, if it was printed}
    Optional<String> ticket() {
        return ticket;
    }

    /// Ends it with SIGKILL.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// Ends it as Ctrl-C does.
    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
