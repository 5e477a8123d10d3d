package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Credentials and TYPEs as the recorded cases hold them; the transcripts behind them are compared in
/// `cli`.
class CredsOracleTest {
    private static final Pattern DECLARATION =
            Pattern.compile("New(Registrar|DnsProvider)\\(\"([^\"]*)\"(?:, *\"([^\"]*)\")?");

    @TestFactory
    Stream<DynamicTest> credentialsAreReadAsRecorded() {
        return Oracle.tests("creds", CredsOracleTest::compare);
    }

    private static void compare(Oracle.Case oracle) throws IOException {
        for (Oracle.Step step : oracle.steps()) {
            String verb = step.arguments().getFirst();
            boolean getZones = verb.equals("get-zones");
            if (!getZones && !verb.equals("preview") && !verb.equals("push")) {
                continue;
            }
            String file = step.option("--creds", "creds.json");
            Creds.Outcome outcome = Creds.load(file, new FolderCredsSource(oracle.folder(), step.environment()));
            if (outcome instanceof Creds.Outcome.Failed failed) {
                assertThat(step.exit()).isNotZero();
                if (!step.lenient().contains("ignore_stderr")) {
                    String start = getZones ? "failed GetZone LoadProviderConfigs(\"" + file + "\"): " : "";
                    assertThat(step.stderr()).isEqualTo(start + failed.text() + "\n");
                }
                continue;
            }
            Creds.Outcome.Loaded loaded = (Creds.Outcome.Loaded) outcome;
            assertThat(step.stderr()).doesNotContain("provider credentials file", "exit status");
            assertThat(step.stdout().startsWith("INFO: Config file"))
                    .isEqualTo(!loaded.notices().isEmpty());
            loaded.notices().forEach(notice -> assertThat(step.stdout()).contains(notice + "\n"));
            if (!getZones) {
                compareTypes(oracle, step, loaded.creds());
            }
        }
    }

    private static void compareTypes(Oracle.Case oracle, Oracle.Step step, Creds creds) throws IOException {
        List<ProviderDeclaration> registrars = new ArrayList<>();
        List<ProviderDeclaration> providers = new ArrayList<>();
        Matcher matcher = DECLARATION.matcher(Files.readString(oracle.folder().resolve("dnsconfig.js")));
        while (matcher.find()) {
            String type = matcher.group(3) == null ? ProviderDeclaration.LOOK_UP : matcher.group(3);
            (matcher.group(1).equals("Registrar") ? registrars : providers)
                    .add(new ProviderDeclaration(matcher.group(2), type, Optional.empty()));
        }
        ProviderTypes.Outcome outcome = ProviderTypes.resolve(new Config(registrars, providers, List.of()), creds);
        String text = String.join(
                "", outcome.messages().stream().map(line -> line + "\n").toList());
        if (outcome instanceof ProviderTypes.Outcome.Failed) {
            assertThat(step.exit()).isEqualTo(1);
            assertThat(step.stderr()).isEqualTo(text);
        } else {
            assertThat(step.stderr()).startsWith(text);
            assertThat(step.stderr()).doesNotContain("ERROR: ");
        }
    }
}
