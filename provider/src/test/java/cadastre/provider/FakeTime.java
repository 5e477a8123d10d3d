package cadastre.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that only moves when somebody sleeps, at once.
final class FakeTime implements InstantSource, Sleeper {
    static final Instant NOON = Instant.parse("2026-08-22T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }

    @Override
    public void sleep(Duration duration) {
        sleeps.add(duration);
        now.updateAndGet(before -> before.plus(duration));
    }

    List<Duration> sleeps() {
        return sleeps;
    }

    Duration passed() {
        return Duration.between(NOON, instant());
    }
}
