package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What the original's validation gave goes through ours: nothing changes, and the same is said of it.
class RecordedIrTest {
    @TestFactory
    Stream<DynamicTest> whatIsInItsOneFormStaysInIt() {
        return Oracle.tests("ir", RecordedIrTest::compare);
    }

    private static void compare(Oracle.Case oracle) {
        Oracle.Step step = oracle.steps().getFirst();
        int start = step.stdout().startsWith("{") ? 0 : step.stdout().indexOf("\n{") + 1;
        if (step.exit() != 0 || start < 0 || !step.stdout().substring(start).startsWith("{")) {
            abort(oracle.name() + " records no IR");
        }
        if (step.arguments().contains("--raw")) {
            abort(oracle.name() + " records an IR that is not validated");
        }
        Config config = withoutSplitRecords(RecordedIr.read(step.stdout().substring(start)));
        Validation.Outcome outcome = Validation.validate(config);
        assertThat(String.join("\n", outcome.lines())).isEqualTo(validationLines(step.stderr()));
        for (int i = 0; i < config.domains().size(); i++) {
            List<RecordConfig> before = config.domains().get(i).records();
            assertThat(outcome.config().domains().get(i).records()).isEqualTo(before);
            assertZone(outcome.config().domains().get(i));
        }
    }

    // Only the first of a chain was cut shorter, so cutting the chain again cuts the others too.
    private static Config withoutSplitRecords(Config config) {
        return config.withDomains(config.domains().stream()
                .map(domain -> domain.withRecords(domain.records().stream()
                        .filter(record -> !record.meta().containsKey("split"))
                        .toList()))
                .toList());
    }

    private static String validationLines(String stderr) {
        int at = stderr.indexOf(" Validation errors:");
        return at < 0 ? "" : stderr.substring(stderr.lastIndexOf('\n', at) + 1).strip();
    }

    // Every record of a type that DNS has can stand in a zone.
    private static void assertZone(DomainConfig domain) {
        List<RecordConfig> ours = domain.records().stream()
                .filter(record -> !RecordTypes.isCustom(record.type()))
                .filter(record -> !record.type().equals("CLOUDFLAREAPI_SINGLE_REDIRECT"))
                .toList();
        DesiredZone.Outcome zone = DesiredZone.of(domain.withRecords(ours), List.of(), new GandiAdjustments());
        assertThat(zone)
                .as(() -> zone instanceof DesiredZone.Outcome.Impossible impossible ? impossible.text() : "")
                .isInstanceOf(DesiredZone.Outcome.Ready.class);
    }
}
