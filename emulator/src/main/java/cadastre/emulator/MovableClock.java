package cadastre.emulator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is moved. Thread-safe.
public final class MovableClock implements InstantSource {
    private Instant now;

    /// A clock that shows `start` first.
    public MovableClock(Instant start) {
        this.now = requireNonNull(start, "start is null");
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /// Moves it forward, or back if `by` is negative.
    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    /// Sets it.
    public synchronized void set(Instant instant) {
        now = requireNonNull(instant, "instant is null");
    }
}
