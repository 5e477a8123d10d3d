package cadastre.emulator;

import java.time.Instant;
import java.util.OptionalLong;

/// How many requests one address may send.
interface Limit {
    /// {@return nothing if the request is granted, or else after how many seconds (rounded up) the next one can
    /// be}
    OptionalLong refuse(String address, Instant now);

    /// {@return a limit of so many requests in 60 seconds}
    static Limit of(EmulatorOptions.LimitKind kind, int requests) {
        return switch (kind) {
            case SLIDING -> new SlidingLimit(requests);
            case FIXED -> new FixedLimit(requests);
            case BUCKET -> new BucketLimit(requests);
        };
    }
}
