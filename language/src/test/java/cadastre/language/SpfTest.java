package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpfTest {
    private static RecordConfig txt(String text, String... meta) {
        RecordConfig record = Configs.record("TXT", "m", text);
        for (int i = 0; i < meta.length; i += 2) {
            record = record.withMeta(meta[i], meta[i + 1]);
        }
        return record;
    }

    private static Validation.Outcome validate(RecordConfig record) {
        return Validation.validate(Configs.config("-", Configs.domain("example.com", record)));
    }

    private static List<String> messages(RecordConfig record) {
        return validate(record).messages().stream().map(ValidationMessage::line).toList();
    }

    @Test
    void aLongRecordBecomesAChain() {
        String terms =
                IntStream.range(0, 40).mapToObj(i -> "ip4:203.0.113." + i).collect(Collectors.joining(" "));
        Validation.Outcome outcome =
                validate(txt("v=spf1 " + terms + " ~all", "split", "_s%d", "overhead1", "40", "txtMaxSize", "200"));
        assertThat(outcome.messages()).isEmpty();
        List<RecordConfig> records = outcome.config().domains().getFirst().records();
        Map<String, String> byName =
                records.stream().collect(Collectors.toMap(RecordConfig::name, RecordConfig::target));
        assertThat(records).extracting(RecordConfig::name).startsWith("m", "_s1", "_s2");
        assertThat(byName.getOrDefault("m", "").length()).isLessThanOrEqualTo(160);
        String all = "";
        for (String at = "m"; !at.isEmpty(); ) {
            String text = byName.getOrDefault(at, "");
            assertThat(text.length()).isLessThanOrEqualTo(200);
            int include = text.indexOf(" include:");
            all += include < 0 ? text.substring(6) : text.substring(6, include);
            at = include < 0 ? "" : text.substring(include + 9, text.indexOf(".example.com"));
        }
        assertThat(all).isEqualTo(" " + terms + " ~all");
    }

    @Test
    void theChainIsCutWhereItWasRecorded() {
        String terms =
                IntStream.range(0, 20).mapToObj(i -> "ip4:203.0.113." + i).collect(Collectors.joining(" "));
        Validation.Outcome outcome =
                validate(txt("v=spf1 " + terms + " ~all", "split", "_s%d", "overhead1", "40", "txtMaxSize", "200"));
        assertThat(outcome.config().domains().getFirst().records())
                .extracting(RecordConfig::target)
                .containsExactly(
                        "v=spf1 ip4:203.0.113.0 ip4:203.0.113.1 ip4:203.0.113.2 ip4:203.0.113.3 ip4:203.0.113.4 "
                                + "ip4:203.0.113.5 ip4:203.0.113.6 include:_s1.example.com ~all",
                        "v=spf1 ip4:203.0.113.7 ip4:203.0.113.8 ip4:203.0.113.9 ip4:203.0.113.10 ip4:203.0.113.11 "
                                + "ip4:203.0.113.12 ip4:203.0.113.13 ip4:203.0.113.14 ip4:203.0.113.15 "
                                + "include:_s2.example.com ~all",
                        "v=spf1 ip4:203.0.113.16 ip4:203.0.113.17 ip4:203.0.113.18 ip4:203.0.113.19 ~all");
    }

    /// Records of others that exist only in a test.
    private static final class FakeSpfRecords implements SpfRecords {
        private final Map<String, String> answers = new HashMap<>();
        private Optional<String> cache = Optional.empty();
        private String kept = "";
        private int lookups;

        @Override
        public Answer lookUp(String domain) {
            lookups++;
            return answers.containsKey(domain)
                    ? new Answer.Found(answers.getOrDefault(domain, ""))
                    : new Answer.Failed("no SPF record at " + domain);
        }

        @Override
        public Optional<String> cache() {
            return cache;
        }

        @Override
        public Optional<String> keep(String text) {
            kept = text;
            return Optional.empty();
        }
    }

    private final FakeSpfRecords records = new FakeSpfRecords();

    private Validation.Outcome flattened(String text, String domains) {
        RecordConfig record = txt(text, "flatten", domains);
        return Validation.validate(
                Configs.config("-", Configs.domain("example.com", record, record.withName("n"))),
                provider -> Capabilities.of(provider.type()),
                records);
    }

    private static String target(Validation.Outcome outcome) {
        return outcome.config().domains().getFirst().records().getFirst().target();
    }

    private static List<String> lines(Validation.Outcome outcome) {
        return outcome.messages().stream().map(ValidationMessage::line).toList();
    }

    @Test
    void includedRecordsAreTakenInWithoutTheirLastTerm() {
        records.answers.put("a.example", "v=spf1 ip4:192.0.2.1 include:b.example ~all");
        records.answers.put("b.example", "v=spf1 ip4:192.0.2.2 -all");
        String text = "v=spf1 mx include:a.example include:b.example ?all";
        assertThat(target(flattened(text, "*"))).isEqualTo("v=spf1 mx ip4:192.0.2.1 ip4:192.0.2.2 ip4:192.0.2.2 ?all");
        assertThat(target(flattened(text, "a.example")))
                .isEqualTo("v=spf1 mx ip4:192.0.2.1 include:b.example include:b.example ?all");
        assertThat(target(flattened(text, "x.example"))).isEqualTo(text);
        assertThat(lines(flattened(text, "*"))).isEmpty();
        assertThat(records.lookups).as("each once in each of four runs").isEqualTo(8);
        assertThat(records.kept).isEqualTo("""
                {
                  "a.example": {
                    "SPF": "v=spf1 ip4:192.0.2.1 include:b.example ~all"
                  },
                  "b.example": {
                    "SPF": "v=spf1 ip4:192.0.2.2 -all"
                  }
                }""");
    }

    @Test
    void theCacheWinsAndIsSaidToBeOutOfDate() {
        records.answers.put("a.example", "v=spf1 ip4:192.0.2.1 ~all");
        records.cache = Optional.of("{\"a.example\": {\"SPF\": \"v=spf1 ip4:192.0.2.9 ~all\"}}");
        Validation.Outcome outcome = flattened("v=spf1 include:a.example -all", "*");
        assertThat(target(outcome)).isEqualTo("v=spf1 ip4:192.0.2.9 -all");
        assertThat(lines(outcome))
                .singleElement()
                .asString()
                .startsWith("WARNING: 1 spf record lookups are out of date with cache (a.example).\n");
        records.cache = Optional.of(records.kept);
        assertThat(lines(flattened("v=spf1 include:a.example -all", "*"))).isEmpty();
    }

    @Test
    void whatCannotBeLookedUpIsAnErrorUnlessTheCacheHasIt() {
        assertThat(lines(flattened("v=spf1 include:a.example -all", "*")))
                .containsExactly(
                        "ERROR: no SPF record at a.example",
                        "ERROR: no SPF record at a.example",
                        "WARNING: problem resolving SPF record: no SPF record at a.example");
        records.cache = Optional.of("{\"a.example\": {\"SPF\": \"v=spf1 ip4:192.0.2.9 ~all\"}}");
        assertThat(lines(flattened("v=spf1 include:a.example -all", "*")))
                .containsExactly("WARNING: problem resolving SPF record: no SPF record at a.example");
        assertThat(records.kept).isEmpty();
    }

    @Test
    void wrongRecordsOfOthersAreRefused() {
        records.answers.put("bad.example", "text");
        records.answers.put("loop.example", "v=spf1 redirect=loop.example");
        assertThat(lines(flattened("v=spf1 include:bad.example -all", "*")))
                .startsWith("ERROR: in included SPF: not an SPF record");
        assertThat(lines(flattened("v=spf1 include:loop.example -all", "*")))
                .startsWith("ERROR: SPF records include each other: loop.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"a\": 1}", "{\"a\": {\"SPF\": 1}}", "{"})
    void aCacheThatIsNoneIsRefused(String cache) {
        records.cache = Optional.of(cache);
        assertThat(lines(flattened("v=spf1 include:a.example -all", "*")).getFirst())
                .startsWith("ERROR: spfcache.json: ");
    }

    @Test
    void withoutLookUpsNothingIsFlattened() {
        assertThat(messages(txt("v=spf1 include:a.example -all", "flatten", "*")))
                .containsExactly(
                        "ERROR: look-ups are not made here (a.example)",
                        "WARNING: problem resolving SPF record: look-ups are not made here (a.example)");
    }

    @Test
    void whatFitsStaysAsItIs() {
        Validation.Outcome outcome = validate(txt("v=spf1 a mx exists:%{i}.x ptr:y include:z -all", "split", "_s%d"));
        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.config().domains().getFirst().records()).hasSize(1);
    }

    @Test
    void aTermThatNeverFitsStaysInOneRecord() {
        Validation.Outcome outcome = validate(txt("v=spf1 include:" + "a".repeat(300) + " -all", "split", "_s%d"));
        assertThat(outcome.config().domains().getFirst().records()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text                              | ERROR: not an SPF record
            v=spf1 foo:bar -all               | ERROR: unsupported SPF part foo:bar
            v=spf1 redirect=x.example -all    | ERROR: redirect=x.example must be last item
            """)
    void textThatIsNotUnderstoodIsRefused(String text, String message) {
        assertThat(messages(txt(text, "split", "_s%d"))).containsExactly(message);
    }

    @Test
    void optionsThatAreNotUnderstoodAreMentioned() {
        String text = "v=spf1 ip4:192.0.2.0/24 -all";
        assertThat(messages(txt(text, "split", "_s%d", "overhead1", "x", "txtMaxSize", "big")))
                .containsExactly(
                        "WARNING: split overhead1 \"x\" is not an int",
                        "WARNING: split txtMaxSize \"big\" is not an int");
        assertThat(messages(txt(text, "split", "_spf")))
                .containsExactly("WARNING: split format `_spf` in `m.example.com` is not proper format (missing %d)");
    }
}
