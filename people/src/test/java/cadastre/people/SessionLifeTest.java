package cadastre.people;

import static cadastre.people.Examples.CHANCE;
import static cadastre.people.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionLifeTest {
    private static final SessionLife LIFE = new SessionLife(Duration.ofHours(1), Duration.ofHours(3));

    private final Session session = new Session(
            SessionId.fresh(CHANCE), Examples.digest(), AccountId.fresh(CHANCE), NOW, NOW, "192.0.2.1", "Browser");

    private static Instant after(double hours) {
        return NOW.plusSeconds((long) (hours * 3600));
    }

    @Test
    void itEndsUnusedAfterTheIdleTime() {
        assertThat(LIFE.isAlive(session, after(1).minusNanos(1))).isTrue();
        assertThat(LIFE.isAlive(session, after(1))).isFalse();
        assertThat(LIFE.isAlive(session.seen(after(0.9)), after(1.5))).isTrue();
        assertThat(LIFE.end(session)).isEqualTo(after(1));
    }

    @Test
    void itEndsAfterTheAbsoluteTimeHoweverMuchItIsUsed() {
        Session used = session.seen(after(2.9));

        assertThat(LIFE.isAlive(used, after(3).minusNanos(1))).isTrue();
        assertThat(LIFE.isAlive(used, after(3))).isFalse();
        assertThat(LIFE.end(used)).isEqualTo(after(3));
    }

    @Test
    void aClockThatGoesBackEndsNothing() {
        assertThat(LIFE.isAlive(session, after(-1))).isTrue();
        assertThat(session.seen(after(-1))).isEqualTo(session);
    }

    @Test
    void noLifeIsNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionLife(Duration.ZERO, Duration.ofHours(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionLife(Duration.ofHours(1), Duration.ofHours(-1)));
    }

    @Test
    void aLongAgentIsCutOff() {
        Session chatty = new Session(
                session.id(), session.digest(), session.account(), NOW, NOW, "192.0.2.1", "x".repeat(10_000));

        assertThat(chatty.agent()).hasSize(300);
    }
}
