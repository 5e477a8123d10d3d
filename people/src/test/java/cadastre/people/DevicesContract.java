package cadastre.people;

import static cadastre.people.Examples.NOW;
import static cadastre.people.Examples.digest;
import static cadastre.people.Examples.name;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What devices do wherever they are kept.
public interface DevicesContract {
    /// {@return the devices to test; the same throughout a test}
    Devices devices();

    /// A name is known in a browser, for a time.
    @Test
    default void aDeviceIsKnownForItsNameUntilThen() {
        SignInName name = name();
        Digest device = digest();
        Instant until = NOW.plusSeconds(60);

        devices().remember(name, device, until);

        assertThat(devices().knows(name, device, NOW)).isTrue();
        assertThat(devices().knows(name, device, until)).isFalse();
        assertThat(devices().knows(name(), device, NOW)).isFalse();
        assertThat(devices().knows(name, digest(), NOW)).isFalse();
    }

    /// Remembering again makes it longer, never shorter.
    @Test
    default void theLaterInstantCounts() {
        SignInName name = name();
        Digest device = digest();

        devices().remember(name, device, NOW.plusSeconds(60));
        devices().remember(name, device, NOW.plusSeconds(120));
        devices().remember(name, device, NOW.plusSeconds(30));

        assertThat(devices().knows(name, device, NOW.plusSeconds(119))).isTrue();
        assertThat(devices().knows(name, device, NOW.plusSeconds(120))).isFalse();
    }

    /// Those of one name are forgotten together.
    @Test
    default void allOfANameAreForgotten() {
        SignInName name = name();
        SignInName other = name();
        Digest device = digest();
        Digest second = digest();
        devices().remember(name, device, NOW.plusSeconds(60));
        devices().remember(name, second, NOW.plusSeconds(60));
        devices().remember(other, device, NOW.plusSeconds(60));

        devices().forgetAll(name);

        assertThat(devices().knows(name, device, NOW)).isFalse();
        assertThat(devices().knows(name, second, NOW)).isFalse();
        assertThat(devices().knows(other, device, NOW)).isTrue();
    }

    /// What is still known is not forgotten.
    @Test
    default void onlyThePastIsForgotten() {
        SignInName name = name();
        Digest early = digest();
        Digest late = digest();
        devices().remember(name, early, NOW.plusSeconds(60));
        devices().remember(name, late, NOW.plusSeconds(61));

        devices().forget(NOW.plusSeconds(60));

        assertThat(devices().knows(name, early, NOW)).isFalse();
        assertThat(devices().knows(name, late, NOW)).isTrue();
    }
}
