package cadastre.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a demonstration shows of the command line: the commands a user types, each printed before its output.
final class CommandLineSteps {
    private final PrintStream out;
    private final Path folder;
    private final String launcher;

    CommandLineSteps(PrintStream out, Path folder, Map<String, String> environment) {
        this.out = out;
        this.folder = folder;
        this.launcher = environment.getOrDefault("CADASTRE_LAUNCHER", "cadastre");
    }

    /// @param api where the emulated Gandi is
    /// @throws Complaint if one of the commands fails
    void show(String api) throws Complaint, IOException {
        write(api);
        out.println();
        out.println("And the command line beside it. A configuration, in the folder " + Demonstration.FOLDER
                + " (it stays there; look at it, change it):");
        out.println("$ cd " + Demonstration.FOLDER + " && cat dnsconfig.js");
        out.print(Files.readString(folder.resolve("dnsconfig.js")));
        run("1. What would change? Nothing is sent yet:", List.of("preview"));
        run("2. Change it. Each write is noted first, and the zone is read back after:", List.of("push"));
        run(
                "3. And now? Nothing is left to do (the exit status would say otherwise):",
                List.of("preview", "--expect-no-changes"));
        out.println();
        out.println("Sync now in the console, and it shows what was changed elsewhere.");
        out.println("With your own domains: put your token into creds.json and remove its line \"apiurl\".");
    }

    private void run(String title, List<String> words) throws Complaint, IOException {
        out.println();
        out.println(title);
        out.println("$ " + launcher + " " + String.join(" ", words));
        List<String> command = new ArrayList<>();
        command.add(launcher);
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("CADASTRE_STATE", folder.resolve(".state").toString());
        builder.environment().putIfAbsent("CI", "true");
        Process process = builder.redirectErrorStream(true).start();
        try (InputStream output = process.getInputStream()) {
            output.transferTo(out);
        }
        out.flush();
        try {
            int status = process.waitFor();
            if (status != 0) {
                throw new Complaint("\"" + String.join(" ", words) + "\" ended with " + status);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }

    private void write(String api) throws IOException {
        Files.createDirectories(folder);
        Path config = folder.resolve("dnsconfig.js");
        if (!Files.exists(config)) {
            Files.writeString(config, resource("dnsconfig.js"));
        }
        Files.writeString(folder.resolve("creds.json"), resource("creds.json").replace("ADDRESS", api));
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = CommandLineSteps.class.getResourceAsStream("demo/" + name)) {
            if (stream == null) {
                throw new IOException("the demonstration's " + name + " is missing from the program");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
