package cadastre.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `demo`: the main job on an emulated Gandi, by the same commands a user types, each printed before its output.
final class DemoVerb {
    private static final String FOLDER = "cadastre-demo";

    private final Surroundings surroundings;
    private final PrintStream out;
    private final Path folder;
    private final String launcher;

    private DemoVerb(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.out = surroundings.out();
        this.folder = surroundings.resolve(FOLDER);
        this.launcher = surroundings.variable("CADASTRE_LAUNCHER").orElse("cadastre");
    }

    static int run(Options options, Surroundings surroundings) throws Exit {
        try {
            return new DemoVerb(surroundings).run();
        } catch (IOException e) {
            throw Exit.because("the demonstration could not go on: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Exit(130, "");
        }
    }

    private int run() throws IOException, InterruptedException, Exit {
        say("Cadastre's demonstration. No account is needed: Gandi is emulated on this machine.");
        say("");
        say("1. An emulated Gandi, with a demonstration portfolio of some forty domains:");
        show("emulator --port 0", "");
        Process emulator = start(List.of("emulator", "--port", "0"), surroundings.folder());
        Thread stop = new Thread(emulator::destroy);
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            String address = address(emulator);
            write(address);
            return verbs(address);
        } finally {
            emulator.destroy();
            emulator.waitFor(5, TimeUnit.SECONDS);
        }
    }

    /// Reads the emulator's first line and leaves somebody to read the rest.
    private String address(Process emulator) throws IOException, Exit {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(emulator.getInputStream(), StandardCharsets.UTF_8));
        String first = lines.readLine();
        if (first == null || !first.contains("http://")) {
            throw Exit.because("the emulator did not start" + (first == null ? "" : ": " + first));
        }
        say(first);
        Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
        return first.substring(first.indexOf("http://")).trim();
    }

    private int verbs(String address) throws IOException, InterruptedException {
        say("");
        say("2. A configuration, in the folder " + FOLDER + " (it stays there; look at it, change it):");
        show("", "cd " + FOLDER);
        show("", "cat dnsconfig.js");
        out.print(Files.readString(folder.resolve("dnsconfig.js")));
        int status = verb("3. What would change? Nothing is sent yet:", List.of("preview"));
        status |= verb("4. Change it. Each write is noted first, and the zone is read back after:", List.of("push"));
        status |= verb(
                "5. And now? Nothing is left to do (the exit status would say otherwise):",
                List.of("preview", "--expect-no-changes"));
        say("");
        say("The emulator ends with the demonstration. To go on by hand:");
        say("  " + command("emulator --port " + address.substring(address.lastIndexOf(':') + 1))
                + "     in one terminal,");
        say("  cd " + FOLDER + " && " + command("preview") + "     in another.");
        say("With your own domains: put your token into creds.json and remove its line \"apiurl\" (see README.md).");
        return status;
    }

    private int verb(String title, List<String> words) throws IOException, InterruptedException {
        say("");
        say(title);
        show(String.join(" ", words), "");
        Process process = start(words, folder);
        try (InputStream output = process.getInputStream()) {
            output.transferTo(out);
        }
        out.flush();
        return process.waitFor();
    }

    private Process start(List<String> words, Path where) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(launcher);
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
        builder.environment().put("CADASTRE_STATE", folder.resolve(".state").toString());
        if (surroundings.terminal()) {
            builder.environment().putIfAbsent("CI", "true");
        }
        return builder.redirectErrorStream(true).start();
    }

    private void write(String address) throws IOException {
        Files.createDirectories(folder);
        Path config = folder.resolve("dnsconfig.js");
        if (!Files.exists(config)) {
            Files.writeString(config, resource("dnsconfig.js"));
        }
        Files.writeString(folder.resolve("creds.json"), resource("creds.json").replace("ADDRESS", address));
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = DemoVerb.class.getResourceAsStream("demo/" + name)) {
            if (stream == null) {
                throw new IOException("the demonstration's " + name + " is missing from the program");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void show(String verb, String other) {
        out.println("$ " + (other.isEmpty() ? command(verb) : other));
    }

    /// The command as it can be typed: the launcher by its name if it is on the PATH, else by its path.
    private String command(String words) {
        return launcher + " " + words;
    }

    private void say(String line) {
        out.println(line);
    }
}
