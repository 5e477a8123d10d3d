package cadastre.people;

import static cadastre.people.Examples.NOW;
import static cadastre.people.Examples.digest;
import static cadastre.people.Examples.name;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/// What the counting of failures does wherever they are kept.
public interface AttemptsContract {
    /// Two failures of a source are free, three at an account.
    Lockout STRICT = new Lockout(2, Duration.ofMinutes(15), 3, Duration.ofSeconds(30), Duration.ofHours(1));

    /// {@return the attempts to test; the same throughout a test}
    Attempts attempts();

    private Failures failures(Source source, SignInName name, Instant now) {
        return switch (attempts().ask(source, name, STRICT, now)) {
            case Lockout.Go(Failures ofSource, Failures _) -> ofSource;
            case Lockout.Wait wait -> throw new AssertionError(wait);
        };
    }

    private Source address() {
        return new Source.Address(digest().hex().substring(0, 16));
    }

    /// Failures of a source add up until it waits.
    @Test
    default void failuresOfASourceAddUp() {
        Source source = address();

        assertThat(failures(source, name(), NOW)).isEqualTo(new Failures(1, NOW, NOW));
        assertThat(failures(source, name(), NOW)).isEqualTo(new Failures(2, NOW, NOW));
        assertThat(failures(source, name(), NOW)).isEqualTo(new Failures(3, NOW, NOW.plusSeconds(1)));
        assertThat(attempts().ask(source, name(), STRICT, NOW)).isEqualTo(new Lockout.Wait(NOW.plusSeconds(1)));
        assertThat(failures(source, name(), NOW.plusSeconds(1)))
                .isEqualTo(new Failures(4, NOW.plusSeconds(1), NOW.plusSeconds(3)));
    }

    /// Failures at an account add up from wherever they come.
    @Test
    default void failuresAtAnAccountAddUp() {
        SignInName name = name();
        for (int count = 1; count <= 3; count++) {
            assertThat(attempts().ask(address(), name, STRICT, NOW))
                    .isEqualTo(new Lockout.Go(new Failures(1, NOW, NOW), new Failures(count, NOW, NOW)));
        }

        assertThat(attempts().ask(address(), name, STRICT, NOW))
                .isEqualTo(new Lockout.Go(new Failures(1, NOW, NOW.plusSeconds(1)), new Failures(4, NOW, NOW)));
    }

    /// A device is counted for its name alone.
    @Test
    default void aDeviceIsCountedByItself() {
        SignInName name = name();
        Digest digest = digest();
        Source device = new Source.Device(name, digest);
        failures(device, name, NOW);
        failures(device, name, NOW);

        assertThat(attempts().ask(address(), name, STRICT, NOW))
                .isEqualTo(new Lockout.Go(new Failures(1, NOW, NOW), new Failures(1, NOW, NOW)));
        SignInName other = name();
        assertThat(failures(new Source.Device(other, digest), other, NOW)).isEqualTo(new Failures(1, NOW, NOW));
        assertThat(failures(device, name, NOW)).isEqualTo(new Failures(3, NOW, NOW.plusSeconds(1)));

        attempts().takeBack(device, name);
        assertThat(failures(device, name, NOW)).isEqualTo(new Failures(1, NOW, NOW));
    }

    /// What is taken back does not count.
    @Test
    default void whatIsTakenBackDoesNotCount() {
        Source source = address();
        SignInName name = name();
        for (int i = 0; i < 10; i++) {
            assertThat(failures(source, name, NOW)).isEqualTo(new Failures(1, NOW, NOW));
            attempts().takeBack(source, name);
        }

        assertThat(attempts().ask(address(), name, STRICT, NOW))
                .isEqualTo(new Lockout.Go(new Failures(1, NOW, NOW), new Failures(1, NOW, NOW)));
    }

    /// Those at the same time do not slip through together.
    @Test
    default void ofManyAtOnceOnlyTheFreeOnesAndOneMoreGo() throws InterruptedException, ExecutionException {
        Source source = address();
        SignInName name = name();

        List<Lockout.Answer> answers = Examples.atOnce(8, () -> attempts().ask(source, name, STRICT, NOW));

        assertThat(answers).filteredOn(Lockout.Go.class::isInstance).hasSize(3);
    }

    /// What still counts is not forgotten.
    @Test
    default void onlyWhatDoesNotCountIsForgotten() {
        Source early = address();
        Source late = address();
        failures(early, name(), NOW);
        failures(late, name(), NOW.plusSeconds(1));

        attempts().forget(STRICT, NOW.plus(STRICT.forgotten()));

        assertThat(failures(early, name(), NOW.plusSeconds(2)).count()).isEqualTo(1);
        assertThat(failures(late, name(), NOW.plusSeconds(2)).count()).isEqualTo(2);
    }
}
