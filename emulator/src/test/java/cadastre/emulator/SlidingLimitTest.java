package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlidingLimitTest {
    @Test
    void inNoSixtySecondsAreMoreThanTheLimitGranted() {
        Random random = new Random(60);
        SlidingLimit limit = new SlidingLimit(5);
        List<Instant> granted = new ArrayList<>();
        Instant now = Instant.EPOCH;
        for (int i = 0; i < 5_000; i++) {
            now = now.plusMillis(random.nextInt(20_000));
            Instant asked = now;
            long before = granted.stream()
                    .filter(time -> time.plusSeconds(60).isAfter(asked))
                    .count();
            if (limit.refuse("a", now).isEmpty()) {
                assertThat(before).as("request %d", i).isLessThan(5);
                granted.add(now);
            } else {
                assertThat(before).as("request %d", i).isEqualTo(5);
            }
        }
        assertThat(granted).hasSizeBetween(1_000, 4_999);
    }

    @Test
    void waitingAsLongAsItSaysIsEnough() {
        SlidingLimit limit = new SlidingLimit(1);
        assertThat(limit.refuse("a", Instant.EPOCH)).isEmpty();
        Instant later = Instant.EPOCH.plus(Duration.ofMillis(100));
        long wait = limit.refuse("a", later).orElseThrow();
        assertThat(wait).isEqualTo(60);
        assertThat(limit.refuse("a", later.plusSeconds(wait))).isEmpty();
    }

    @Test
    void addressesAreCountedApart() {
        SlidingLimit limit = new SlidingLimit(1);
        assertThat(limit.refuse("a", Instant.EPOCH)).isEmpty();
        assertThat(limit.refuse("b", Instant.EPOCH)).isEmpty();
        assertThat(limit.refuse("a", Instant.EPOCH)).isPresent();
    }
}
