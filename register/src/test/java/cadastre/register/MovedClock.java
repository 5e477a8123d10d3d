package cadastre.register;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that moves a millisecond each time it is looked at, and as told.
public final class MovedClock implements InstantSource {
    private Instant now = Instant.parse("2026-11-24T10:00:00Z");

    @Override
    public synchronized Instant instant() {
        now = now.plusMillis(1);
        return now;
    }

    /// Moves it.
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }
}
