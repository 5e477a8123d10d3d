package cadastre.register;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The requests that were sent for each integration, for those who want to know what was asked. Thread-safe.
public interface RequestLog {
    /// How long a request is kept.
    Duration KEPT = Duration.ofDays(30);

    /// Notes requests of one integration.
    void note(Integration.Id integration, List<SentRequest> requests);

    /// {@return the latest ones, the newest first}
    List<SentRequest> latest(Integration.Id integration, int limit);

    /// Forgets those before an instant.
    void forget(Instant before);
}
