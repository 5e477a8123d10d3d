package cadastre.gandi;

import cadastre.provider.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that only moves when somebody sleeps, at once.
final class FakeTime implements InstantSource, Sleeper {
    static final Instant NOON = Instant.parse("2026-08-22T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }

    @Override
    public void sleep(Duration duration) {
        now.updateAndGet(before -> before.plus(duration));
    }

    Duration passed() {
        return Duration.between(NOON, instant());
    }
}
