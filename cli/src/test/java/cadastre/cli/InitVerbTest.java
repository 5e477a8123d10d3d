package cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cadastre.emulator.Emulator;
import cadastre.emulator.EmulatorOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class InitVerbTest {
    private static final String TOKEN = "pat_demo_all0000000000000000000000000000";

    private static final String KEY = "demoapikey00000000000000";

    private Emulator emulator;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        emulator = Emulator.start(EmulatorOptions.standard());
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private Caller caller(String... answers) {
        return new Caller(folder)
                .with("CADASTRE_GANDI_URL", emulator.address())
                .with("GANDI_TOKEN", TOKEN)
                .typing(String.join("\n", answers) + "\n");
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    void aWrongTokenIsAskedForAgainAndTheZonesAreWrittenAsTheyAre() throws IOException {
        Caller.Outcome outcome = caller("1", "y", "", "1", "wrong", "y", "1", "$GANDI_TOKEN", "1-2", "y", "y")
                .run("init");

        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("Which DNS service provider do you want to configure?\n  1) Gandi\n")
                .contains("Use the same Gandi v5 account for the registrar role too? (Y/n)")
                .endsWith("Done. 0 corrections.\n");
        assertThat(read("creds.json"))
                .isEqualTo(
                        "{\n  \"gandi_v5_primary\": { \"TYPE\": \"GANDI_V5\", \"token\": \"$GANDI_TOKEN\", \"apiurl\": \""
                                + emulator.address() + "\" }\n}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("creds.json"))))
                .isEqualTo("rw-------");
        assertThat(read("dnsconfig.js")).startsWith("""
                        var REG_GANDI_V5 = NewRegistrar("gandi_v5_primary");
                        var DNS_GANDI_V5 = NewDnsProvider("gandi_v5_primary");

                        D(\"""").doesNotContain("SOA(", "NAMESERVER(", "//");
    }

    @Test
    void atTheEndOfInputNothingIsWritten() throws IOException {
        for (String[] answers : new String[][] {{}, {"1"}, {"1", "y", "", "1", TOKEN, "none"}}) {
            Caller.Outcome outcome = caller(answers).run("init");

            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.err()).endsWith("EOF\n");
            assertThat(folder.resolve("creds.json")).doesNotExist();
            assertThat(folder.resolve("dnsconfig.js")).doesNotExist();
        }
    }

    @Test
    void whoGivesUpOrDeclinesFindsNothingChanged() throws IOException {
        Files.writeString(folder.resolve("creds.json"), "{ /* mine */ }");

        assertThat(caller("1", "n", "g", "1", "wrong", "n").run("init").err()).endsWith("init aborted by user\n");
        Caller.Outcome declined = caller("1", "n", "g", "1", TOKEN, "none", "n").run("init");
        assertThat(declined.err()).isEqualTo("init aborted by user\n");
        assertThat(declined.out())
                .contains("\"token\": \"********\"")
                .contains("NOTE: creds.json already exists; new entries are merged in.")
                .doesNotContain(TOKEN);
        assertThat(read("creds.json")).isEqualTo("{ /* mine */ }");
    }

    @Test
    void whatIsInTheCredentialsStaysAsItIsWritten() throws IOException {
        Files.writeString(
                folder.resolve("creds.json"),
                "{\n  // mine\n  \"other\": {\"TYPE\": \"NONE\", \"key\": \"$KEY\"}\n}\n");
        Files.writeString(folder.resolve("dnsconfig.js"), "old");

        Caller.Outcome outcome =
                caller("1", "n", "other", "g", "2", KEY, "2", "none", "y", "n").run("init");

        assertThat(outcome.out())
                .contains("That name is taken")
                .contains("NOTE: dnsconfig.js already exists and will be replaced.");
        assertThat(read("creds.json"))
                .startsWith(
                        "{\n  // mine\n  \"other\": {\"TYPE\": \"NONE\", \"key\": \"$KEY\"},\n  \"g\": { \"TYPE\": \"GANDI_V5\","
                                + " \"apikey\": ")
                .contains("\"sharing_id\": \"");
        assertThat(read("dnsconfig.js"))
                .startsWith("var REG_GANDI_V5 = NewRegistrar(\"none\");\n")
                .contains(
                        "D(\"example.com\", REG_GANDI_V5,\n\tDnsProvider(DNS_GANDI_V5),\n\tA(\"@\", \"1.2.3.4\"),\n);");
    }

    @Test
    void zoneFilesAndNoProviderCanBeChosenToo() throws IOException {
        Files.createDirectories(folder.resolve("z"));
        Files.writeString(
                folder.resolve("z/example.com.zone"),
                "$TTL 600\n@ SOA a. b. 1 2 3 4 5\n@ NS ns.example.net.\n@ A 192.0.2.1\nsub NS ns.example.net.\n");

        assertThat(caller("2", "mine", "z", "all", "y", "n").run("init").status())
                .isZero();
        assertThat(read("dnsconfig.js")).isEqualTo("""
                var REG_BIND = NewRegistrar("none");
                var DNS_BIND = NewDnsProvider("mine");

                D("example.com", REG_BIND,
                	{no_ns: "true"},
                	DnsProvider(DNS_BIND),
                	DefaultTTL(600),
                	A("@", "192.0.2.1"),
                	NS("sub", "ns.example.net."),
                );
                """);
        assertThat(caller("3", "y").run("init").status()).isZero();
        assertThat(read("dnsconfig.js"))
                .isEqualTo(
                        "var REG_NONE = NewRegistrar(\"none\");\n\nD(\"example.com\", REG_NONE,\n\tA(\"@\", \"1.2.3.4\"),\n);\n");
    }

    @Test
    void credentialsAloneCanBeMade() throws IOException {
        assertThat(caller("1", "y", "", "1", TOKEN, "y")
                        .run("init", "--no-config")
                        .status())
                .isZero();
        assertThat(read("creds.json")).contains(TOKEN);
        assertThat(folder.resolve("dnsconfig.js")).doesNotExist();
    }

    @Test
    void answersThatAreNoneAreAskedForAgain() throws IOException {
        Caller.Outcome outcome = caller("9", "x", "1", "maybe", "y", "", "1", TOKEN, "1-99,2", "2-1", "1,3-3", "y", "n")
                .run("init");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("from 1 to 3.").contains("Please answer y or n.");
        assertThat(read("dnsconfig.js").split("\nD\\(", -1)).hasSize(3);
    }

    /// Runs where the program `script` makes a pseudo-terminal.
    @Test
    void onATerminalTheTokenIsNotShown() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script is not installed");
        String command = System.getProperty("java.home") + "/bin/java -cp '" + System.getProperty("java.class.path")
                + "' --enable-native-access=ALL-UNNAMED cadastre.cli.Main init --no-config";
        ProcessBuilder builder =
                new ProcessBuilder("/usr/bin/script", "-qec", command, "/dev/null").directory(folder.toFile());
        builder.environment().put("CADASTRE_GANDI_URL", emulator.address());
        Process process = builder.redirectErrorStream(true).start();
        StringBuilder shown = new StringBuilder();
        try {
            for (String[] step : new String[][] {
                {"Number: ", "1"},
                {"too? ", "y"},
                {"creds.json: ", ""},
                {"Number: ", "1"},
                {"Token: ", "wrong-token"},
                {"Retry? ", "y"},
                {"Number: ", "1"},
                {"Token: ", TOKEN},
                {"files? ", "y"}
            }) {
                awaitText(process, shown, step[0].strip());
                process.getOutputStream().write((step[1] + "\n").getBytes(StandardCharsets.UTF_8));
                process.getOutputStream().flush();
            }
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(shown.toString()).isZero();
        } finally {
            process.destroy();
        }
        assertThat(shown.toString()).contains("Access was denied").doesNotContain(TOKEN, "wrong-token");
        assertThat(read("creds.json")).contains(TOKEN);
    }

    /// Reads up to the next time that `text` is shown.
    private static void awaitText(Process process, StringBuilder shown, String text) throws IOException {
        int from = shown.length();
        while (shown.indexOf(text, from) < 0
                || !(shown.toString().stripTrailing().endsWith(")")
                        || shown.toString().endsWith(" "))) {
            int octet = process.getInputStream().read();
            if (octet < 0) {
                throw new AssertionError("ended before \"" + text + "\": " + shown);
            }
            shown.append((char) octet);
        }
    }
}
