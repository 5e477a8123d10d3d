package cadastre.people;

import static cadastre.people.Examples.CHANCE;
import static cadastre.people.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OneTimeLinkTest {
    @Test
    void itKeepsTheDigestOfItsTicketOnly() {
        OneTimeLink.Made made = OneTimeLink.make(new OneTimeLink.FirstOwner(), NOW, Duration.ofHours(1), CHANCE);

        assertThat(made.link().digest()).isEqualTo(made.ticket().digest());
        assertThat(made.toString()).doesNotContain(made.ticket().text());
    }

    @Test
    void itLivesFromItsMakingUntilItExpires() {
        OneTimeLink link = OneTimeLink.make(new OneTimeLink.FirstOwner(), NOW, Duration.ofHours(1), CHANCE)
                .link();

        assertThat(link.isAlive(NOW)).isTrue();
        assertThat(link.isAlive(NOW.plusSeconds(3600).minusNanos(1))).isTrue();
        assertThat(link.isAlive(NOW.plusSeconds(3600))).isFalse();
    }

    @Test
    void noneExpiresBeforeItIsMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OneTimeLink.make(new OneTimeLink.FirstOwner(), NOW, Duration.ofHours(-1), CHANCE));
    }
}
