package cadastre.selfhosted;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SerialsTest {
    private static final Instant NOW = Instant.parse("2026-09-22T23:59:59Z");

    @Test
    void theFirstOfADayIsItsDate() {
        assertThat(Serials.after(0, NOW)).isEqualTo(2026092200);
        assertThat(Serials.after(2026092199, NOW)).isEqualTo(2026092200);
    }

    @Test
    void theNextIsOneMore() {
        assertThat(Serials.after(2026092200, NOW)).isEqualTo(2026092201);
        assertThat(Serials.after(2099123199, NOW)).isEqualTo(2099123200);
    }

    @Test
    void zeroFollowsTheLargest() {
        assertThat(Serials.after(4294967295L, NOW)).isZero();
    }
}
