package cadastre.budget;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// The answer to who asks whether a request may be sent now.
public sealed interface Leave {
    /// One request may be sent now. It must be ended when its answer is there, or it is known that none will
    /// come.
    ///
    /// @param at     when it was given
    /// @param number counts the grants of one budget from 1
    record Granted(Instant at, long number) implements Leave {
        /// The instant may not be null.
        public Granted {
            requireNonNull(at, "at is null");
        }
    }

    /// Nothing may be sent now.
    ///
    /// @param until before this instant it is no use to ask again; after it somebody else may have been faster
    record Deferred(Instant until) implements Leave {
        /// The instant may not be null.
        public Deferred {
            requireNonNull(until, "until is null");
        }
    }
}
