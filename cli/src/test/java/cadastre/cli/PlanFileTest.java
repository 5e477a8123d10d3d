package cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(folder.resolve("creds.json"), "{}");
        Files.createDirectories(folder.resolve("zones"));
        declare("one.example", "two.example");
    }

    private void declare(String... zones) throws IOException {
        StringBuilder text = new StringBuilder("var REG = NewRegistrar('none'), DNS = NewDnsProvider('bind');\n");
        for (String zone : zones) {
            text.append("D('").append(zone).append("', REG, DnsProvider(DNS), A('@', '192.0.2.1'));\n");
        }
        Files.writeString(folder.resolve("dnsconfig.js"), text);
    }

    private Caller.Outcome run(String... words) {
        return new Caller(folder).run(words);
    }

    private boolean isWritten(String zone) {
        return Files.exists(folder.resolve("zones/" + zone + ".zone"));
    }

    @Test
    void aPlanHoldsWhatItTakesToReadAndApproveIt() throws IOException {
        run("preview", "--plan", "plan.json");
        String plan = Files.readString(folder.resolve("plan.json"));

        assertThat(plan)
                .startsWith("{\"format\":1,\"hash\":\"")
                .contains("\"requests\":4,")
                .contains("{\"domain\":\"one.example\",\"account\":\"bind\",\"hash\":\"")
                .contains("\"+ CREATE two.example A 192.0.2.1 ttl=300\"");
        assertThat(run("push", "--plan", "plan.json").status()).isZero();
        assertThat(isWritten("one.example")).isTrue();
        assertThat(isWritten("two.example")).isTrue();
    }

    @Test
    void aPlanMadeTwiceIsTheSame() throws IOException {
        run("preview", "--plan", "a.json");
        run("preview", "--plan", "b.json");

        assertThat(folder.resolve("a.json")).hasSameTextualContentAs(folder.resolve("b.json"));
    }

    @Test
    void zonesThatThePlanDoesNotHoldAreNotPushed() throws IOException {
        run("preview", "--plan", "plan.json", "--domains", "one.example");

        assertThat(run("push", "--plan", "plan.json").err())
                .contains("two.example (bind): the plan does not hold what is to do\n");
        assertThat(isWritten("one.example")).isFalse();
        assertThat(run("push", "--plan", "plan.json", "--domains", "one.example")
                        .status())
                .isZero();
        assertThat(isWritten("one.example")).isTrue();
        assertThat(isWritten("two.example")).isFalse();
    }

    @Test
    void zonesThatAreNotDeclaredAnyMoreAreADifference() throws IOException {
        run("preview", "--plan", "plan.json");
        declare("one.example");

        assertThat(run("push", "--plan", "plan.json").err())
                .contains("two.example (bind): nothing is to do any more, or it is not looked at\n");
        assertThat(isWritten("one.example")).isFalse();
    }

    @Test
    void aPlanThatWasChangedByHandIsRefused() throws IOException {
        run("preview", "--plan", "plan.json");
        Path file = folder.resolve("plan.json");
        String plan = Files.readString(file);
        for (String changed : new String[] {
            plan.replaceFirst("\"rdata\":\\[\"192.0.2.1\"", "\"rdata\":[\"192.0.2.2\""),
            plan.replaceFirst("\"domain\":\"one", "\"domain\":\"six"),
            plan.replace("\"format\":1,\"hash\"", "\"format\":2,\"hash\""),
            plan.replaceFirst("\"zone\":\"one", "\"zone\":\"..one"),
            "[]",
            ""
        }) {
            assertThat(changed).isNotEqualTo(plan);
            Files.writeString(file, changed);
            assertThat(run("push", "--plan", "plan.json"))
                    .satisfies(outcome -> assertThat(outcome.status()).isEqualTo(1))
                    .satisfies(outcome -> assertThat(outcome.err()).startsWith("plan.json is no plan of cadastre"));
        }
        assertThat(isWritten("one.example")).isFalse();
    }

    @Test
    void aRunWithErrorsMakesNoPlan() throws IOException {
        Files.writeString(
                folder.resolve("dnsconfig.js"),
                "D('one.example', NewRegistrar('none'), DnsProvider(NewDnsProvider('bind')), A('@', '192.0.2.1'),"
                        + " IGNORE('@'));");

        assertThat(run("preview", "--plan", "plan.json").err()).contains("NOTE: plan.json was not written");
        assertThat(folder.resolve("plan.json")).doesNotExist();
    }
}
