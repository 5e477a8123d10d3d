package cadastre.register;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.plan.Change;
import cadastre.plan.Planner;
import cadastre.plan.Policy;
import cadastre.plan.Step;
import cadastre.plan.ZonePlan;
import cadastre.testkit.Zones;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The laws of what moved, on zones made by chance. The seed of a failure is in its message.
class ComparisonLawTest {
    private static final Name APEX = Name.of("example.com");
    private static final int CASES = 500;
    private static final Origin.Ours ADA = new Origin.Ours("h", "Ada");

    private static List<Written> written(ZonePlan plan) {
        List<Written> written = new ArrayList<>();
        for (Step step : plan.steps()) {
            step.writes().forEach(write -> written.add(new Written.ToZone(ADA, write)));
        }
        return written;
    }

    @Test
    void equalZonesHaveNotMoved() {
        for (long seed = 0; seed < CASES; seed++) {
            Zone zone = new Zones(seed, APEX).next();
            assertThat(Comparison.zone(Optional.of(zone), zone, List.of()))
                    .as("seed %s", seed)
                    .isEmpty();
        }
    }

    @Test
    void allThatWeWroteIsOurs() {
        for (long seed = 0; seed < CASES; seed++) {
            Zones zones = new Zones(seed, APEX);
            Zone before = zones.next();
            ZonePlan plan = Planner.plan(zones.near(before), before, Policy.FREE);

            List<Comparison.Moved> moved = Comparison.zone(Optional.of(before), plan.applyTo(before), written(plan));

            assertThat(moved).as("seed %s", seed).hasSameSizeAs(plan.changes());
            assertThat(moved).as("seed %s", seed).allMatch(one -> one.origin().equals(ADA) && !one.isDrift());
        }
    }

    @Test
    void whatSomebodyElseWroteOverOursIsDrift() {
        for (long seed = 0; seed < CASES; seed++) {
            Zones zones = new Zones(seed, APEX);
            Zone before = zones.next();
            ZonePlan plan = Planner.plan(zones.near(before), before, Policy.FREE);
            Zone ours = plan.applyTo(before);
            Zone now = zones.near(ours);

            for (Comparison.Moved one : Comparison.zone(Optional.of(before), now, written(plan))) {
                Change change = ((Event.RRsetMoved) one.event()).change();
                boolean asWeWrote = ours.rrset(change.key()).equals(change.after())
                        && !ours.rrset(change.key()).equals(before.rrset(change.key()));
                if (!asWeWrote) {
                    RRset.Key key = change.key();
                    boolean putName = plan.steps().stream()
                            .flatMap(step -> step.writes().stream())
                            .anyMatch(write -> write.owner().equals(key.owner()));
                    assertThat(one.isDrift() || putName)
                            .as("seed %s: %s", seed, key)
                            .isTrue();
                } else {
                    assertThat(one.origin()).as("seed %s", seed).isEqualTo(ADA);
                }
            }
        }
    }

    @Test
    void theHistoryTurnsAZoneBack() {
        for (long seed = 0; seed < CASES; seed++) {
            Zones zones = new Zones(seed, APEX);
            List<Zone> past = new ArrayList<>();
            List<HistoryEntry> newestFirst = new ArrayList<>();
            Optional<Zone> known = Optional.empty();
            for (int i = 0; i < 5; i++) {
                Zone seen = known.isEmpty() ? zones.next() : zones.near(known.get());
                for (Comparison.Moved moved : Comparison.zone(known, seen, List.of())) {
                    newestFirst.addFirst(new HistoryEntry(
                            newestFirst.size() + 1L, new Holding.Id(1), APEX, Instant.ofEpochSecond(i), moved));
                }
                past.add(seen);
                known = Optional.of(seen);
            }
            for (int i = 0; i < 5; i++) {
                assertThat(Rewind.to(Instant.ofEpochSecond(i), past.getLast(), newestFirst))
                        .as("seed %s, %s", seed, i)
                        .contains(past.get(i));
            }
            assertThat(Rewind.to(Instant.ofEpochSecond(-1), past.getLast(), newestFirst))
                    .as("seed %s", seed)
                    .isEmpty();
        }
    }
}
