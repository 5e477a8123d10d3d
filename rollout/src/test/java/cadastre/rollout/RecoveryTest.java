package cadastre.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cadastre.dns.A;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.RelativeName;
import cadastre.dns.Ttl;
import cadastre.dns.Zone;
import cadastre.plan.Change;
import cadastre.plan.Plan;
import cadastre.plan.Write;
import cadastre.registration.Delegation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private static final Name APEX = Name.of("example.com");
    private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");
    private static final Plan.DelegationChange DELEGATION = new Plan.DelegationChange(
            new Delegation(List.of(Name.of("ns1.example.net"))), new Delegation(List.of(Name.of("ns2.example.net"))));

    private static RRset a(String owner, int address) {
        A a = new A(address);
        return new RRset(RelativeName.of(owner).at(APEX), a.type(), new Ttl(300), List.of(a));
    }

    private static Zone zone(RRset... rrsets) {
        return Zone.of(APEX, List.of(rrsets));
    }

    private static final List<Change> CHANGES = List.of(
            new Change.Add(a("new", 1)), new Change.Replace(a("www", 1), a("www", 2)), new Change.Remove(a("old", 1)));

    @Test
    void theZoneTellsHowFarItCame() {
        assertThat(Recovery.of(CHANGES, zone(a("new", 1), a("www", 2)))).isEqualTo(new Recovery.Applied());
        assertThat(Recovery.of(CHANGES, zone(a("www", 1), a("old", 1)))).isEqualTo(new Recovery.Untouched());
        assertThat(Recovery.of(CHANGES, zone(a("new", 1), a("www", 1), a("old", 1))))
                .isEqualTo(new Recovery.Resumable(CHANGES.subList(1, 3)));
        assertThat(Recovery.of(CHANGES, zone(a("new", 1), a("www", 9), a("old", 1))))
                .isEqualTo(new Recovery.MovedOn(List.of(a("www", 1).key()), CHANGES.subList(2, 3)));
    }

    /// One rollout, of which everything but its ending is left out.
    private static final class OneRollout implements Rollouts {
        private final List<NotedWrite> writes = new ArrayList<>();
        private final List<Rollout.State> states = new ArrayList<>();

        @Override
        public boolean move(long number, Rollout.State from, Rollout.State to, Instant at) {
            states.add(to);
            return true;
        }

        @Override
        public List<NotedWrite> writes(long number) {
            return List.copyOf(writes);
        }

        @Override
        public int settle(long number, Function<Intention, Journal.Outcome> outcome, String detail, Instant at) {
            writes.replaceAll(one -> one.outcome().isPresent()
                    ? one
                    : new NotedWrite(
                            one.intention(),
                            one.intendedAt(),
                            Optional.of(outcome.apply(one.intention())),
                            Optional.of(at),
                            detail));
            return writes.size();
        }

        @Override
        public Rollout propose(Plan plan, String by, Instant at, OptionalLong undoes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Rollout> find(long number) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Rollout> latest(Optional<Name> target, OptionalLong before, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Rollout> applying() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Journal journal(long number) {
            throw new UnsupportedOperationException();
        }
    }

    private final OneRollout rollouts = new OneRollout();

    private void noted(Intention intention) {
        rollouts.writes.add(new NotedWrite(intention, AT, Optional.empty(), Optional.empty(), ""));
    }

    private static Rollout rollout(Plan.Target... targets) {
        return new Rollout(
                1,
                new Plan(List.of(targets)),
                Rollout.State.APPLYING,
                "Ada",
                AT,
                Optional.empty(),
                OptionalLong.empty());
    }

    private static final Plan.Target ZONE = new Plan.Target.OfZone(APEX, "f", CHANGES);

    @Test
    void openWritesEndAsTheZoneTells() {
        noted(new Intention.OfZone("h", APEX, new Write.Put(a("new", 1))));
        noted(new Intention.OfZone("h", APEX, new Write.Put(a("www", 2))));

        Map<Name, Recovery> recoveries =
                Recovery.settle(rollout(ZONE), Map.of(APEX, zone(a("new", 1), a("www", 1), a("old", 1))), rollouts, AT);

        assertThat(recoveries).containsEntry(APEX, new Recovery.Resumable(CHANGES.subList(1, 3)));
        assertThat(rollouts.writes)
                .extracting(write -> write.outcome().orElseThrow())
                .containsExactly(Journal.Outcome.DONE, Journal.Outcome.FAILED);
        assertThat(rollouts.states).containsExactly(Rollout.State.INCOMPLETE);
    }

    @Test
    void aRolloutOfWhichEverythingIsThereIsVerified() {
        Recovery.settle(rollout(ZONE), Map.of(APEX, zone(a("new", 1), a("www", 2))), rollouts, AT);

        assertThat(rollouts.states).containsExactly(Rollout.State.VERIFIED);
    }

    @Test
    void aDelegationWhoseOutcomeWasNeverNotedStaysUnknown() {
        noted(new Intention.OfRegistration("h", APEX, DELEGATION));

        Recovery.settle(
                rollout(ZONE, new Plan.Target.OfRegistration(APEX, "g", DELEGATION)),
                Map.of(APEX, zone(a("new", 1), a("www", 2))),
                rollouts,
                AT);

        assertThat(rollouts.writes.getFirst().outcome()).contains(Journal.Outcome.UNKNOWN);
        assertThat(rollouts.states).containsExactly(Rollout.State.INCOMPLETE);
    }

    @Test
    void aZoneThatWasNotReadEndsNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Recovery.settle(rollout(ZONE), Map.of(), rollouts, AT));
        assertThat(rollouts.states).isEmpty();
    }
}
