package cadastre.plan;

import static java.util.Objects.requireNonNull;

import cadastre.dns.RRset;
import cadastre.dns.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What takes changes back that were made: exactly their RRsets, and only where they still hold what was
/// written.
///
/// Hand [#desired] to the [Planner] together with the zone it was made from: the plan changes nothing else.
///
/// @param desired   the zone with those RRsets as they were before
/// @param reverts   what becomes of them, in the reverse order of the changes
/// @param movedOn   RRsets that hold something else by now; they stay
/// @param undone    RRsets that already are as they were; they stay
public record Undo(Zone desired, List<Change> reverts, List<RRset.Key> movedOn, List<RRset.Key> undone) {
    /// The lists are copied.
    public Undo {
        requireNonNull(desired, "desired is null");
        reverts = List.copyOf(reverts);
        movedOn = List.copyOf(movedOn);
        undone = List.copyOf(undone);
    }

    /// {@return what takes `made` back in the zone as it is now}
    ///
    /// @param made   changes that were carried out; at most one for each RRset
    /// @param actual the zone now
    public static Undo of(List<Change> made, Zone actual) {
        List<Change> reverts = new ArrayList<>();
        List<RRset.Key> movedOn = new ArrayList<>();
        List<RRset.Key> undone = new ArrayList<>();
        for (Change change : made.reversed()) {
            Optional<RRset> is = actual.rrset(change.key());
            if (is.equals(change.after())) {
                reverts.add(reverse(change));
            } else if (is.equals(change.before())) {
                undone.add(change.key());
            } else {
                movedOn.add(change.key());
            }
        }
        return new Undo(ZonePlan.applied(actual, reverts), reverts, movedOn, undone);
    }

    private static Change reverse(Change change) {
        return switch (change) {
            case Change.Add(RRset rrset) -> new Change.Remove(rrset);
            case Change.Replace(RRset from, RRset to) -> new Change.Replace(to, from);
            case Change.Remove(RRset rrset) -> new Change.Add(rrset);
        };
    }
}
