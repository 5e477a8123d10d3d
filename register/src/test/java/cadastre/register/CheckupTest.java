package cadastre.register;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.provider.Capability;
import cadastre.provider.Introspection;
import cadastre.provider.Organization;
import cadastre.provider.Reason;
import cadastre.provider.ServedBy;
import cadastre.testkit.MemoryPortfolio;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckupTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Credential CREDENTIAL = new Credential("a", "••••", NOW, Optional.empty(), Optional.empty());

    private final MemoryPortfolio portfolio = new MemoryPortfolio(10);

    private Checkup check(Optional<Integration> replaces) {
        return Checkup.of(portfolio, CREDENTIAL, Map.of(), replaces, () -> NOW);
    }

    private static Integration before(Organization organization) {
        Integration fresh = PassContract.fresh(NOW);
        return new Integration(
                fresh.id(),
                fresh.name(),
                fresh.provider(),
                fresh.settings(),
                fresh.credential(),
                Optional.of(organization),
                Optional.of(Set.of(Capability.values())),
                fresh.lastSuccess(),
                fresh.trouble(),
                false,
                NOW);
    }

    @Test
    void aWorkingTokenTellsWhatTheCardShows() {
        portfolio.hold(Name.of("example.com"), ServedBy.CUSTOM);

        assertThat(check(Optional.empty())).isInstanceOfSatisfying(Checkup.Works.class, works -> {
            assertThat(works.warnings()).isEmpty();
            assertThat(works.acquaintance().domains()).isEqualTo(OptionalInt.of(1));
            assertThat(works.acquaintance().endsAt()).contains(NOW.plus(Duration.ofDays(300)));
            assertThat(works.acquaintance().organization(Optional.empty())).contains(MemoryPortfolio.ORGANIZATION);
        });
        assertThat(portfolio.calls()).containsExactly("introspect", "organizations", "list 1");
    }

    @Test
    void aTokenThatIsNoneFailsAtTheFirstQuestion() {
        portfolio.fail("introspect", new Reason.Unauthorized(401));

        assertThat(check(Optional.empty())).isEqualTo(new Checkup.Fails(new Trouble.TokenUnknown()));
        assertThat(portfolio.calls()).containsExactly("introspect");
    }

    @Test
    void aTokenThatMayNotSeeDomainsFailsForThat() {
        portfolio.says(Optional.of(MemoryPortfolio.capableOf()));
        portfolio.fail("list 1", new Reason.Unauthorized(403));

        assertThat(check(Optional.empty()))
                .isEqualTo(new Checkup.Fails(new Trouble.MissingPermission(Set.of(Capability.DOMAIN_READ))));
    }

    @Test
    void aTokenThatMayNotListOrganizationsWorksAllTheSame() {
        portfolio.hold(Name.of("example.com"), ServedBy.CUSTOM);
        portfolio.fail("organizations", new Reason.Unauthorized(403));

        assertThat(check(Optional.empty())).isInstanceOf(Checkup.Works.class);
    }

    @Test
    void anOutageIsNotTheTokensFault() {
        portfolio.fail("list 1", new Reason.Broken(503));
        assertThat(check(Optional.empty())).isEqualTo(new Checkup.Fails(new Trouble.Outage(503)));
        portfolio.fail("list 1", new Reason.Interrupted());
        assertThat(check(Optional.empty())).isEqualTo(new Checkup.Interrupted());
    }

    @Test
    void aTokenThatReplacesAnotherIsComparedWithIt() {
        Organization other = new Organization("org-9", "northquay", "company");
        portfolio.says(Optional.of(MemoryPortfolio.capableOf(Capability.DOMAIN_READ)));

        assertThat(check(Optional.of(before(other)))).isInstanceOfSatisfying(Checkup.Works.class, works -> {
            assertThat(works.warnings())
                    .containsExactly(
                            new Checkup.Warning.OtherOrganization(other, Optional.of(MemoryPortfolio.ORGANIZATION)),
                            new Checkup.Warning.FewerCapabilities(
                                    Set.of(Capability.DOMAIN_WRITE, Capability.DNS_READ, Capability.DNS_WRITE)),
                            new Checkup.Warning.NoDomains());
            assertThat(works.warnings())
                    .extracting(Checkup.Warning::message)
                    .containsExactly(
                            "This token belongs to example-org, the one before to northquay.",
                            "This token may do less than the one before: domain:write, dns:read, dns:write is missing.",
                            "This token sees no domain.");
        });
    }

    @Test
    void theSameOrganizationIsNotWarnedAbout() {
        portfolio.hold(Name.of("example.com"), ServedBy.CUSTOM);

        assertThat(check(Optional.of(before(MemoryPortfolio.ORGANIZATION))))
                .isInstanceOfSatisfying(
                        Checkup.Works.class,
                        works -> assertThat(works.warnings()).isEmpty());
    }

    @Test
    void theOrganizationIsTheOneThatIsChosenOrMadeForOrTheOnlyOne() {
        Organization one = new Organization("1", "one", "company");
        Organization two = new Organization("2", "two", "company");
        Introspection madeForTwo = new Introspection(
                Optional.empty(),
                Set.of(),
                List.of(),
                List.of(new Organization("2", "Two Ltd", "organization")),
                List.of(),
                Optional.empty());

        Acquaintance silent = new Acquaintance(Optional.empty(), List.of(one, two), OptionalInt.empty(), NOW);
        assertThat(silent.organization(Optional.empty())).isEmpty();
        assertThat(silent.organization(Optional.of("1"))).contains(one);
        assertThat(silent.organization(Optional.of("3"))).isEmpty();
        Acquaintance made = new Acquaintance(Optional.of(madeForTwo), List.of(one, two), OptionalInt.empty(), NOW);
        assertThat(made.organization(Optional.empty())).contains(two);
        Acquaintance only = new Acquaintance(Optional.empty(), List.of(one), OptionalInt.empty(), NOW);
        assertThat(only.organization(Optional.empty())).contains(one);
    }
}
