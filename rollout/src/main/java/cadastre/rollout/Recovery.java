package cadastre.rollout;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.plan.Change;
import cadastre.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How far changes came whose applying was interrupted, as the zone tells it. A rollout is never left unknown:
/// the zone holds all of them, or some are left, or none was made.
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

    /// Ends a rollout that was interrupted: notes how its open writes ended, and what the rollout came to. It
    /// is [Rollout.State#VERIFIED] if everything is there, else [Rollout.State#INCOMPLETE]; what is
    /// left is a new plan.
    ///
    /// A delegation is taken up when the registry likes, so what was about to be sent of it stays unknown.
    ///
    /// @param rollout  in the state [Rollout.State#APPLYING]
    /// @param zones    the zones it changes, read after the interruption, by apex
    /// @param rollouts where it is kept
    /// @return how far it came, by apex
    /// @throws IllegalArgumentException if a zone is missing
    static Map<Name, Recovery> settle(Rollout rollout, Map<Name, Zone> zones, Rollouts rollouts, Instant at) {
        Map<Name, Recovery> recoveries = new TreeMap<>();
        for (Plan.Target target : rollout.plan().targets()) {
            if (target instanceof Plan.Target.OfZone(Name apex, var _, List<Change> changes)) {
                recoveries.put(apex, of(changes, zone(zones, apex)));
            }
        }
        rollouts.settle(
                rollout.number(), open -> outcome(open, zones), "it was interrupted; reading showed how it ended", at);
        boolean delegated = rollout.plan().targets().stream()
                .filter(target -> target instanceof Plan.Target.OfRegistration)
                .allMatch(target -> wasSent(target.name(), rollouts.writes(rollout.number())));
        boolean all = delegated && recoveries.values().stream().allMatch(one -> one instanceof Applied);
        rollouts.move(
                rollout.number(), Rollout.State.APPLYING, all ? Rollout.State.VERIFIED : Rollout.State.INCOMPLETE, at);
        return recoveries;
    }

    private static Zone zone(Map<Name, Zone> zones, Name apex) {
        Zone zone = zones.get(apex);
        if (zone == null) {
            throw new IllegalArgumentException("the zone " + apex + " was not read");
        }
        return zone;
    }

    private static Journal.Outcome outcome(Intention open, Map<Name, Zone> zones) {
        return switch (open) {
            case Intention.OfZone(var _, Name apex, var write) ->
                write.isIn(zone(zones, apex)) ? Journal.Outcome.DONE : Journal.Outcome.FAILED;
            case Intention.OfRegistration _ -> Journal.Outcome.UNKNOWN;
        };
    }

    private static boolean wasSent(Name name, List<NotedWrite> writes) {
        return writes.stream()
                .anyMatch(write -> write.intention() instanceof Intention.OfRegistration
                        && write.intention().target().equals(name)
                        && write.outcome().equals(Optional.of(Journal.Outcome.DONE)));
    }
}
