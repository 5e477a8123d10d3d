package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformsTest {
    private static final String TABLE = "192.0.2.0 ~ 192.0.2.63 ~ 198.51.100.0 ~  ; "
            + "192.0.2.64 ~ 192.0.2.127 ~ 203.0.113.0,203.0.113.128 ~ ; 192.0.2.128 ~ 192.0.2.128 ~ ~ 1.1.1.1,2.2.2.2";

    private static RecordConfig a(String name, String target) {
        return Configs.record("A", name, target);
    }

    private static RecordConfig order(String source, long ttl, String suffix) {
        RecordConfig order =
                Configs.record("IMPORT_TRANSFORM", "@", source).withTtl(ttl).withMeta("transform_table", TABLE);
        return suffix.isEmpty() ? order : order.withMeta("transform_suffixstrip", suffix);
    }

    private static Validation.Outcome validate(DomainConfig... domains) {
        return Validation.validate(Configs.config("-", domains));
    }

    private static List<String> records(Validation.Outcome outcome, int domain) {
        return outcome.config().domains().get(domain).records().stream()
                .map(one -> one.name() + " " + one.ttl() + " " + one.type() + " " + one.target())
                .toList();
    }

    @Test
    void theFirstRowOfAnAddressSaysWhatItBecomes() {
        Validation.Outcome outcome = validate(Configs.domain(
                "example.com",
                a("a", "192.0.2.10").withMeta("transform", TABLE),
                a("b", "192.0.2.70").withMeta("transform", TABLE),
                a("c", "192.0.2.200").withMeta("transform", TABLE),
                a("d", "192.0.2.128").withMeta("transform", TABLE)));
        assertThat(outcome.messages()).isEmpty();
        assertThat(records(outcome, 0))
                .containsExactly(
                        "a 300 A 198.51.100.10",
                        "b 300 A 203.0.113.6",
                        "c 300 A 192.0.2.200",
                        "d 300 A 1.1.1.1",
                        "b 300 A 203.0.113.134",
                        "d 300 A 2.2.2.2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            192.0.2.0 ~ 192.0.2.9       | transform_table rows should have 4 elements. (2) found in row (0) of "192.0.2.0 ~ 192.0.2.9"
            ``                          | transform_table rows should have 4 elements. (1) found in row (0) of ""
            1.1.1.2 ~ 1.1.1.1 ~  ~ 2.2.2.2 | transform_table Low should be less than High. row (0) 1.1.1.2>1.1.1.1 (1.1.1.2 ~ 1.1.1.1 ~  ~ 2.2.2.2)
            1.1.1.1 ~ 1.1.1.1 ~ 3.3.3.3 ~ 2.2.2.2 | transform_table_rows should only specify one of NewBases or NewIPs, Not both
            zz ~ 1.1.1.1 ~ ~            | ParseAddr("zz"): unable to parse IP
            1.1.1 ~ 1.1.1.1 ~ ~         | ParseAddr("1.1.1"): IPv4 address too short
            1.1.1.1.1 ~ 1.1.1.1 ~ ~     | ParseAddr("1.1.1.1.1"): IPv4 address too long
            1.1.1.300 ~ 1.1.1.1 ~ ~     | ParseAddr("1.1.1.300"): IPv4 field has value >255
            1.1.1.01 ~ 1.1.1.1 ~ ~      | ParseAddr("1.1.1.01"): IPv4 field has octet with leading zero
            1.1..1 ~ 1.1.1.1 ~ ~        | ParseAddr("1.1..1"): IPv4 field must have at least one digit
            1.1.x.1 ~ 1.1.1.1 ~ ~       | ParseAddr("1.1.x.1"): unexpected character
            """)
    void aTableThatIsNoneIsRefused(String table, String message) {
        assertThat(validate(Configs.domain("example.com", a("a", "192.0.2.1").withMeta("transform", table)))
                        .messages())
                .extracting(ValidationMessage::line)
                .containsExactly("ERROR: " + message);
    }

    @Test
    void recordsOfAnotherDomainAreImportedUnderTheirWholeName() {
        Validation.Outcome outcome = validate(
                Configs.domain(
                        "src.example",
                        a("@", "192.0.2.1"),
                        a("skip", "192.0.2.3").withMeta("import_transform_skip", "1"),
                        Configs.record("CNAME", "ftp", "www"),
                        Configs.record("MX", "@", "m")),
                Configs.domain("dst.example", a("own", "192.0.2.9"), order("src.example", 600, "")));
        assertThat(outcome.messages()).isEmpty();
        assertThat(records(outcome, 1))
                .containsExactly(
                        "own 300 A 192.0.2.9",
                        "src.example 600 A 198.51.100.1",
                        "ftp.src.example 600 CNAME www.src.example.dst.example.");
    }

    @Test
    void aSuffixIsStrippedFromTheLabels() {
        Validation.Outcome outcome = validate(
                Configs.domain("int.corp.example", a("a", "192.0.2.1")),
                Configs.domain("pub.example", order("int.corp.example", 0, "corp.example")));
        assertThat(outcome.messages()).isEmpty();
        assertThat(records(outcome, 1)).containsExactly("a.int 300 A 198.51.100.1");
        assertThat(validate(
                                Configs.domain("src.example", a("a", "192.0.2.1")),
                                Configs.domain("pub.example", order("src.example", 0, "other.example")))
                        .messages())
                .extracting(ValidationMessage::line)
                .containsExactly("ERROR: label \"a.src.example\" does not end with \".other.example\"");
    }

    @Test
    void anUnknownSourceIsAnError() {
        Validation.Outcome outcome = validate(Configs.domain("pub.example", order("nope.example", 0, "")));
        assertThat(outcome.messages())
                .extracting(ValidationMessage::line)
                .containsExactly("ERROR: IMPORT_TRANSFORM mentions non-existent domain \"nope.example\"");
        assertThat(records(outcome, 0)).isEmpty();
    }
}
