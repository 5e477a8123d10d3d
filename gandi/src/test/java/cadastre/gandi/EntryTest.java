package cadastre.gandi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cadastre.provider.Observer;
import cadastre.provider.Patience;
import cadastre.provider.PoliteClient;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTest {
    private static final String TOKEN = "canary-4f1d0c9b8a7e6d5c4b3a291807f6e5d4";

    private static Entry parse(Map<String, String> entry, Map<String, String> environment, OptionalInt rate)
            throws ProviderException {
        FakeTime time = new FakeTime();
        try (PoliteClient client = new PoliteClient(new PoliteClient.Options(
                environment, "Cadastre/test", time, time, new Random(1), Patience.usual(), Observer.none()))) {
            return Entry.parse("main", entry, client, rate);
        }
    }

    private static Entry parse(Map<String, String> entry) throws ProviderException {
        return parse(entry, Map.of(), OptionalInt.empty());
    }

    private static ProviderException refusal(Map<String, String> entry, Map<String, String> environment) {
        return catchThrowableOfType(ProviderException.class, () -> parse(entry, environment, OptionalInt.empty()));
    }

    @Test
    void aTokenWinsOverAKey() throws Exception {
        Entry both = parse(Map.of("TYPE", "GANDI_V5", "token", TOKEN, "apikey", "k", "sharing_id", "s"));
        assertThat(both.kind()).isEqualTo(Entry.Kind.TOKEN);
        assertThat(both.authorization().scheme()).isEqualTo("Bearer");
        assertThat(both.sharingId()).hasValue("s");
        Entry key = parse(Map.of("token", "", "apikey", "k", "sharing_id", ""));
        assertThat(key.kind()).isEqualTo(Entry.Kind.APIKEY);
        assertThat(key.authorization().scheme()).isEqualTo("Apikey");
        assertThat(key.sharingId()).isEmpty();
    }

    @Test
    void withoutACredentialThereIsNothing() {
        for (Map<String, String> entry : java.util.List.of(
                Map.<String, String>of(),
                Map.of("token", ""),
                Map.of("apikey", "", "token", ""),
                Map.of("token", " "))) {
            ProviderException e = refusal(entry, Map.of());
            assertThat(e).hasMessage("missing Gandi personal access token (or apikey - deprecated)");
            assertThat(e.reason()).isEqualTo(new Reason.Misconfigured("token"));
            assertThat(e.advice().orElse("")).contains("\"main\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer canary", "can ary", "canary\nX: y", "canaré"})
    void aCredentialThatIsNoneIsRefusedWithoutBeingRepeated(String token) {
        ProviderException e = refusal(Map.of("token", token), Map.of());
        assertThat(e.reason()).isEqualTo(new Reason.Misconfigured("token"));
        assertThat(e.getMessage()).startsWith("credential \"main\": token").doesNotContain("canar");
    }

    @Test
    void itDoesNotPrintItsCredential() throws Exception {
        assertThat(parse(Map.of("token", TOKEN + "\n")).toString()).doesNotContain("canary");
    }

    @Test
    void plainHttpIsForThisMachine() throws Exception {
        parse(Map.of("token", TOKEN, "apiurl", "http://localhost:1"));
        ProviderException e = refusal(Map.of("token", TOKEN, "apiurl", "http://api.gandi.net"), Map.of());
        assertThat(e).hasMessage("a credential is not sent to http://api.gandi.net over plain http");
        ProviderException id = refusal(Map.of("token", TOKEN, "idurl", "http://id.example"), Map.of());
        assertThat(id.reason()).isInstanceOf(Reason.Misconfigured.class);
        parse(
                Map.of("token", TOKEN, "apiurl", "http://api.example"),
                Map.of("CADASTRE_ALLOW_HTTP", "1"),
                OptionalInt.empty());
    }

    @Test
    void theNearestRateCounts() throws Exception {
        Map<String, String> own = Map.of("token", TOKEN, "requests_per_minute", "30");
        Map<String, String> environment = Map.of("CADASTRE_RATE", "60");
        assertThat(parse(own, environment, OptionalInt.of(10)).perMinute()).hasValue(10);
        assertThat(parse(own, environment, OptionalInt.empty()).perMinute()).hasValue(30);
        assertThat(parse(Map.of("token", TOKEN), environment, OptionalInt.empty())
                        .perMinute())
                .hasValue(60);
        assertThat(parse(Map.of("token", TOKEN)).perMinute()).hasValue(120);
        assertThat(parse(Map.of("token", TOKEN, "apiurl", "http://127.0.0.1:1")).perMinute())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "many", "99999999999"})
    void aRateIsAWholeNumberFromOne(String rate) {
        ProviderException own = refusal(Map.of("token", TOKEN, "requests_per_minute", rate), Map.of());
        assertThat(own)
                .hasMessage("credential \"main\": requests_per_minute is a whole number from 1, not \"" + rate + "\"");
        ProviderException variable = refusal(Map.of("token", TOKEN), Map.of("CADASTRE_RATE", rate));
        assertThat(variable.reason()).isEqualTo(new Reason.Misconfigured("CADASTRE_RATE"));
    }
}
