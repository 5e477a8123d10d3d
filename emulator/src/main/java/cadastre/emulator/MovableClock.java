package cadastre.emulator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until it is moved. Thread-safe.
public final class MovableClock implements InstantSource {
    private final AtomicReference<Instant> now;

    /// @param start what it shows first
    public MovableClock(Instant start) {
        this.now = new AtomicReference<>(requireNonNull(start, "start is null"));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /// Moves it forward, or back if `by` is negative.
    public void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    /// Sets it.
    public void set(Instant instant) {
        now.set(requireNonNull(instant, "instant is null"));
    }
}
