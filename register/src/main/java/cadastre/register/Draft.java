package cadastre.register;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.plan.Change;
import cadastre.plan.Plan;
import cadastre.registration.Delegation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Edits of one zone and its delegation that were collected and not sent. A value: each edit gives the next
/// draft.
///
/// An edit is the change of an RRset against the zone as it was last observed. What is edited back to that is
/// no edit any more.
///
/// @param apex       of the zone
/// @param edits      by owner name and type; perhaps none
/// @param delegation another delegation, if that is in the draft
public record Draft(Name apex, Map<RRset.Key, Change> edits, Optional<Plan.DelegationChange> delegation) {
    /// The map is copied, and sorted.
    ///
    /// @throws IllegalArgumentException if an edit is filed under another RRset than its own, or outside the
    /// zone
    public Draft {
        requireNonNull(apex, "apex is null");
        requireNonNull(delegation, "delegation is null");
        for (Map.Entry<RRset.Key, Change> edit : edits.entrySet()) {
            if (!edit.getKey().equals(edit.getValue().key())) {
                throw new IllegalArgumentException(
                        edit.getKey() + " is not " + edit.getValue().key());
            }
            if (!edit.getKey().owner().isAtOrBelow(apex)) {
                throw new IllegalArgumentException(edit.getKey().owner() + " is outside " + apex);
            }
        }
        edits = Collections.unmodifiableMap(new TreeMap<>(edits));
    }

    /// {@return the draft without an edit}
    public static Draft empty(Name apex) {
        return new Draft(apex, Map.of(), Optional.empty());
    }

    /// {@return whether there is nothing to send}
    public boolean isEmpty() {
        return edits.isEmpty() && delegation.isEmpty();
    }

    /// {@return the draft in which an RRset shall be as given}
    ///
    /// @param observed the zone as it was last observed
    public Draft put(RRset rrset, Zone observed) {
        Optional<RRset> is = observed.rrset(rrset.key());
        if (is.equals(Optional.of(rrset))) {
            return forget(rrset.key());
        }
        return edit(is.<Change>map(from -> new Change.Replace(from, rrset)).orElseGet(() -> new Change.Add(rrset)));
    }

    /// {@return the draft in which an RRset shall go}
    ///
    /// @param observed the zone as it was last observed
    public Draft remove(RRset.Key key, Zone observed) {
        return observed.rrset(key).map(rrset -> edit(new Change.Remove(rrset))).orElseGet(() -> forget(key));
    }

    /// {@return the draft in which an RRset is left as it is}
    public Draft forget(RRset.Key key) {
        Map<RRset.Key, Change> others = new TreeMap<>(edits);
        others.remove(key);
        return new Draft(apex, others, delegation);
    }

    private Draft edit(Change change) {
        Map<RRset.Key, Change> all = new TreeMap<>(edits);
        all.put(change.key(), change);
        return new Draft(apex, all, delegation);
    }

    /// {@return the draft with another delegation; without one if it is what is}
    public Draft delegate(Delegation from, Delegation to) {
        return new Draft(
                apex, edits, from.equals(to) ? Optional.empty() : Optional.of(new Plan.DelegationChange(from, to)));
    }

    /// {@return the draft that leaves the delegation as it is}
    public Draft keepDelegation() {
        return new Draft(apex, edits, Optional.empty());
    }

    /// {@return the draft without the edits that came true, by whomever}
    ///
    /// @param now the zone as it is now
    public Draft without(Zone now) {
        Map<RRset.Key, Change> others = new TreeMap<>(edits);
        others.values().removeIf(edit -> now.rrset(edit.key()).equals(edit.after()));
        return new Draft(apex, others, delegation);
    }

    /// What a draft wants of a zone.
    ///
    /// @param desired all that shall be there, for the planner
    /// @param moved   RRsets of the draft that changed elsewhere since they were edited; the draft wins, if it
    /// is                applied
    public record Settled(Zone desired, List<RRset.Key> moved) {
        /// The list is copied.
        public Settled {
            requireNonNull(desired, "desired is null");
            moved = List.copyOf(moved);
        }
    }

    /// {@return what it wants of the zone as it is now}
    ///
    /// @throws IllegalArgumentException if it is another zone
    public Settled settle(Zone now) {
        if (!now.apex().equals(apex)) {
            throw new IllegalArgumentException(now.apex() + " is not " + apex);
        }
        Map<RRset.Key, RRset> desired = new TreeMap<>();
        now.rrsets().forEach(rrset -> desired.put(rrset.key(), rrset));
        List<RRset.Key> moved = new ArrayList<>();
        for (Change edit : edits.values()) {
            Optional<RRset> is = now.rrset(edit.key());
            if (!is.equals(edit.before()) && !is.equals(edit.after())) {
                moved.add(edit.key());
            }
            edit.after().ifPresentOrElse(rrset -> desired.put(edit.key(), rrset), () -> desired.remove(edit.key()));
        }
        return new Settled(Zone.of(apex, desired.values()), moved);
    }
}
