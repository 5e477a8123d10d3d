package cadastre.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.provider.Capability;
import cadastre.register.Card;
import cadastre.register.Credential;
import cadastre.register.Integration;
import cadastre.register.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static Card card(Optional<Instant> success, Optional<Trouble> trouble) {
        Credential credential = new Credential("int_a/token/1", "••••", NOW, Optional.empty(), Optional.of(NOW));
        Integration integration = new Integration(
                new Integration.Id("int_a"),
                "a",
                "GANDI_V5",
                Map.of(),
                credential,
                Optional.empty(),
                Optional.empty(),
                success,
                trouble,
                false,
                NOW);
        return new Card(integration, 1, 1, Optional.empty(), 0);
    }

    private static boolean isDue(Card card, Duration sinceTry) {
        return Schedule.isDue(card, Optional.empty(), NOW.minus(sinceTry), NOW);
    }

    @Test
    void theWholeIsLookedAtEveryWeek() {
        Duration long_ = Duration.ofDays(100);
        assertThat(isDue(card(Optional.of(NOW.minus(Duration.ofDays(6))), Optional.empty()), long_))
                .isFalse();
        assertThat(isDue(card(Optional.of(NOW.minus(Duration.ofDays(7))), Optional.empty()), long_))
                .isTrue();
        assertThat(isDue(card(Optional.empty(), Optional.empty()), long_)).isTrue();
    }

    @Test
    void whatGoesAwayByItselfIsTriedAgainAfterAWhile() {
        Card card = card(Optional.of(NOW), Optional.of(new Trouble.Outage(503)));
        assertThat(isDue(card, Duration.ofMinutes(4))).isFalse();
        assertThat(isDue(card, Duration.ofMinutes(5))).isTrue();
        Instant until = NOW.plus(Duration.ofMinutes(1));
        Card limited = card(Optional.of(NOW), Optional.of(new Trouble.RateLimited(Optional.of(until))));
        assertThat(isDue(limited, Duration.ofMinutes(5))).isFalse();
        assertThat(Schedule.isDue(limited, Optional.empty(), NOW.minus(Duration.ofMinutes(5)), until))
                .isTrue();
    }

    @Test
    void aDeadTokenIsNotTriedAgain() {
        Card card = card(Optional.of(Instant.EPOCH), Optional.of(new Trouble.TokenRevoked()));
        assertThat(isDue(card, Duration.ofDays(100))).isFalse();
    }

    @Test
    void aTokenThatSeesLessIsLookedThroughAllTheSame() {
        Trouble trouble = new Trouble.MissingPermission(Set.of(Capability.DNS_READ));
        assertThat(isDue(card(Optional.of(NOW.minus(Duration.ofDays(7))), Optional.of(trouble)), Duration.ofDays(7)))
                .isTrue();
        assertThat(isDue(card(Optional.of(NOW.minus(Duration.ofDays(6))), Optional.of(trouble)), Duration.ofDays(6)))
                .isFalse();
        assertThat(isDue(card(Optional.empty(), Optional.of(new Trouble.NoDomains())), Duration.ofHours(23)))
                .isFalse();
        assertThat(isDue(card(Optional.empty(), Optional.of(new Trouble.NoDomains())), Duration.ofDays(1)))
                .isTrue();
    }
}
