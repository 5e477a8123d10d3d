package cadastre.language;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cadastre.script.Limits;
import cadastre.script.ScriptEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.jr.ob.JSON;

/// The recorded cases of the tool we are compatible with, run in process: `check` and `print-ir`.
///
/// They lie beside the project, or where the system property `cadastre.oracle` says; without them this
/// test is
/// skipped. Where we are deliberately different, `docs/oracle-differences.tsv` says why; a case listed
/// there that
/// agrees again fails, too.
class OracleTest {
    private static final Path PROJECT =
            requireNonNull(Path.of("").toAbsolutePath().getParent());
    private static final Pattern PREFIX = Pattern.compile("(stdout|stderr)_prefix=(\\d+)");

    private static Path oracle() {
        String named = System.getProperty("cadastre.oracle");
        return named == null ? PROJECT.resolveSibling("shared").resolve("oracle") : Path.of(named);
    }

    @Test
    void theCasesAreThereOrItIsSaidThatTheyAreNot() {
        assumeTrue(Files.isDirectory(oracle()), "no recorded cases at " + oracle());
        assertThat(oracle().resolve("cases/ir")).isDirectory();
    }

    @TestFactory
    Stream<DynamicTest> eachCaseAgrees() throws IOException {
        if (!Files.isDirectory(oracle())) {
            return Stream.empty();
        }
        Map<String, String> known = knownDifferences();
        List<DynamicTest> tests = new ArrayList<>();
        for (String group : List.of("ir", "errors")) {
            try (Stream<Path> folders = Files.list(oracle().resolve("cases").resolve(group))) {
                for (Path folder : folders.sorted().toList()) {
                    String name = group + "/" + folder.getFileName();
                    tests.add(DynamicTest.dynamicTest(name, () -> {
                        List<String> differences = differences(folder, name);
                        if (known.containsKey(name)) {
                            assertThat(differences)
                                    .as("listed as different: " + known.get(name))
                                    .isNotEmpty();
                        } else {
                            assertThat(differences).as(name).isEmpty();
                        }
                    }));
                }
            }
        }
        return tests.stream();
    }

    private static Map<String, String> knownDifferences() throws IOException {
        Map<String, String> known = new HashMap<>();
        Path file = PROJECT.resolve("docs/oracle-differences.tsv");
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int tab = line.indexOf('\t');
                // What only the command line adds does not show here.
                if (tab > 0 && !line.startsWith("#") && !line.contains("\tCommand line: ")) {
                    known.put(line.substring(0, tab), line.substring(tab + 1));
                }
            }
        }
        return known;
    }

    private static List<String> differences(Path folder, String name) throws IOException {
        List<String> differences = new ArrayList<>();
        Map<String, Object> recorded =
                JSON.std.mapFrom(Files.readString(oracle().resolve("expected").resolve(name + ".json")));
        List<?> steps = list(recorded, "steps");
        for (int i = 0; i < steps.size(); i++) {
            Map<?, ?> step = (Map<?, ?>) steps.get(i);
            Map<?, ?> meta = (Map<?, ?>) list(recorded, "meta").get(i);
            List<String> argv = texts(step, "argv");
            List<String> lenient = texts(meta, "lenient");
            List<String> compared = texts(meta, "compare");
            if (argv.getFirst().equals("check") || argv.getFirst().equals("print-ir")) {
                Run run = Run.of(folder, argv);
                compare("exit", String.valueOf(step.get("exit")), String.valueOf(run.exit), argv, differences);
                compareStdout(step, run, lenient, isText(lenient, compared), differences);
                compare(
                        "stderr",
                        sorted(cut(text(step, "stderr"), "stderr", lenient)),
                        sorted(cut(run.err.toString(), "stderr", lenient)),
                        argv,
                        differences);
            }
        }
        return differences;
    }

    private static List<?> list(Map<?, ?> map, String key) {
        return (List<?>) requireNonNull(map.get(key));
    }

    private static List<String> texts(Map<?, ?> map, String key) {
        return list(map, key).stream().map(String::valueOf).toList();
    }

    private static String text(Map<?, ?> map, String key) {
        return (String) requireNonNull(map.get(key));
    }

    private static void compareStdout(
            Map<?, ?> step, Run run, List<String> lenient, boolean exact, List<String> differences) throws IOException {
        String expected = cut(text(step, "stdout"), "stdout", lenient);
        String actual = cut(run.out.toString(), "stdout", lenient);
        int wanted = document(expected);
        int got = document(actual);
        if (wanted < 0 || got < 0 || exact) {
            compare("stdout", expected, actual, run.argv, differences);
            return;
        }
        compare("printed", expected.substring(0, wanted), actual.substring(0, got), run.argv, differences);
        Map<String, Object> one = JSON.std.mapFrom(expected.substring(wanted));
        Map<String, Object> other = JSON.std.mapFrom(actual.substring(got));
        if (!one.equals(other)) {
            compare("document", JSON.std.asString(one), JSON.std.asString(other), run.argv, differences);
        }
    }

    private static boolean isText(List<String> lenient, List<String> compared) {
        return compared.contains("stdout_exact") || lenient.stream().anyMatch(rule -> rule.startsWith("stdout_prefix"));
    }

    private static int document(String output) {
        return Math.max(output.indexOf("{\n  \"registrars\""), output.indexOf("{\"registrars\""));
    }

    private static String cut(String recorded, String stream, List<String> lenient) {
        String text = recorded.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "<TIME>");
        for (String rule : lenient) {
            Matcher prefix = PREFIX.matcher(rule);
            if (prefix.matches() && prefix.group(1).equals(stream)) {
                int length = Integer.parseInt(prefix.group(2));
                return text.lines()
                        .map(line -> line.substring(0, Math.min(length, line.length())))
                        .reduce("", (a, b) -> a + b + "\n");
            }
        }
        return text;
    }

    private static String sorted(String text) {
        return text.lines().sorted().reduce("", (a, b) -> a + b + "\n");
    }

    private static void compare(String what, String expected, String actual, List<String> argv, List<String> out) {
        if (!expected.equals(actual)) {
            out.add(String.join(" ", argv) + ": " + what + "\n  expected: " + expected + "\n  but was:  " + actual);
        }
    }

    /// What the two verbs do, without their command line.
    private static final class Run {
        final List<String> argv;
        final StringBuilder out = new StringBuilder();
        final StringBuilder err = new StringBuilder();
        int exit;

        private Run(List<String> argv) {
            this.argv = argv;
        }

        static Run of(Path folder, List<String> argv) {
            Run run = new Run(argv);
            SortedMap<String, String> variables = new TreeMap<>();
            String file = "dnsconfig.js";
            for (int i = 1; i < argv.size(); i++) {
                switch (argv.get(i)) {
                    case "--config" -> file = argv.get(++i);
                    case "-v", "--variable" -> {
                        String[] parts = argv.get(++i).split("=", 2);
                        variables.put(parts[0], parts[1]);
                    }
                    default -> {}
                }
            }
            Program.Settings settings = new Program.Settings(
                    Sources.of(folder),
                    variables,
                    line -> run.out.append(line).append('\n'),
                    ScriptEngine.v8(),
                    Limits.DEFAULT);
            run.finish(Program.evaluate(file, settings), file);
            return run;
        }

        private void finish(Program.Outcome outcome, String file) {
            boolean check = argv.getFirst().equals("check");
            StringBuilder complaints = check ? out : err;
            switch (outcome) {
                case Program.Evaluated(Config config, boolean undecided) -> validate(config, undecided, check);
                case Program.Failed(String message, Optional<SourcePosition> _, Optional<String> _) -> {
                    complaints
                            .append("executing ")
                            .append(file)
                            .append(": ")
                            .append(message)
                            .append('\n');
                    exit = 1;
                }
                case Program.Panicked(String text) -> {
                    err.append(text).append('\n');
                    exit = 1;
                }
                case Program.Interrupted() -> exit = 130;
            }
        }

        private void validate(Config config, boolean undecided, boolean check) {
            StringBuilder complaints = check ? out : err;
            Optional<String> missing = ProviderTypes.missingDeclaration(config);
            if (missing.isPresent()) {
                complaints.append(missing.get()).append('\n');
                exit = 1;
                return;
            }
            Config printed = config;
            if (!argv.contains("--raw")) {
                Validation.Outcome validated = Validation.validate(config);
                printed = validated.config();
                validated.lines().forEach(line -> complaints.append(line).append('\n'));
                if (validated.hasErrors()) {
                    complaints.append(Validation.EXITING).append('\n');
                    exit = 1;
                    return;
                }
            }
            if (check) {
                if (undecided) {
                    out.append("WARNING: REV() breaking change coming in v5.0."
                            + " See https://docs.dnscontrol.org/functions/REVCOMPAT\n");
                }
                out.append("No errors.\n");
            } else {
                out.append(IrWriter.write(printed, argv.contains("--pretty"))).append('\n');
            }
        }
    }
}
