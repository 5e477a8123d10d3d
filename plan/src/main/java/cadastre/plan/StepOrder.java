package cadastre.plan;

import cadastre.dns.Alias;
import cadastre.dns.Cname;
import cadastre.dns.Mx;
import cadastre.dns.Name;
import cadastre.dns.Ns;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.Srv;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts steps into an order in which no name points at one that is not there yet, or no longer.
///
/// A step waits for another in two cases. It points at a name that the other one makes: the name comes first. It takes
/// away a
/// name, or RRsets of it, that another step points at until now: that one lets go first. A name counts as pointed at
/// too if a
/// wildcard covers it. Steps that need not wait keep their order; a step that waited goes as soon as nothing holds it
/// any
/// more, in the next round. What is left waits in a circle and is appended as it stands.
final class StepOrder {
    private StepOrder() {}

    /// @param steps    all of them
    /// @param circular owner names of those that wait for each other, each once
    record Ordered(List<Step> steps, List<Name> circular) {}

    static Ordered order(List<Step> steps) {
        List<Set<Integer>> waitsFor = dependencies(steps);
        List<Step> ordered = new ArrayList<>();
        Set<Integer> done = new HashSet<>();
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            left.add(i);
        }
        boolean moved = true;
        while (moved && !left.isEmpty()) {
            moved = false;
            List<Integer> still = new ArrayList<>();
            for (int i : left) {
                if (done.containsAll(waitsFor.get(i))) {
                    ordered.add(steps.get(i));
                    done.add(i);
                    moved = true;
                } else {
                    still.add(i);
                }
            }
            left = still;
        }
        Set<Name> circular = new LinkedHashSet<>();
        for (int i : left) {
            ordered.add(steps.get(i));
            circular.add(steps.get(i).owner());
        }
        return new Ordered(ordered, List.copyOf(circular));
    }

    private static List<Set<Integer>> dependencies(List<Step> steps) {
        Map<Name, List<Integer>> byOwner = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            byOwner.computeIfAbsent(steps.get(i).owner(), _ -> new ArrayList<>())
                    .add(i);
        }
        List<Set<Integer>> waitsFor = new ArrayList<>();
        steps.forEach(_ -> waitsFor.add(new HashSet<>()));
        for (int i = 0; i < steps.size(); i++) {
            Set<Name> before = targets(steps.get(i), true);
            Set<Name> after = targets(steps.get(i), false);
            for (Name target : after) {
                if (!before.contains(target)) {
                    for (int other : at(target, byOwner)) {
                        if (other != i && adds(steps.get(other))) {
                            waitsFor.get(i).add(other);
                        }
                    }
                }
            }
            for (Name target : before) {
                if (!after.contains(target)) {
                    for (int other : at(target, byOwner)) {
                        if (other != i && removes(steps.get(other))) {
                            waitsFor.get(other).add(i);
                        }
                    }
                }
            }
        }
        return waitsFor;
    }

    /// The steps at `target`, or at the closest wildcard that covers it.
    private static List<Integer> at(Name target, Map<Name, List<Integer>> byOwner) {
        List<Integer> exact = byOwner.get(target);
        if (exact != null) {
            return exact;
        }
        Optional<Name> parent = target.parent();
        while (parent.isPresent()) {
            List<Integer> covering = byOwner.get(wildcard(parent.get()));
            if (covering != null) {
                return covering;
            }
            parent = parent.get().parent();
        }
        return List.of();
    }

    private static Name wildcard(Name parent) {
        List<String> labels = new ArrayList<>(parent.labels());
        labels.addFirst("*");
        return Name.ofLabels(labels);
    }

    private static boolean adds(Step step) {
        return step.changes().stream().anyMatch(change -> !(change instanceof Change.Remove));
    }

    private static boolean removes(Step step) {
        return step.changes().stream().anyMatch(change -> !(change instanceof Change.Add));
    }

    private static Set<Name> targets(Step step, boolean before) {
        Set<Name> targets = new LinkedHashSet<>();
        for (Change change : step.changes()) {
            Optional<RRset> rrset = before ? change.before() : change.after();
            rrset.ifPresent(set -> set.rdata().forEach(rdata -> target(rdata).ifPresent(targets::add)));
        }
        return targets;
    }

    private static Optional<Name> target(Rdata rdata) {
        return switch (rdata) {
            case Cname(Name target) -> Optional.of(target);
            case Alias(Name target) -> Optional.of(target);
            case Ns(Name target) -> Optional.of(target);
            case Mx(var _, Name target) -> Optional.of(target);
            case Srv(var _, var _, var _, Name target) -> Optional.of(target);
            default -> Optional.empty();
        };
    }
}
