package cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.emulator.Emulator;
import cadastre.emulator.EmulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Whole transcripts: standard output, standard error and exit status of every command of a session.
///
/// A case is a folder below `golden`: the files the user has, `commands` (one a line, without the program's name) and
/// `transcript`, which is compared whole. Each case has an emulator of its own; `ADDRESS` in the files is where it
/// listens.
/// `-Dgolden.write=true` writes the transcripts anew; read what that changes before committing it.
class GoldenTest {
    private static final Path CASES = Path.of("src/test/resources/golden");

    @TestFactory
    Stream<DynamicTest> transcripts(@TempDir Path folder) throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            List<Path> sorted = cases.sorted().toList();
            assertThat(sorted).isNotEmpty();
            return sorted.stream()
                    .map(one -> DynamicTest.dynamicTest(
                            one.getFileName().toString(), () -> compare(one, folder.resolve(one.getFileName()))));
        }
    }

    private static void compare(Path golden, Path folder) throws Exception {
        String transcript = transcript(golden, folder);
        Path expected = golden.resolve("transcript");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(expected, transcript);
        }
        assertThat(transcript).isEqualTo(Files.readString(expected));
    }

    private static String transcript(Path golden, Path folder) throws Exception {
        Path portfolio = golden.resolve("portfolio.json");
        EmulatorOptions options = EmulatorOptions.standard();
        if (Files.exists(portfolio)) {
            options = options.withPortfolio(portfolio);
        }
        try (Emulator emulator = Emulator.start(options)) {
            copy(golden, folder, emulator.address());
            Caller caller = new Caller(folder);
            StringBuilder transcript = new StringBuilder();
            for (String command : Files.readAllLines(golden.resolve("commands"))) {
                Caller.Outcome outcome = caller.run(command.isEmpty() ? new String[0] : command.split(" "));
                transcript.append("$ cadastre ").append(command).append('\n').append(outcome.out());
                if (!outcome.err().isEmpty()) {
                    transcript.append("-- standard error\n").append(outcome.err());
                }
                transcript.append("-- exit ").append(outcome.status()).append("\n\n");
            }
            return transcript
                    .toString()
                    .replace(emulator.address(), "ADDRESS")
                    .replace(folder.toString(), "FOLDER")
                    .replaceAll("Inaccurate statistics: \\{.*\\}", "Inaccurate statistics: {}")
                    .replaceAll("(?m)^\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d ", "DATE ");
        }
    }

    private static void copy(Path golden, Path folder, String address) throws IOException {
        try (Stream<Path> files = Files.walk(golden)) {
            for (Path file : files.toList()) {
                Path to = folder.resolve(golden.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.writeString(to, Files.readString(file).replace("ADDRESS", address));
                }
            }
        }
    }
}
