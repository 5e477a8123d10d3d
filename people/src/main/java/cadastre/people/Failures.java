package cadastre.people;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// The sign-ins that failed, of one source or at one account.
///
/// @param count how many, 0 or more
/// @param last  when the last was tried
/// @param until before this instant no other is tried
public record Failures(int count, Instant last, Instant until) {
    /// None.
    public static final Failures NONE = new Failures(0, Instant.EPOCH, Instant.EPOCH);

    /// No instant may be null.
    ///
    /// @throws IllegalArgumentException if `count` is negative
    public Failures {
        requireNonNull(last, "last is null");
        requireNonNull(until, "until is null");
        if (count < 0) {
            throw new IllegalArgumentException("a number of failures is not negative: " + count);
        }
    }

    /// The same without one that turned out to be right; what was to be waited for it is not waited for.
    Failures takeBack() {
        return new Failures(Math.max(0, count - 1), last, last);
    }
}
