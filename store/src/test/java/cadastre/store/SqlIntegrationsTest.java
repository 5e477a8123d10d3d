package cadastre.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cadastre.dns.Name;
import cadastre.dns.Zone;
import cadastre.provider.Capability;
import cadastre.provider.Introspection;
import cadastre.provider.Organization;
import cadastre.register.Acquaintance;
import cadastre.register.Card;
import cadastre.register.Credential;
import cadastre.register.Integration;
import cadastre.register.Integrations;
import cadastre.register.PassState;
import cadastre.register.Scope;
import cadastre.register.SentRequest;
import cadastre.register.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class SqlIntegrationsTest {
    @TempDir
    private Path folder;

    private Opened opened;
    private Integrations integrations;

    @BeforeEach
    void open() {
        opened = new Opened(folder);
        integrations = opened.compartment.integrations();
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void whatIsAddedIsFoundWhole() {
        Integration whole = new Integration(
                new Integration.Id("int_2"),
                "Gandi, Brightwater",
                "GANDI_V5",
                Map.of("sharing_id", "org-1"),
                new Credential(
                        "int_2/token/1",
                        "••••••••3f9c",
                        Opened.START,
                        Optional.of(Opened.START.plusSeconds(1)),
                        Optional.of(Opened.START.plusSeconds(2))),
                Optional.of(new Organization("org-1", "brightwater", "company")),
                Optional.of(Set.of(Capability.DOMAIN_READ)),
                Optional.of(Opened.START.plusSeconds(3)),
                Optional.of(new Trouble.Outage(503)),
                true,
                Opened.START);

        integrations.add(whole);

        assertThat(integrations.find(whole.id())).contains(whole);
        assertThat(integrations.cards(Opened.START))
                .extracting(card -> card.integration().name())
                .containsExactly("Gandi", "Gandi, Brightwater");
        assertThatIllegalArgumentException().isThrownBy(() -> integrations.add(whole));
    }

    @Test
    void aCredentialIsReplacedAndNothingElseChanges() {
        opened.hold(Zone.empty(Name.of("example.com")));
        Credential credential = new Credential(
                "int_1/token/2", "••••••••0000", Opened.START, Optional.empty(), Optional.of(Opened.START));
        Introspection introspection = new Introspection(
                Optional.of("ops"),
                Set.of(Capability.DOMAIN_READ, Capability.DNS_READ),
                List.of(),
                List.of(new Organization("org-2", "northquay", "company")),
                List.of(),
                Optional.of(Duration.ofDays(300)));
        Acquaintance acquaintance =
                new Acquaintance(Optional.of(introspection), List.of(), OptionalInt.empty(), Opened.START);

        assertThat(integrations.updateCredential(Opened.INTEGRATION, credential, acquaintance))
                .isTrue();

        Integration after = integrations.find(Opened.INTEGRATION).orElseThrow();
        assertThat(after.credential().address()).isEqualTo("int_1/token/2");
        assertThat(after.credential().endsAt()).contains(Opened.START.plus(Duration.ofDays(300)));
        assertThat(after.organization().map(Organization::name)).contains("northquay");
        assertThat(after.capabilities()).contains(Set.of(Capability.DOMAIN_READ, Capability.DNS_READ));
        assertThat(opened.compartment.inventory().holdings(Name.of("example.com")))
                .hasSize(1);
    }

    @Test
    void theCardCountsDomainsZonesAndRequests() {
        opened.hold(Zone.empty(Name.of("example.com")));
        SentRequest early = new SentRequest(
                Opened.START.minus(Duration.ofHours(2)), "GET /v5/x", OptionalInt.of(200), Optional.of("r1"));
        SentRequest late = new SentRequest(Opened.START, "GET /v5/y", OptionalInt.empty(), Optional.empty());
        opened.compartment.requestLog().note(Opened.INTEGRATION, List.of(early, late));

        Card card = integrations.card(Opened.INTEGRATION, Opened.START).orElseThrow();

        assertThat(card.domains()).isEqualTo(1);
        assertThat(card.zones()).isEqualTo(1);
        assertThat(card.lastHour()).isEqualTo(1);
        assertThat(card.pass().map(PassState::scope)).contains(new Scope.Everything());
        assertThat(card.status(Opened.START)).isEqualTo(Integration.Status.SYNCING);
        assertThat(opened.compartment.requestLog().latest(Opened.INTEGRATION, 10))
                .containsExactly(late, early);
        opened.compartment.requestLog().forget(Opened.START);
        assertThat(opened.compartment.requestLog().latest(Opened.INTEGRATION, 10))
                .containsExactly(late);
    }

    @Test
    void namesAndSettingsChange() {
        assertThat(integrations.rename(Opened.INTEGRATION, "Ours")).isTrue();
        assertThat(integrations.configure(Opened.INTEGRATION, Map.of("sharing_id", "o"), true))
                .isTrue();

        Integration after = integrations.find(Opened.INTEGRATION).orElseThrow();
        assertThat(after.name()).isEqualTo("Ours");
        assertThat(after.settings()).containsExactly(Map.entry("sharing_id", "o"));
        assertThat(after.readOnly()).isTrue();
        assertThat(integrations.rename(new Integration.Id("int_9"), "x")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> integrations.rename(Opened.INTEGRATION, " "));
    }
}
