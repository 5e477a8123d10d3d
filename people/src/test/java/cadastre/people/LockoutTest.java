package cadastre.people;

import static cadastre.people.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockoutTest {
    private static final Source ADDRESS = new Source.Address("c0000201");
    private static final Source DEVICE = new Source.Device(new SignInName("owner"), Digest.of("device"));

    private static Lockout.Go go(Source source, Failures own, Failures account, Instant now) {
        return switch (Lockout.STANDARD.ask(source, own, account, now)) {
            case Lockout.Go go -> go;
            case Lockout.Wait wait -> throw new AssertionError(wait);
        };
    }

    @Test
    void delaysDoubleUpToAQuarterOfAnHour() {
        List<Long> delays = new ArrayList<>();
        Failures own = Failures.NONE;
        Instant now = NOW;
        for (int i = 0; i < 18; i++) {
            own = go(ADDRESS, own, Failures.NONE, now).source();
            delays.add(Duration.between(now, own.until()).toSeconds());
            now = own.until();
        }

        assertThat(delays)
                .containsExactly(
                        0L, 0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L, 900L, 900L);
    }

    @Test
    void whoMustWaitIsToldUntilWhen() {
        Failures own = new Failures(5, NOW, NOW.plusSeconds(1));

        assertThat(Lockout.STANDARD.ask(ADDRESS, own, Failures.NONE, NOW.plusMillis(999)))
                .isEqualTo(new Lockout.Wait(NOW.plusSeconds(1)));
        assertThat(go(ADDRESS, own, Failures.NONE, NOW.plusSeconds(1)).source().count())
                .isEqualTo(6);
    }

    @Test
    void underAttackTheFirstMistakeOfANewNetworkCostsHalfAMinuteAtMost() {
        assertThat(go(ADDRESS, Failures.NONE, new Failures(19, NOW, NOW), NOW)
                        .source()
                        .until())
                .isEqualTo(NOW);
        assertThat(go(ADDRESS, Failures.NONE, new Failures(20, NOW, NOW), NOW)
                        .source()
                        .until())
                .isEqualTo(NOW.plusSeconds(1));
        assertThat(go(ADDRESS, Failures.NONE, new Failures(1_000_000, NOW, NOW), NOW)
                        .source()
                        .until())
                .isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void aDeviceNeitherKnowsNorCountsTheFailuresAtTheAccount() {
        Failures attacked = new Failures(1_000_000, NOW, NOW);

        assertThat(go(DEVICE, Failures.NONE, attacked, NOW))
                .isEqualTo(new Lockout.Go(new Failures(1, NOW, NOW), attacked));
    }

    @Test
    void aRightPasswordTakesBackItsOwnTryOnlyButAtADeviceAll() {
        Failures own = new Failures(7, NOW, NOW.plusSeconds(4));
        Failures account = new Failures(30, NOW, NOW);

        assertThat(Lockout.takeBack(ADDRESS, own, account))
                .isEqualTo(new Lockout.Go(new Failures(6, NOW, NOW), new Failures(29, NOW, NOW)));
        assertThat(Lockout.takeBack(DEVICE, own, account)).isEqualTo(new Lockout.Go(Failures.NONE, account));
        assertThat(Lockout.takeBack(ADDRESS, Failures.NONE, Failures.NONE))
                .isEqualTo(new Lockout.Go(Failures.NONE, Failures.NONE));
    }

    @Test
    void afterTwelveQuietHoursAllAreForgotten() {
        Failures own = new Failures(50, NOW, NOW.plusSeconds(900));
        Instant almost = NOW.plus(Duration.ofHours(12)).minusNanos(1);

        assertThat(go(ADDRESS, own, own, almost).source().count()).isEqualTo(51);
        assertThat(go(ADDRESS, own, own, almost.plusNanos(1)))
                .isEqualTo(new Lockout.Go(
                        new Failures(1, almost.plusNanos(1), almost.plusNanos(1)),
                        new Failures(1, almost.plusNanos(1), almost.plusNanos(1))));
    }

    @Test
    void aLockoutMakesSense() {
        Duration second = Duration.ofSeconds(1);
        Duration hour = Duration.ofHours(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Lockout(-1, second, 0, second, hour));
        assertThatIllegalArgumentException().isThrownBy(() -> new Lockout(0, second, -1, second, hour));
        assertThatIllegalArgumentException().isThrownBy(() -> new Lockout(0, Duration.ZERO, 0, second, hour));
        assertThatIllegalArgumentException().isThrownBy(() -> new Lockout(0, second, 0, Duration.ZERO, hour));
        assertThatIllegalArgumentException().isThrownBy(() -> new Lockout(0, hour, 0, second, hour));
        assertThatIllegalArgumentException().isThrownBy(() -> new Lockout(0, second, 0, hour, hour));
        assertThatIllegalArgumentException().isThrownBy(() -> new Failures(-1, NOW, NOW));
    }
}
