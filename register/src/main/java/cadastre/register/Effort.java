package cadastre.register;

import java.time.Duration;

/// What asking costs. Implementations are thread-safe.
public interface Effort {
    /// {@return how many requests were sent so far with the credential of a source; never falls}
    long requests();

    /// {@return how long the last of `requests` requests from now on would wait for leave from the budget}
    Duration forecast(int requests);
}
