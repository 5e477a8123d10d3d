package cadastre.provider;

import java.time.Duration;

/// How a thread waits: tests do not.
@FunctionalInterface
public interface Sleeper {
    /// Returns after `duration`, which is not negative.
    ///
    /// @throws InterruptedException if the thread was interrupted
    void sleep(Duration duration) throws InterruptedException;
}
