package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderTypesTest {
    private static final String URL = "https://docs.dnscontrol.org/commands/creds-json";

    private static ProviderDeclaration declaration(String name, String type) {
        return new ProviderDeclaration(name, type, Optional.empty());
    }

    private static Creds creds(String stored) {
        return switch (stored) {
            case "absent" -> Creds.of(Map.of());
            case "without" -> Creds.of(Map.of("n", Map.of("token", "t")));
            default -> Creds.of(Map.of("n", Map.of("TYPE", stored)));
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            T | absent  | T | WARNING: For future compatibility, add this entry creds.json: "n": { "TYPE": "T" }, (See URL#missing)
            T | without | T | WARNING: For future compatibility, update the "n" entry in creds.json by adding: "TYPE": "T", (See URL#missing)
            T | T       | T | INFO: In dnsconfig.js F("n", "T") can be simplified to F("n") (See URL#cleanup)
            T | X       |   | ERROR: Mismatch found! creds.json entry "n" has "TYPE" set to "X" but dnsconfig.js specifies F("n", "T") (See URL#mismatch)
            T | -       |   | ERROR: creds.json entry "n" has invalid "TYPE" value "-" (See URL#hyphen)
            - | -       |   | ERROR: creds.json entry "n" has invalid "TYPE" value "-" (See URL#hyphen)
            - | absent  |   | ERROR: creds.json is missing an entry called "n". Suggestion: "n": { "TYPE": "FILL_IN_PROVIDER_TYPE" }, (See URL#missing)
            - | without |   | ERROR: creds.json entry "n" is missing: "TYPE": "FILL_IN_PROVIDER_TYPE", (See URL#fixcreds)
            - | X       | X |
            """)
    void theTypeIsWhatBothSourcesSayTogether(String written, String stored, String type, String message) {
        for (String function : List.of("NewRegistrar", "NewDnsProvider")) {
            boolean registrar = function.equals("NewRegistrar");
            List<ProviderDeclaration> one = List.of(declaration("n", written));
            Config config = new Config(registrar ? one : List.of(), registrar ? List.of() : one, List.of());
            ProviderTypes.Outcome outcome = ProviderTypes.resolve(config, creds(stored));
            String expected = message == null ? "" : message.replace("URL", URL).replace("F(", function + "(");
            assertThat(outcome.messages()).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
            assertThat(types(outcome)).isEqualTo(type == null ? List.of() : List.of(type));
        }
    }

    private static List<String> types(ProviderTypes.Outcome outcome) {
        return switch (outcome) {
            case ProviderTypes.Outcome.Failed _ -> List.of();
            case ProviderTypes.Outcome.Resolved(Config config, var _) ->
                Stream.concat(config.registrars().stream(), config.dnsProviders().stream())
                        .map(ProviderDeclaration::type)
                        .toList();
        };
    }

    @Test
    void messagesComeInOrderOnceAndEndWithTheFirstError() {
        Config config = new Config(
                List.of(declaration("a", "T"), declaration("b", "T"), declaration("a", "T")),
                List.of(declaration("a", "T"), declaration("c", "-"), declaration("d", "-")),
                List.of());
        ProviderTypes.Outcome outcome = ProviderTypes.resolve(config, Creds.of(Map.of()));
        assertThat(outcome).isInstanceOf(ProviderTypes.Outcome.Failed.class);
        assertThat(outcome.messages())
                .hasSize(3)
                .satisfiesExactly(
                        one -> assertThat(one).contains("\"a\""),
                        one -> assertThat(one).contains("\"b\""),
                        one -> assertThat(one).startsWith("ERROR").contains("\"c\""));
    }

    private static DomainConfig domain(String name, String registrar, String... providers) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (String provider : providers) {
            counts.put(provider, -1);
        }
        return Configs.domain(name).withDnsProviders(counts).withRegistrar(registrar);
    }

    @Test
    void usesAreTheRegistrarThenTheProvidersOfEachDomainInTurn() {
        Config config = new Config(
                List.of(declaration("r", "NONE"), declaration("unused", "NOPE")),
                List.of(declaration("z", "GANDI_V5"), declaration("b", "BIND"), declaration("unused", "NOPE")),
                List.of(domain("a.example", "r", "z", "b"), domain("b.example", "r", "b")));
        assertThat(ProviderTypes.inUse(config))
                .extracting(use -> use.role() + " " + use.declaration().name())
                .containsExactly("REGISTRAR r", "DNS_PROVIDER b", "DNS_PROVIDER z");
    }

    @Test
    void typesThatAreNotSpokenAreNamed() {
        ProviderTypes.Use registrar =
                new ProviderTypes.Use(ProviderTypes.Role.REGISTRAR, declaration("r", "NO_SUCH_TYPE"));
        ProviderTypes.Use provider = new ProviderTypes.Use(ProviderTypes.Role.DNS_PROVIDER, declaration("p", "NONE"));
        assertThat(ProviderTypes.unknownType(registrar, Set.of("NONE")))
                .contains("no such registrar type: \"NO_SUCH_TYPE\"");
        assertThat(ProviderTypes.unknownType(provider, Set.of("GANDI_V5")))
                .contains("no such DNS service provider: \"NONE\"");
        assertThat(ProviderTypes.unknownType(provider, Set.of("NONE"))).isEmpty();
        assertThat(ProviderTypes.advice("CLOUDFLAREAPI")).contains("does not speak");
        assertThat(ProviderTypes.advice("BIND")).contains("NewRegistrar(\"none\")");
        assertThat(ProviderTypes.advice("NONE")).contains("registrar only");
        assertThat(ProviderTypes.advice("gandi")).contains("GANDI_V5");
        assertThat(ProviderTypes.advice("x")).contains("no TYPE \"x\"");
    }

    @ParameterizedTest
    @CsvSource({"token, t, true", "apikey, k, true", "token, '', false", "sharing_id, s, false"})
    void gandiNeedsATokenOrAnApiKey(String key, String value, boolean enough) {
        ProviderTypes.Use use = new ProviderTypes.Use(ProviderTypes.Role.DNS_PROVIDER, declaration("g", "GANDI_V5"));
        Optional<String> missing = ProviderTypes.missingCredential(use, Creds.of(Map.of("g", Map.of(key, value))));
        assertThat(missing)
                .isEqualTo(
                        enough
                                ? Optional.empty()
                                : Optional.of("missing Gandi personal access token (or apikey - deprecated)"));
    }

    @Test
    void whatIsNamedMustBeDeclared() {
        List<ProviderDeclaration> one = List.of(declaration("n", "-"));
        assertThat(ProviderTypes.missingDeclaration(new Config(one, one, List.of(domain("a.example", "ghost", "n")))))
                .contains("registrar named ghost expected for a.example, but never registered");
        assertThat(ProviderTypes.missingDeclaration(new Config(one, one, List.of(domain("a.example", "n", "ghost")))))
                .contains("DNS Provider named ghost expected for a.example, but never registered");
        assertThat(ProviderTypes.missingDeclaration(new Config(one, one, List.of(domain("a.example", "n", "n")))))
                .isEmpty();
    }
}
