package cadastre.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.plan.Change;
import cadastre.plan.Planner;
import cadastre.plan.Policy;
import cadastre.plan.Undo;
import cadastre.plan.ZonePlan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The laws of taking back, on zones made by chance. The seed of a failure is in its message.
class UndoLawTest {
    private static final Name APEX = Name.of("example.com");
    private static final int CASES = 400;

    private interface Law {
        /// @param before  the zone before a rollout
        /// @param plan    of the rollout
        /// @param now     the zone after it, and after others wrote to it
        void check(Zone before, ZonePlan plan, Zone now, Undo undo, String seed);
    }

    private static void always(boolean othersWrote, Law law) {
        for (long seed = 0; seed < CASES; seed++) {
            Zones zones = new Zones(seed, APEX);
            Zone before = zones.next();
            ZonePlan plan = Planner.plan(zones.near(before), before, Policy.FREE);
            Zone after = plan.applyTo(before);
            Zone now = othersWrote ? zones.near(after) : after;
            law.check(before, plan, now, Undo.of(plan.changes(), now), "seed " + seed);
        }
    }

    @Test
    void takingBackAtOnceGivesWhatWas() {
        always(false, (before, plan, now, undo, seed) -> {
            assertThat(undo.desired()).as(seed).isEqualTo(before);
            assertThat(undo.movedOn()).as(seed).isEmpty();
            assertThat(Planner.plan(undo.desired(), now, Policy.FREE).applyTo(now))
                    .as(seed)
                    .isEqualTo(before);
        });
    }

    @Test
    void onlyTouchedRRsetsAreTakenBackAndOnlyWhereTheyHoldWhatWasWritten() {
        always(true, (before, plan, now, undo, seed) -> {
            Set<RRset.Key> written = plan.changes().stream()
                    .filter(change -> now.rrset(change.key()).equals(change.after()))
                    .map(Change::key)
                    .collect(Collectors.toSet());
            Set<RRset.Key> all = Stream.concat(now.rrsets().stream(), before.rrsets().stream())
                    .map(RRset::key)
                    .collect(Collectors.toSet());
            for (RRset.Key key : all) {
                Optional<RRset> expected = written.contains(key) ? before.rrset(key) : now.rrset(key);
                assertThat(undo.desired().rrset(key)).as("%s: %s", seed, key).isEqualTo(expected);
            }
        });
    }

    @Test
    void everyChangeIsTakenBackOrMovedOnOrUndone() {
        always(true, (before, plan, now, undo, seed) -> {
            List<RRset.Key> told = Stream.of(
                            undo.reverts().stream().map(Change::key), undo.movedOn().stream(), undo.undone().stream())
                    .flatMap(keys -> keys)
                    .toList();
            assertThat(told)
                    .as(seed)
                    .containsExactlyInAnyOrderElementsOf(
                            plan.changes().stream().map(Change::key).toList());
        });
    }

    @Test
    void takingBackWhatWasTakenBackGivesWhatTheRolloutGave() {
        always(false, (before, plan, now, undo, seed) -> {
            ZonePlan back = Planner.plan(undo.desired(), now, Policy.FREE);
            assertThat(Undo.of(back.changes(), back.applyTo(now)).desired())
                    .as(seed)
                    .isEqualTo(now);
        });
    }

    @Test
    void takingBackTwiceChangesNothingTheSecondTime() {
        always(false, (before, plan, now, undo, seed) -> {
            Undo again = Undo.of(plan.changes(), undo.desired());
            assertThat(again.desired()).as(seed).isEqualTo(undo.desired());
            assertThat(again.reverts()).as(seed).isEmpty();
        });
    }
}
