package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each public function as `conformance/functions.txt` has it: what it makes and what it says, in a domain, inside
/// `D_EXTEND` and from a required file.
class ConformanceTest {
    private static final String PROLOGUE = """
            var REG = NewRegistrar("none", "NONE"), GANDI = NewDnsProvider("gandi", "GANDI_V5"), FILES = NewDnsProvider("files", "BIND");
            D("source.example", REG, A("@", "192.0.2.2"));
            """;
    private static final Pattern ALWAYS_THERE =
            Pattern.compile("\\{\"name\":\"(none|gandi|files)\",\"type\":\"[A-Z0-9_]+\"},?"
                    + "|\\{\"name\":\"(source|host).example\".*?\"target\":\"192.0.2.2\"}]},?"
                    + "|\"name\":\"example.com\",\"uniquename\":\"example.com\",\"registrar\":\"none\","
                    + "|\"dnscontrol_[a-z]+\":\"[^\"]*\",?|\"filepos\":\"[^\"]*\",");
    private static final Pattern EMPTY = Pattern.compile(
            "\"(registrars|dns_providers)\":\\[],|\"(dnsProviders|meta)\":\\{},?|\"records\":\\[](?=[,}]),?");
    private static final Pattern FILEPOS = Pattern.compile("\"filepos\":\"([^\"]*)\"");
    private static final Pattern PLACE = Pattern.compile("\\[line:4:\\d+]");

    /// A function.
    ///
    /// @param top whether it is called at the top level, not inside of `D`
    private record Function(String name, boolean top, List<Case> cases) {}

    /// A use.
    ///
    /// @param mark     `>` for what is made, `~` for what is thrown, `?` for what is said afterwards
    /// @param expected in a domain and from a required file
    /// @param extended inside `D_EXTEND`
    private record Case(String call, char mark, String expected, String extended) {}

    /// What became of a program.
    ///
    /// @param places of the records it made
    private record Result(String text, List<String> places) {}

    private static List<Function> functions() throws IOException {
        List<Function> functions = new ArrayList<>();
        String call = "";
        for (String line : resource().lines().toList()) {
            String rest = line.substring(Math.min(2, line.length()));
            if (line.startsWith("== ")) {
                String name = line.substring(3);
                functions.add(new Function(name.replace(" top", ""), name.endsWith(" top"), new ArrayList<>()));
            } else if (line.startsWith("> ") || line.startsWith("~ ") || line.startsWith("? ")) {
                functions.getLast().cases().add(new Case(call, line.charAt(0), rest, rest));
            } else if (line.startsWith("+ ")) {
                List<Case> cases = functions.getLast().cases();
                Case last = cases.removeLast();
                cases.add(new Case(last.call(), last.mark(), last.expected(), rest));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                call = line;
            }
        }
        return functions;
    }

    private static String resource() throws IOException {
        try (var in = ConformanceTest.class.getResourceAsStream("/conformance/functions.txt")) {
            return new String(Objects.requireNonNull(in, "no functions").readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Asked of the engine: what the language makes visible beside the engine's own.
    @Test
    void eachPublicFunctionMakesSomethingHere() throws IOException {
        Programs program = Programs.with("dnsconfig.js", "for (var name in globalThis) { console.log(name); }");
        program.config();
        TreeSet<String> visible = new TreeSet<>(program.printed());
        visible.removeAll(List.of("name", "_"));

        assertThat(visible)
                .as("functions, and HASH, PANIC, REV, REVCOMPAT, require")
                .hasSize(111 + 5);
        assertThat(functions().stream().map(Function::name)).containsExactlyInAnyOrderElementsOf(visible);
        assertThat(functions())
                .allSatisfy(function -> assertThat(function.cases())
                        .anyMatch(use -> use.mark() != '~'
                                && Pattern.compile("\\b" + function.name() + "\\b")
                                        .matcher(use.call())
                                        .find()));
    }

    @TestFactory
    Stream<DynamicTest> inADomain() throws IOException {
        return each((function, use) -> {
            Result result = run(function.top() ? "//\n" + use.call() : inDomain(use.call()));
            assertThat(result.text()).isEqualTo(use.expected());
            assertThat(result.places()).allMatch(place -> PLACE.matcher(place).matches());
        });
    }

    @TestFactory
    Stream<DynamicTest> insideOfAnExtension() throws IOException {
        return each((function, use) -> {
            Result result = run(
                    function.top()
                            ? "D(\"host.example\", REG, A(\"@\", \"192.0.2.2\")); D_EXTEND(\"sub.host.example\", function () {\n"
                                    + use.call() + "\n});"
                            : "D(\"example.com\", REG); D_EXTEND(\"sub.example.com\",\n" + use.call() + "\n);");
            assertThat(result.text()).isEqualTo(use.extended());
        });
    }

    @TestFactory
    Stream<DynamicTest> fromARequiredFile() throws IOException {
        return each((function, use) -> {
            Result result = run("require(\"./lib.js\");", function.top() ? use.call() : inDomain(use.call()));
            String expected = PLACE.matcher(use.expected()).replaceAll("[line:3:1]");
            assertThat(result.text()).isEqualTo(use.mark() == '~' ? "Error: File lib.js: " + expected : expected);
            assertThat(result.places()).allMatch("[line:3:1]"::equals);
        });
    }

    /// What is asked of one use of a function.
    private interface Check {
        void check(Function function, Case use);
    }

    private static Stream<DynamicTest> each(Check check) throws IOException {
        return functions().stream()
                .flatMap(function -> function.cases().stream()
                        .map(use -> DynamicTest.dynamicTest(
                                function.name() + ": " + use.call(), () -> check.check(function, use))));
    }

    private static String inDomain(String call) {
        return "D(\"example.com\", REG,\n" + call + "\n);";
    }

    private static Result run(String program) {
        return run(program, "");
    }

    private static Result run(String program, String required) {
        Programs programs = Programs.with("dnsconfig.js", PROLOGUE + program)
                .and("lib.js", required)
                .and("given.js", "var given = 1;")
                .and("given.json", "{\"address\": \"192.0.2.7\"}")
                .and("broken.js", "missing();")
                .and("below/one.js", "var one = 1;");
        if ((program + required).contains("/* --allow-fetch */")) {
            programs.fetching(_ -> new Fetcher.Response(200, Map.of(), "{\"web\": \"192.0.2.1\"}"));
        }
        return switch (programs.run("dnsconfig.js")) {
            case Program.Failed failed -> new Result(failed.message(), List.of());
            case Program.Panicked(String text) -> new Result("panic: " + text, List.of());
            case Program.Interrupted() -> throw new AssertionError("interrupted");
            case Program.Evaluated(Config config, var _) -> {
                List<String> said = Validation.validate(config).lines().stream()
                        .skip(1) // how many there are
                        .toList();
                String ir = IrWriter.write(config, false);
                List<String> places = FILEPOS.matcher(ir)
                        .results()
                        .map(place -> place.group(1))
                        .filter(place -> !place.startsWith("[line:2:"))
                        .toList();
                yield said.isEmpty() ? new Result(shown(ir), places) : new Result(String.join(" / ", said), List.of());
            }
        };
    }

    /// What is in `ir` beside what is always there.
    private static String shown(String ir) {
        String rest = EMPTY.matcher(ALWAYS_THERE.matcher(ir).replaceAll("")).replaceAll("");
        return rest.replaceAll(",(?=[}\\]])", "").replaceFirst("^\\{\"domains\":\\[(.*)]}$", "$1");
    }
}
