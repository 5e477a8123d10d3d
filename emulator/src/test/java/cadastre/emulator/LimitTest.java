package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LimitTest {
    private static final Instant START = Instant.parse("2026-11-04T09:08:50Z");

    private static int granted(Limit limit, Instant from, int seconds) {
        int granted = 0;
        for (int tenth = 0; tenth < seconds * 10; tenth++) {
            if (limit.refuse("a", from.plusMillis(tenth * 100L)).isEmpty()) {
                granted++;
            }
        }
        return granted;
    }

    @Test
    void aFixedWindowBeginsAnewWithTheMinute() {
        Limit limit = Limit.of(EmulatorOptions.LimitKind.FIXED, 30);
        assertThat(granted(limit, START, 10)).isEqualTo(30);
        assertThat(granted(limit, START.plusSeconds(10), 10))
                .as("the next minute")
                .isEqualTo(30);
        assertThat(limit.refuse("a", START.plusSeconds(20))).isEqualTo(OptionalLong.of(50));
        assertThat(limit.refuse("b", START.plusSeconds(20)))
                .as("another address")
                .isEmpty();
    }

    @Test
    void aSlidingWindowDoesNot() {
        Limit limit = Limit.of(EmulatorOptions.LimitKind.SLIDING, 30);
        assertThat(granted(limit, START, 20)).isEqualTo(30);
        assertThat(limit.refuse("a", START.plusSeconds(20))).isEqualTo(OptionalLong.of(40));
    }

    @Test
    void aBucketFillsUpEvenly() {
        Limit limit = Limit.of(EmulatorOptions.LimitKind.BUCKET, 30);
        assertThat(granted(limit, START, 20))
                .as("30, and one every two seconds")
                .isBetween(39, 40);
        Instant later = START.plusSeconds(20);
        while (limit.refuse("a", later).isEmpty()) {
            // It is emptied.
        }
        assertThat(limit.refuse("a", later).orElseThrow()).isBetween(1L, 2L);
        assertThat(limit.refuse("a", later.plusSeconds(2))).isEmpty();
        assertThat(limit.refuse("b", later)).as("another address").isEmpty();
    }
}
