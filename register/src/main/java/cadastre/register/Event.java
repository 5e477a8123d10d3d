package cadastre.register;

import static java.util.Objects.requireNonNull;

import cadastre.plan.Change;
import java.util.Optional;

/// What a look saw that was not known before.
public sealed interface Event {
    /// The registration was seen for the first time.
    record Appeared() implements Event {}

    /// The registration is no longer held there, or out of reach; it is archived.
    record Vanished() implements Event {}

    /// An archived registration is there again.
    record Returned() implements Event {}

    /// A fact of the registration changed.
    ///
    /// @param fact   which
    /// @param before what it was
    /// @param after  what it is; empty if it is no longer told
    record FactMoved(Fact fact, String before, Optional<String> after) implements Event {
        /// None may be null.
        public FactMoved {
            requireNonNull(fact, "fact is null");
            requireNonNull(before, "before is null");
            requireNonNull(after, "after is null");
        }
    }

    /// The zone was read for the first time.
    ///
    /// @param rrsets how many RRsets it held
    record ZoneSeen(int rrsets) implements Event {}

    /// An RRset of the zone changed.
    ///
    /// @param change with what was and what is
    record RRsetMoved(Change change) implements Event {
        /// It may not be null.
        public RRsetMoved {
            requireNonNull(change, "change is null");
        }
    }
}
