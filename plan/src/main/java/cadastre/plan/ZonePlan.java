package cadastre.plan;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What would make one zone as wanted.
///
/// @param apex        the zone
/// @param fingerprint of the zone that was read ([Zone#fingerprint])
/// @param steps       in the order of application; empty if nothing is to do
/// @param objections  what speaks against it
/// @param kept        what stays only because nothing undeclared is purged
/// @param ignored     what stays because a rule leaves it to somebody else
/// @param circular    owner names whose order could not be settled because they refer to each other
public record ZonePlan(
        Name apex,
        String fingerprint,
        List<Step> steps,
        List<Objection> objections,
        List<RRset> kept,
        List<RRset> ignored,
        List<Name> circular) {
    /// The lists are copied.
    public ZonePlan {
        requireNonNull(apex, "apex is null");
        requireNonNull(fingerprint, "fingerprint is null");
        steps = List.copyOf(steps);
        objections = List.copyOf(objections);
        kept = List.copyOf(kept);
        ignored = List.copyOf(ignored);
        circular = List.copyOf(circular);
    }

    /// {@return whether nothing is to do}
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /// {@return whether an objection stands that nobody can overrule}
    public boolean isBlocked() {
        return objections.stream().anyMatch(Objection::blocks);
    }

    /// {@return all changes, in the order of application}
    public List<Change> changes() {
        return steps.stream().flatMap(step -> step.changes().stream()).toList();
    }

    /// {@return the zone that applying it to `zone` gives}
    ///
    /// @throws IllegalArgumentException if it is another zone
    public Zone applyTo(Zone zone) {
        if (!zone.apex().equals(apex)) {
            throw new IllegalArgumentException(zone.apex() + " is not " + apex);
        }
        return applied(zone, changes());
    }

    /// {@return the zone with `changes` made}
    ///
    /// @param changes at most one for each RRset
    public static Zone applied(Zone zone, List<Change> changes) {
        Map<RRset.Key, RRset> rrsets = new LinkedHashMap<>();
        zone.rrsets().forEach(rrset -> rrsets.put(rrset.key(), rrset));
        for (Change change : changes) {
            change.after().ifPresentOrElse(rrset -> rrsets.put(rrset.key(), rrset), () -> rrsets.remove(change.key()));
        }
        return Zone.of(zone.apex(), new ArrayList<>(rrsets.values()));
    }
}
