package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
    private static final Creds CREDS = Creds.of(Map.of(
            "usual", Map.of("TYPE", "GANDI_V5"),
            "no", Map.of("TYPE", "GANDI_V5", "all_types", "false"),
            "all", Map.of("TYPE", "GANDI_V5", "all_types", "true"),
            "files", Map.of("TYPE", "BIND", "all_types", "true")));

    private static Capabilities of(String name, String type) {
        return Capabilities.of(new ProviderDeclaration(name, type, Optional.empty()), CREDS)
                .orElseThrow();
    }

    @Test
    void anEntryOfGandiMayAllowAllTypesThatGandiHolds() {
        assertThat(of("all", "GANDI_V5").types())
                .contains("ALIAS", "DNAME", "HTTPS", "LOC", "NAPTR", "OPENPGPKEY", "SVCB")
                .doesNotContain("SOA", "AUTODNSSEC", "SMIMEA");
        assertThat(of("usual", "GANDI_V5").types()).doesNotContain("HTTPS");
        assertThat(of("no", "GANDI_V5")).isEqualTo(of("usual", "GANDI_V5"));
        assertThat(of("absent", "GANDI_V5")).isEqualTo(of("usual", "GANDI_V5"));
        assertThat(of("files", "BIND")).isEqualTo(Capabilities.BIND);
    }

    @Test
    void aServiceThatIsNotSpokenToIsTakenToHoldEverything() {
        assertThat(Capabilities.of(new ProviderDeclaration("all", "ROUTE53", Optional.empty()), CREDS))
                .isEmpty();
    }

    @Test
    void whereATypeCouldBeAllowedThatIsSaid() {
        Config config = Configs.config("GANDI_V5", Configs.domain("example.com", RecordConfig.of("LOC", "@", "")));
        assertThat(Validation.validate(config).advice())
                .singleElement()
                .asString()
                .contains("\"all_types\": \"true\"");
        Config other = Configs.config("GANDI_V5", Configs.domain("example.com", RecordConfig.of("DHCID", "@", "")));
        assertThat(Validation.validate(other).advice()).isEmpty();
    }
}
