package cadastre.emulator;

import java.time.Duration;
import java.time.Instant;

/// How long the registry takes to carry out what it accepted. Thread-safe.
final class RegistryDelay {
    private volatile Duration delay;

    RegistryDelay(Duration delay) {
        this.delay = delay;
    }

    void set(Duration other) {
        delay = other;
    }

    /// {@return when a change that is accepted now shows}
    Instant after(Instant now) {
        return now.plus(delay);
    }
}
