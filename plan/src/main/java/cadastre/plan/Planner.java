package cadastre.plan;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.RdataType;
import cadastre.dns.Zone;
import cadastre.dns.ZoneFileOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes plans. Pure, total and deterministic; thread-safe.
public final class Planner {
    private Planner() {}

    /// {@return what would make `actual` as `desired`, as far as `policy` lets it}
    ///
    /// @param desired what was declared
    /// @param actual  what was read
    /// @throws IllegalArgumentException if they are not of one apex
    public static ZonePlan plan(Zone desired, Zone actual, Policy policy) {
        return plan(desired, actual, policy, Granularity.NAME);
    }

    /// {@return what would make `actual` as `desired`, as far as `policy` lets it}
    ///
    /// @param desired     what was declared
    /// @param actual      what was read
    /// @param granularity what becomes one step
    /// @throws IllegalArgumentException if they are not of one apex
    public static ZonePlan plan(Zone desired, Zone actual, Policy policy, Granularity granularity) {
        if (!desired.apex().equals(actual.apex())) {
            throw new IllegalArgumentException(desired.apex() + " is not " + actual.apex());
        }
        Policy.Settled settled = policy.settle(desired, actual);
        Zone target = spelled(settled.target(), actual);
        Map<Name, List<Change>> byName = difference(target, actual);
        List<Step> steps = new ArrayList<>();
        for (Map.Entry<Name, List<Change>> entry : byName.entrySet()) {
            boolean whole = granularity == Granularity.NAME
                    && !actual.rrsetsAt(entry.getKey()).isEmpty();
            steps.addAll(steps(entry.getKey(), entry.getValue(), target, whole));
        }
        StepOrder.Ordered ordered = policy.ordered() ? StepOrder.order(steps) : new StepOrder.Ordered(steps, List.of());
        return new ZonePlan(
                actual.apex(),
                actual.fingerprint(),
                granularity == Granularity.NAME ? ordered.steps() : together(target, ordered.steps()),
                policy.objections(desired, target, actual),
                settled.kept(),
                settled.ignored(),
                ordered.circular());
    }

    /// The target with its owner names spelled as the zone that was read spells them: a provider may compare spellings.
    private static Zone spelled(Zone target, Zone actual) {
        List<RRset> rrsets = new ArrayList<>();
        boolean respelled = false;
        for (RRset rrset : target.rrsets()) {
            Name spelling = Policy.spelling(actual, rrset.owner());
            boolean alike = spelling.isSpelledLike(rrset.owner());
            respelled |= !alike;
            rrsets.add(alike ? rrset : rrset.spelled(spelling));
        }
        return respelled ? Zone.of(target.apex(), rrsets) : target;
    }

    /// The changes by owner name, in the order of reading; at each name first the types that are there, then the new
    /// ones.
    private static Map<Name, List<Change>> difference(Zone target, Zone actual) {
        Map<Name, List<Change>> byName =
                new TreeMap<>(ZoneFileOrder.of(target.apex()).names());
        for (RRset is : actual.rrsets()) {
            target.rrset(is.key())
                    .ifPresentOrElse(
                            shall -> {
                                if (!shall.equals(is)) {
                                    note(byName, new Change.Replace(is, shall));
                                }
                            },
                            () -> note(byName, new Change.Remove(is)));
        }
        for (RRset shall : target.rrsets()) {
            if (actual.rrset(shall.key()).isEmpty()) {
                note(byName, new Change.Add(shall));
            }
        }
        Comparator<Change> order = Comparator.comparing((Change change) -> change instanceof Change.Add)
                .thenComparing(change -> change.key().type(), ZoneFileOrder.TYPES);
        byName.values().forEach(changes -> changes.sort(order));
        return byName;
    }

    private static void note(Map<Name, List<Change>> byName, Change change) {
        byName.computeIfAbsent(change.key().owner(), _ -> new ArrayList<>()).add(change);
    }

    /// All steps as one, in their order, which leaves the zone as `target`.
    private static List<Step> together(Zone target, List<Step> steps) {
        if (steps.isEmpty()) {
            return List.of();
        }
        List<Change> changes =
                steps.stream().flatMap(step -> step.changes().stream()).toList();
        return List.of(new Step(target.apex(), changes, List.of(new Write.PutZone(target))));
    }

    /// One step for a whole name; otherwise one for each type.
    private static List<Step> steps(Name owner, List<Change> changes, Zone target, boolean whole) {
        if (!whole) {
            return changes.stream()
                    .map(change -> new Step(owner, List.of(change), writes(owner, List.of(change), target)))
                    .toList();
        }
        return List.of(new Step(owner, changes, writes(owner, changes, target)));
    }

    private static List<Write> writes(Name owner, List<Change> changes, Zone target) {
        Collection<RRset> stays = target.rrsetsAt(owner);
        if (!stays.isEmpty() && oneTypeTakesTheNameFromAnother(changes)) {
            return List.of(new Write.PutName(owner, List.copyOf(stays)));
        }
        List<Write> writes = new ArrayList<>();
        for (Change change : changes) {
            change.after().ifPresent(rrset -> writes.add(new Write.Put(rrset)));
        }
        for (Change change : changes) {
            if (change instanceof Change.Remove(RRset rrset)) {
                writes.add(new Write.Remove(rrset.key()));
            }
        }
        return writes;
    }

    private static boolean oneTypeTakesTheNameFromAnother(List<Change> changes) {
        List<RdataType> come = types(changes, Change.Add.class);
        List<RdataType> go = types(changes, Change.Remove.class);
        return come.stream().anyMatch(a -> go.stream().anyMatch(b -> Policy.exclude(a, b)));
    }

    private static List<RdataType> types(List<Change> changes, Class<? extends Change> kind) {
        return changes.stream()
                .filter(kind::isInstance)
                .map(change -> change.key().type())
                .toList();
    }
}
