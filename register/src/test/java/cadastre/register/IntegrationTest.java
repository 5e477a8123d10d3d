package cadastre.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntegrationTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private static Integration integration(
            Optional<Instant> endsAt, Optional<Instant> success, Optional<Trouble> trouble) {
        Integration fresh = PassContract.fresh(NOW);
        return new Integration(
                fresh.id(),
                fresh.name(),
                fresh.provider(),
                fresh.settings(),
                new Credential("a", "••••", NOW, endsAt, success),
                Optional.empty(),
                Optional.empty(),
                success,
                trouble,
                false,
                NOW);
    }

    private static Integration.Status status(Optional<Instant> endsAt, Optional<Instant> success, Trouble... trouble) {
        Optional<Trouble> one = trouble.length == 0 ? Optional.empty() : Optional.of(trouble[0]);
        return integration(endsAt, success, one).status(false, NOW);
    }

    @Test
    void theCardSaysHowItFares() {
        Optional<Instant> never = Optional.empty();
        Optional<Instant> success = Optional.of(NOW);
        Optional<Instant> far = Optional.of(NOW.plus(Duration.ofDays(300)));
        Optional<Instant> soon = Optional.of(NOW.plus(Duration.ofDays(29)));

        assertThat(status(far, never)).isEqualTo(Integration.Status.NEVER_SYNCED);
        assertThat(status(far, success)).isEqualTo(Integration.Status.SYNCED);
        assertThat(status(soon, success)).isEqualTo(Integration.Status.TOKEN_EXPIRES_SOON);
        assertThat(status(success, success)).isEqualTo(Integration.Status.TOKEN_EXPIRED);
        assertThat(status(far, success, new Trouble.TokenExpired(NOW))).isEqualTo(Integration.Status.TOKEN_EXPIRED);
        assertThat(status(far, success, new Trouble.TokenRevoked())).isEqualTo(Integration.Status.AUTHENTICATION_ERROR);
        assertThat(status(far, success, new Trouble.MissingPermission(Set.of())))
                .isEqualTo(Integration.Status.MISSING_PERMISSION);
        assertThat(status(far, success, new Trouble.RateLimited(Optional.empty())))
                .isEqualTo(Integration.Status.RATE_LIMITED);
        assertThat(status(far, success, new Trouble.Outage(500))).isEqualTo(Integration.Status.FAILED);
        assertThat(integration(far, success, Optional.of(new Trouble.Outage(500)))
                        .status(true, NOW))
                .isEqualTo(Integration.Status.SYNCING);
    }

    @Test
    void anIntegrationHasAName() {
        Integration fresh = PassContract.fresh(NOW);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Integration(
                        fresh.id(),
                        " ",
                        fresh.provider(),
                        fresh.settings(),
                        fresh.credential(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        NOW));
    }
}
