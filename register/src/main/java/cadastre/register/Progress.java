package cadastre.register;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// How far a pass is, for people.
///
/// @param state        of the pass
/// @param domainsTotal how many registrations the list has, as soon as it is known
/// @param ahead        what is left, as soon as that can be told: a guess while the list is turned, exact after
public record Progress(PassState state, OptionalInt domainsTotal, Optional<Ahead> ahead) {
    /// None may be null.
    public Progress {
        requireNonNull(state, "state is null");
        requireNonNull(domainsTotal, "domainsTotal is null");
        requireNonNull(ahead, "ahead is null");
    }

    /// What is left of a pass.
    ///
    /// @param zones    to be read
    /// @param details  to be read
    /// @param requests that this takes
    /// @param time     how long the last of them waits for leave from the budget, if nobody else sends
    public record Ahead(int zones, int details, int requests, Duration time) {
        /// It may not be null.
        public Ahead {
            requireNonNull(time, "time is null");
        }
    }
}
