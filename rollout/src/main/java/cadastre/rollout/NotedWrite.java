package cadastre.rollout;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/// What a journal holds about one write.
///
/// @param intention  what was about to be sent
/// @param intendedAt when that was noted
/// @param outcome    how it ended; empty if that was never noted
/// @param endedAt    when that was noted
/// @param detail     what the provider said; empty if it was done, or nothing was noted
public record NotedWrite(
        Intention intention,
        Instant intendedAt,
        Optional<Journal.Outcome> outcome,
        Optional<Instant> endedAt,
        String detail) {
    /// None may be null.
    public NotedWrite {
        requireNonNull(intention, "intention is null");
        requireNonNull(intendedAt, "intendedAt is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(endedAt, "endedAt is null");
        requireNonNull(detail, "detail is null");
    }
}
