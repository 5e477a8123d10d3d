package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IrReaderTest {
    private static Config read(String json) {
        IrReader.Outcome outcome = IrReader.read("ir.json", json);
        assertThat(outcome).isInstanceOf(IrReader.Outcome.Read.class);
        return ((IrReader.Outcome.Read) outcome).config();
    }

    private static IrReader.Outcome.Wrong wrong(String json) {
        IrReader.Outcome outcome = IrReader.read("ir.json", json);
        assertThat(outcome).isInstanceOf(IrReader.Outcome.Wrong.class);
        return (IrReader.Outcome.Wrong) outcome;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasWrittenReadsBackAsItWas(boolean validated) {
        Config evaluated = Programs.config("""
                D("bücher.example!tag", REG, DnsProvider(DNS, 2), NAMESERVER("ns1.example.net."), {no_ns: "true"},
                    A("@", "192.0.2.1", TTL(60), {note: "x"}), MX("@", 10, "mail"), CAA("@", "issue", "a", CAA_CRITICAL),
                    LOC("l", 1, 2, 3, "N", 4, 5, 6, "E", 7, 8, 9, 10), TXT("t", "<é&>"), SOA("@", "a.", "b.", 1, 2, 3, 4),
                    DS("lab", 2371, 13, 2, "ABCDEF"), RP("@", "a.example.", "b.example."),
                    R53_ALIAS("r", "A", "x.", R53_ZONE("Z")), CF_REDIRECT("example.com/", "https://www.example.com/"),
                    A("gone", "192.0.2.2", ENSURE_ABSENT_REC()), NO_PURGE, IGNORE("a", "A", "b"), IGNORE_NAME("c"),
                    DISABLE_IGNORE_SAFETY_CHECK, IGNORE_EXTERNAL_DNS("p"), AUTODNSSEC_ON);
                D("example.com!", NewRegistrar("r", {a: [1, {b: null}]}));
                D_EXTEND("sub.example.com", CNAME("c", "@"));
                """);
        Config config = validated ? Validation.validate(evaluated).config() : evaluated;
        String json = IrWriter.write(config, false);

        assertThat(IrWriter.write(read(json), false)).isEqualTo(json);
        assertThat(IrWriter.write(Validation.validate(read(json)).config(), true))
                .isEqualTo(IrWriter.write(Validation.validate(config).config(), true));
        assertThat(read(json).domains().getFirst().displayName())
                .isEqualTo(config.domains().getFirst().displayName());
    }

    @Test
    void whatFollowsTheFirstValueIsNotLookedAt() {
        assertThat(read("{\"registrars\": [{\"name\": \"r\", \"type\": \"NONE\"}]} and more")
                        .registrars())
                .containsExactly(new ProviderDeclaration("r", "NONE", Optional.empty()));
    }

    @Test
    void keysCountWithoutCaseAndUnknownOnesAreIgnored() {
        assertThat(read("{\"Domains\": [{\"NAME\": \"a.example\", \"x\": [1]}], \"y\": {}}")
                        .domains())
                .singleElement()
                .satisfies(domain -> assertThat(domain.name()).isEqualTo("a.example"));
    }

    @Test
    void whatIsNoIrIsAnErrorWithItsPlace() {
        assertThat(wrong("{\n  \"domains\": [")).satisfies(outcome -> {
            assertThat(outcome.message()).isEqualTo("unexpected EOF");
            assertThat(outcome.place()).isPresent();
        });
        assertThat(wrong(" \n")).isEqualTo(new IrReader.Outcome.Wrong("EOF", Optional.empty()));
        assertThat(wrong("{\n  domains: []}").place().orElseThrow()).hasToString("ir.json:2:3");
        assertThat(wrong("{\"domains\": [{\"name\": 1}]}").message())
                .isEqualTo(
                        "json: cannot unmarshal number into Go struct field DomainConfig.domains.name of type string");
        assertThat(wrong("{\"domains\": [{\"records\": [{\"ttl\": -1}]}]}").message())
                .contains("records.ttl of type uint32");
        assertThat(wrong("[]").message()).contains("cannot unmarshal array");
    }
}
