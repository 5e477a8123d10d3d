package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import cadastre.dns.ResourceRecord;
import cadastre.script.Limits;
import cadastre.script.ScriptEngine;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// From the program to the text of a transcript: each record that the original announces to create is one
/// of ours.
class CreatedLinesOracleTest {
    private static final String CREATE = "+ CREATE ";

    @TestFactory
    Stream<DynamicTest> whatIsCreatedIsWhatWeWouldCreate() {
        return Oracle.tests("plan", CreatedLinesOracleTest::compare);
    }

    private static void compare(Oracle.Case oracle) {
        Oracle.Step step = oracle.steps().getFirst();
        List<String> recorded = step.stdout()
                .lines()
                .filter(line -> line.contains(CREATE))
                .map(line -> line.substring(line.indexOf(CREATE)))
                .filter(line -> !line.contains(" SOA "))
                // Its parameters are shown as they were written; ours are those that the zone holds.
                .filter(line -> !line.contains(" SVCB "))
                .toList();
        Program.Settings settings = new Program.Settings(
                Sources.of(oracle.folder()), Collections.emptySortedMap(), _ -> {}, ScriptEngine.v8(), Limits.DEFAULT);
        if (recorded.isEmpty()
                || !(Program.evaluate(step.option("--config", "dnsconfig.js"), settings)
                        instanceof Program.Evaluated evaluated)) {
            abort(oracle.name() + " creates nothing");
            return;
        }
        Config config = Validation.validate(evaluated.config()).config();
        Set<String> apexes = config.domains().stream().map(DomainConfig::name).collect(Collectors.toSet());
        Set<String> ours = config.domains().stream()
                .flatMap(domain -> records(domain).stream())
                .map(CreatedLinesOracleTest::line)
                .collect(Collectors.toSet());
        // The provider's own name servers are in no program.
        List<String> declared = recorded.stream()
                .filter(line -> apexes.stream().noneMatch(apex -> line.startsWith(CREATE + apex + " NS ")))
                .toList();
        assertThat(ours).containsAll(declared);
    }

    private static List<ResourceRecord> records(DomainConfig domain) {
        DesiredZone.Outcome outcome = DesiredZone.of(domain, List.of(), Adjustments.NONE);
        assertThat(outcome).isInstanceOf(DesiredZone.Outcome.Ready.class);
        return ((DesiredZone.Outcome.Ready) outcome).desired().records();
    }

    private static String line(ResourceRecord record) {
        return CREATE + record.owner().withoutDot() + " " + RdataText.type(record.rdata()) + " "
                + RdataText.comparable(record.rdata()) + " ttl=" + record.ttl().seconds();
    }
}
