package cadastre.register;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// A request that was sent to a provider.
///
/// @param at        when it ended
/// @param call      method and path, without anything secret
/// @param status    of the answer; empty if there was none
/// @param requestId by which the provider can find it, if it said so
public record SentRequest(Instant at, String call, OptionalInt status, Optional<String> requestId) {
    /// None may be null.
    public SentRequest {
        requireNonNull(at, "at is null");
        requireNonNull(call, "call is null");
        requireNonNull(status, "status is null");
        requireNonNull(requestId, "requestId is null");
    }
}
