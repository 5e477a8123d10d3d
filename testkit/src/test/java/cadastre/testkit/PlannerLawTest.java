package cadastre.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.plan.Change;
import cadastre.plan.Granularity;
import cadastre.plan.Plan;
import cadastre.plan.Planner;
import cadastre.plan.Policy;
import cadastre.plan.Step;
import cadastre.plan.Write;
import cadastre.plan.ZonePlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The laws of planning, on zones made by chance. The seed of a failure is in its message.
class PlannerLawTest {
    private static final Name APEX = Name.of("example.com");
    private static final int CASES = 800;

    private interface Law {
        void check(Zone desired, Zone actual, Policy policy, String seed) throws Exception;
    }

    private static void always(Law law) throws Exception {
        for (long seed = 0; seed < CASES; seed++) {
            Zones zones = new Zones(seed, APEX);
            Zone actual = zones.next();
            Zone desired = seed % 5 == 0 ? zones.next() : zones.near(actual);
            Random random = new Random(seed);
            Policy policy = Policy.FREE.withNoPurge(random.nextBoolean());
            if (random.nextInt(3) == 0 && !actual.isEmpty()) {
                policy = policy.withProtected(Set.of(actual.rrsets().getFirst().key()));
            }
            law.check(desired, actual, policy, "seed " + seed);
        }
    }

    @Test
    void applyingAPlanGivesWhatWasWanted() throws Exception {
        always((desired, actual, policy, seed) -> {
            ZonePlan plan = Planner.plan(desired, actual, policy);
            Zone after = plan.applyTo(actual);
            for (RRset rrset : after.rrsets()) {
                boolean declared = desired.rrset(rrset.key()).equals(java.util.Optional.of(rrset));
                boolean stayed = actual.rrset(rrset.key()).equals(java.util.Optional.of(rrset));
                assertThat(declared
                                || (stayed
                                        && (policy.noPurge()
                                                || policy.protects().contains(rrset.key()))))
                        .as("%s: %s", seed, rrset)
                        .isTrue();
            }
            for (RRset rrset : desired.rrsets()) {
                if (!policy.protects().contains(rrset.key())) {
                    assertThat(after.rrset(rrset.key()))
                            .as("%s: %s", seed, rrset.key())
                            .contains(rrset);
                }
            }
        });
    }

    @Test
    void aSecondPlanIsEmpty() throws Exception {
        always((desired, actual, policy, seed) -> {
            Zone after = Planner.plan(desired, actual, policy).applyTo(actual);
            assertThat(Planner.plan(desired, after, policy).steps()).as(seed).isEmpty();
        });
    }

    @Test
    void equalZonesGiveNoPlan() throws Exception {
        always((desired, _, policy, seed) -> assertThat(
                        Planner.plan(desired, desired, policy).isEmpty())
                .as(seed)
                .isTrue());
    }

    @Test
    void theSameArgumentsGiveTheSamePlan() throws Exception {
        always((desired, actual, policy, seed) -> assertThat(Planner.plan(desired, actual, policy))
                .as(seed)
                .isEqualTo(Planner.plan(desired, actual, policy)));
    }

    @Test
    void carryingOutTheWritesOneByOneGivesTheSameAndNeverEmptiesANameThatStays() throws Exception {
        always((desired, actual, policy, seed) -> {
            ZonePlan plan = Planner.plan(desired, actual, policy);
            Zone after = plan.applyTo(actual);
            Zone now = actual;
            for (Step step : plan.steps()) {
                for (Write write : step.writes()) {
                    now = written(now, write);
                    boolean wasThere = !actual.rrsetsAt(write.owner()).isEmpty();
                    boolean stays = !after.rrsetsAt(write.owner()).isEmpty();
                    if (wasThere && stays) {
                        assertThat(now.rrsetsAt(write.owner()))
                                .as("%s: %s", seed, write)
                                .isNotEmpty();
                    }
                }
            }
            assertThat(now).as(seed).isEqualTo(after);
        });
    }

    @Test
    void aZoneWrittenAsAWholeIsOneStepThatChangesTheSame() throws Exception {
        always((desired, actual, policy, seed) -> {
            ZonePlan plan = Planner.plan(desired, actual, policy);
            ZonePlan whole = Planner.plan(desired, actual, policy, Granularity.ZONE);
            assertThat(whole.changes()).as(seed).containsExactlyInAnyOrderElementsOf(plan.changes());
            assertThat(whole.steps()).as(seed).hasSize(plan.isEmpty() ? 0 : 1);
            for (Step step : whole.steps()) {
                assertThat(step.writes()).as(seed).containsExactly(new Write.PutZone(plan.applyTo(actual)));
            }
        });
    }

    @Test
    void aSavedPlanIsReadBackEqualAndItsHashForgetsWhatItWasMadeFrom() throws Exception {
        always((desired, actual, policy, seed) -> {
            List<Change> changes = Planner.plan(desired, actual, policy).changes();
            if (!changes.isEmpty()) {
                Plan plan = new Plan(List.of(new Plan.Target.OfZone(APEX, actual.fingerprint(), changes)));
                Plan other = new Plan(List.of(new Plan.Target.OfZone(APEX, "another", changes)));
                assertThat(Plan.parse(plan.toJson())).as(seed).isEqualTo(plan);
                assertThat(plan.hash()).as(seed).isEqualTo(other.hash()).hasSize(64);
            }
        });
    }

    private static Zone written(Zone zone, Write write) {
        Map<RRset.Key, RRset> rrsets = new LinkedHashMap<>();
        zone.rrsets().forEach(rrset -> rrsets.put(rrset.key(), rrset));
        switch (write) {
            case Write.Put(RRset rrset) -> rrsets.put(rrset.key(), rrset);
            case Write.PutName(Name owner, List<RRset> all) -> {
                rrsets.keySet().removeIf(key -> key.owner().equals(owner));
                all.forEach(rrset -> rrsets.put(rrset.key(), rrset));
            }
            case Write.Remove(RRset.Key key) -> rrsets.remove(key);
            case Write.PutZone(Zone whole) -> {
                return whole;
            }
        }
        return Zone.of(zone.apex(), rrsets.values());
    }
}
