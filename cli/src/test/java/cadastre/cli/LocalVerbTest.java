package cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalVerbTest {
    private static final Path PAGES = Path.of("../docs/language");
    private static final Pattern SIGNATURES = Pattern.compile("```ts\n(.*?)```", Pattern.DOTALL);
    private static final String UNTIDY = "D( \"a\",R )";
    private static final String TIDY = "D(\"a\", R)\n";

    @TempDir
    private Path folder;

    private Caller.Outcome run(String... words) {
        return new Caller(folder).run(words);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    void fmtChangesTheConfigurationInPlaceAndSaysSo() throws IOException {
        write("dnsconfig.js", UNTIDY);

        assertThat(run("fmt")).isEqualTo(new Caller.Outcome(0, "", "dnsconfig.js (formatted)\n"));
        assertThat(read("dnsconfig.js")).isEqualTo(TIDY);
        assertThat(run("fmt")).isEqualTo(new Caller.Outcome(0, "", ""));
        assertThat(run("fmt", "-v")).isEqualTo(new Caller.Outcome(0, "", "dnsconfig.js (unchanged)\n"));
    }

    @Test
    void fmtWritesAnotherFileAlsoIfTheConfigurationIsTidy() throws IOException {
        write("dnsconfig.js", TIDY);

        assertThat(run("fmt", "-o", "other.js")).isEqualTo(new Caller.Outcome(0, "", "other.js (formatted)\n"));
        assertThat(read("other.js")).isEqualTo(TIDY);
    }

    @Test
    void fmtReadsStandardInputAndWritesStandardOutput() {
        assertThat(new Caller(folder).typing(UNTIDY).run("fmt", "--input=", "--output="))
                .isEqualTo(new Caller.Outcome(0, TIDY, ""));
    }

    @Test
    void fmtSaysWhichFileItCannotReadOrWrite() throws IOException {
        assertThat(run("fmt")).isEqualTo(new Caller.Outcome(1, "", "open dnsconfig.js: no such file or directory\n"));
        write("dnsconfig.js", UNTIDY);
        assertThat(run("fmt", "-o", "no/dir.js"))
                .isEqualTo(new Caller.Outcome(1, "", "open no/dir.js: no such file or directory\n"));
        assertThat(read("dnsconfig.js")).isEqualTo(UNTIDY);
    }

    @Test
    void theDeclarationsAreThoseOfThePages() throws IOException {
        assertThat(run("write-types"))
                .isEqualTo(new Caller.Outcome(0, "", "Successfully wrote types-dnscontrol.d.ts\n"));
        String types = read("types-dnscontrol.d.ts");

        TreeSet<String> signatures = new TreeSet<>();
        for (Path page : pages()) {
            MatchResult match = SIGNATURES
                    .matcher(Files.readString(page))
                    .results()
                    .findFirst()
                    .orElseThrow();
            for (String signature : match.group(1).split("\n(?=function |const )", -1)) {
                assertThat(types).as(page.toString()).containsOnlyOnce("\ndeclare " + signature.strip() + ";\n");
                signatures.add(signature);
            }
        }
        assertThat(Pattern.compile(
                                "^declare (?!function (fetch|glob|setTimeout|setInterval|clearTimeout|clearInterval)\\b"
                                        + "|const (console|_)\\b)",
                                Pattern.MULTILINE)
                        .matcher(types)
                        .results())
                .hasSameSizeAs(signatures);
    }

    /// Runs where a TypeScript compiler is installed.
    @Test
    void theExamplesOfThePagesFitTheDeclarations() throws Exception {
        run("write-types");
        StringBuilder names = new StringBuilder();
        for (Path page : pages()) {
            String text = Files.readString(page);
            String example = text.substring(text.lastIndexOf("```js\n") + 6, text.lastIndexOf("```"));
            String file = page.getFileName().toString().replace(".md", ".ts");
            write(
                    file,
                    "/// <reference path=\"types-dnscontrol.d.ts\" />\n"
                            + "var REG = NewRegistrar(\"none\"), DNS = NewDnsProvider(\"gandi\"),"
                            + " FILES = NewDnsProvider(\"bind\"), ELSEWHERE = NewDnsProvider(\"elsewhere\");\n"
                            + example);
            names.append(' ').append(file);
        }
        Process process = shell("command -v tsc >/dev/null || exit 77; tsc --noEmit" + names);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        assumeFalse(status == 77, "tsc is not installed");

        assertThat(said).isEmpty();
        assertThat(status).isZero();
    }

    private Process shell(String script) throws IOException {
        return new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
        }
    }

    @Test
    void bashCompletesVerbsFlagsAndShells() throws Exception {
        write("complete.sh", run("shell-completion", "bash").out() + """
                complete_words() { COMP_WORDS=(cadastre "$@"); COMP_CWORD=$#; _cadastre; echo "${COMPREPLY[@]}"; }
                complete_words pre
                complete_words --no-colors preview --expect
                complete_words get-zone --tt
                complete_words shell-completion z
                complete_words --disable
                complete_words fmt dns
                """);
        Process process = new ProcessBuilder("bash", "complete.sh")
                .directory(folder.toFile())
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("preview\n--expect-no-changes\n--ttl\nzsh\n--disableordering\n\n");
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void theScriptForZshNamesAllVerbsAndFlags() {
        String script = run("shell-completion", "/usr/bin/zsh").out();

        assertThat(script).startsWith("#compdef cadastre\n").contains("'--domains:only these zones");
        Verbs.ALL.forEach(verb -> assertThat(script).contains("'" + verb.name() + ":"));
    }

    @Test
    void theShellIsTheOneInUseUnlessNamed() {
        assertThat(new Caller(folder)
                        .with("SHELL", "/bin/bash")
                        .run("shell-completion")
                        .out())
                .isEqualTo(run("shell-completion", "bash").out());
        assertThat(run("shell-completion")).isEqualTo(new Caller.Outcome(1, "", "shell not specified\n"));
        assertThat(run("shell-completion", "fish")).isEqualTo(new Caller.Outcome(1, "", "unknown shell: fish\n"));
    }

    @Test
    void scriptsThatComeWithDnscontrolGetTheNamesOfAllVerbs() {
        String names = Verbs.ALL.stream().flatMap(verb -> verb.names().stream()).collect(Collectors.joining("\n"));
        assertThat(run("--generate-bash-completion").out()).isEqualTo(names + "\nhelp\nh\n");
        assertThat(new Caller(folder)
                        .with("SHELL", "/bin/zsh")
                        .run("--generate-bash-completion")
                        .out())
                .contains("push:change what preview shows");
    }
}
