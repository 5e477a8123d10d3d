package cadastre.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that runs as another does, by some time earlier or later. Thread-safe.
final class ShiftedClock implements InstantSource {
    private final InstantSource source;
    private volatile Duration shift = Duration.ZERO;

    ShiftedClock(InstantSource source) {
        this.source = source;
    }

    @Override
    public Instant instant() {
        return source.instant().plus(shift);
    }

    /// {@return by how much it is later than the other}
    Duration shift() {
        return shift;
    }

    void setShift(Duration other) {
        shift = other;
    }

    /// Lets it show `moment` now; from then on it runs.
    synchronized void set(Instant moment) {
        shift = Duration.between(source.instant(), moment);
    }

    synchronized void advance(Duration by) {
        shift = shift.plus(by);
    }
}
