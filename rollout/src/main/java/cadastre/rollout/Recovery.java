package cadastre.rollout;

import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.plan.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How far changes came whose applying was interrupted, as the zone tells it. A rollout is never left unknown: the
/// zone holds all of them, or some are left, or none was made.
public sealed interface Recovery {
    /// Everything is there.
    record Applied() implements Recovery {}

    /// Some are not made, and nobody else touched them: planning again finishes it.
    ///
    /// @param left what is not made, in the order of application
    record Resumable(List<Change> left) implements Recovery {
        /// The list is copied.
        public Resumable {
            left = List.copyOf(left);
        }
    }

    /// Nothing is made.
    record Untouched() implements Recovery {}

    /// Some RRsets hold neither what was there nor what was to be: somebody else wrote them meanwhile.
    ///
    /// @param movedOn those RRsets
    /// @param left    what else is not made
    record MovedOn(List<RRset.Key> movedOn, List<Change> left) implements Recovery {
        /// The lists are copied.
        public MovedOn {
            movedOn = List.copyOf(movedOn);
            left = List.copyOf(left);
        }
    }

    /// {@return how far `changes` came}
    ///
    /// @param now the zone, read after the interruption
    static Recovery of(List<Change> changes, Zone now) {
        List<Change> left = new ArrayList<>();
        List<RRset.Key> movedOn = new ArrayList<>();
        for (Change change : changes) {
            Optional<RRset> is = now.rrset(change.key());
            if (is.equals(change.after())) {
                continue;
            }
            if (is.equals(change.before())) {
                left.add(change);
            } else {
                movedOn.add(change.key());
            }
        }
        if (!movedOn.isEmpty()) {
            return new MovedOn(movedOn, left);
        }
        if (left.isEmpty()) {
            return new Applied();
        }
        return left.size() == changes.size() ? new Untouched() : new Resumable(left);
    }
}
