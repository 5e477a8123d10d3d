package cadastre.register;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.provider.Capability;
import cadastre.provider.Introspection;
import cadastre.provider.Reason;
import cadastre.testkit.MemoryPortfolio;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Name NAME = Name.of("example.com");
    private static final Reason FORBIDDEN = new Reason.Unauthorized(403);
    private static final Testimony DEAD = new Testimony.Dead();
    private static final Testimony SILENT = new Testimony.Silent();

    private static final Credential NEVER = new Credential("a", "••••", NOW, Optional.empty(), Optional.empty());
    private static final Credential WORKED = NEVER.worked(NOW.minusSeconds(60), Optional.empty());
    private static final Credential ENDED = NEVER.worked(NOW.minusSeconds(60), Optional.of(NOW.minusSeconds(1)));
    private static final Credential LIVING = NEVER.worked(NOW.minusSeconds(60), Optional.of(NOW.plusSeconds(1)));

    private static Optional<Trouble> diagnosis(Reason reason, Testimony testimony, Credential credential) {
        return Diagnosis.of(reason, Optional.of(NAME), Set.of(Capability.DNS_READ), testimony, credential, NOW);
    }

    private static Testimony alive(Capability... capabilities) {
        Introspection introspection = MemoryPortfolio.capableOf(capabilities);
        return new Testimony.Alive(introspection);
    }

    @Test
    void wrongTokensAreToldApartThoughAllAreAnsweredAlike() {
        assertThat(diagnosis(FORBIDDEN, DEAD, NEVER)).contains(new Trouble.TokenUnknown());
        assertThat(diagnosis(FORBIDDEN, DEAD, WORKED)).contains(new Trouble.TokenEnded());
        assertThat(diagnosis(FORBIDDEN, DEAD, ENDED)).contains(new Trouble.TokenExpired(NOW.minusSeconds(1)));
        assertThat(diagnosis(FORBIDDEN, DEAD, LIVING)).contains(new Trouble.TokenRevoked());
    }

    @Test
    void aLivingTokenLacksAPermission() {
        assertThat(diagnosis(FORBIDDEN, alive(Capability.DOMAIN_READ), LIVING))
                .contains(new Trouble.MissingPermission(Set.of(Capability.DNS_READ)));
        assertThat(diagnosis(FORBIDDEN, alive(Capability.values()), LIVING))
                .as("it has what it needs, and yet")
                .contains(new Trouble.MissingPermission(Set.of()));
        assertThat(diagnosis(FORBIDDEN, new Testimony.Accepted(), NEVER))
                .contains(new Trouble.MissingPermission(Set.of(Capability.DNS_READ)));
    }

    @Test
    void whereNothingIsSaidNothingIsClaimedForSure() {
        assertThat(diagnosis(FORBIDDEN, SILENT, LIVING)).contains(new Trouble.TokenEnded());
        assertThat(diagnosis(FORBIDDEN, SILENT, ENDED)).contains(new Trouble.TokenExpired(NOW.minusSeconds(1)));
        assertThat(diagnosis(new Reason.Unauthorized(401), SILENT, NEVER)).contains(new Trouble.TokenUnknown());
    }

    @Test
    void everythingElseIsNotAboutTheToken() {
        assertThat(diagnosis(new Reason.NotFound(Reason.Missing.REGISTRATION), SILENT, LIVING))
                .contains(new Trouble.OutOfReach(NAME));
        assertThat(diagnosis(new Reason.NotFound(Reason.Missing.ZONE), SILENT, LIVING))
                .contains(new Trouble.NotOnLiveDns(NAME));
        assertThat(diagnosis(new Reason.NotFound(Reason.Missing.ADDRESS), SILENT, LIVING))
                .contains(new Trouble.WrongAddress());
        assertThat(diagnosis(new Reason.RateLimited(Optional.of(NOW)), SILENT, LIVING))
                .contains(new Trouble.RateLimited(Optional.of(NOW)));
        assertThat(diagnosis(new Reason.Broken(502), SILENT, LIVING)).contains(new Trouble.Outage(502));
        assertThat(diagnosis(new Reason.Unreachable(), SILENT, LIVING)).contains(new Trouble.Unreachable());
        assertThat(diagnosis(new Reason.Refused(403), SILENT, LIVING)).contains(new Trouble.TurnedAway(403));
        assertThat(diagnosis(new Reason.NotUnderstood(), SILENT, LIVING)).contains(new Trouble.NotUnderstood());
        assertThat(diagnosis(new Reason.InconsistentPages(2, 1), SILENT, LIVING))
                .contains(new Trouble.NotUnderstood());
        assertThat(diagnosis(new Reason.Misconfigured("apiurl"), SILENT, LIVING))
                .contains(new Trouble.Misconfigured("apiurl"));
        assertThat(diagnosis(new Reason.Interrupted(), SILENT, LIVING)).isEmpty();
    }

    @Test
    void aSilentCredentialIsTriedOnTheListBeforeItIsCalledDead() {
        MemoryPortfolio portfolio = new MemoryPortfolio(10);
        portfolio.says(Optional.empty());
        assertThat(Testimony.of(portfolio)).isEqualTo(new Testimony.Silent());
        assertThat(Testimony.thorough(portfolio)).isEqualTo(new Testimony.Accepted());
        portfolio.fail("list 1", new Reason.Unauthorized(403));
        assertThat(Testimony.thorough(portfolio)).isEqualTo(new Testimony.Silent());
        portfolio.fail("introspect", new Reason.Unreachable());
        assertThat(Testimony.of(portfolio)).isEqualTo(new Testimony.Silent());
        portfolio.fail("introspect", new Reason.Unauthorized(401));
        assertThat(Testimony.thorough(portfolio)).isEqualTo(new Testimony.Dead());
    }

    @Test
    void aCredentialKnowsWhatMayBeShownAndHowLongItLives() {
        assertThat(Credential.mask("pat_0123456789abcdef3f9c")).isEqualTo("••••••••3f9c");
        assertThat(Credential.mask("short-secret")).isEqualTo("••••••••");
        assertThat(LIVING.left(NOW)).contains(Duration.ofSeconds(1));
        assertThat(WORKED.left(NOW)).isEmpty();
    }
}
