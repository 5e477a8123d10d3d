package cadastre.store;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.plan.Change;
import cadastre.plan.Plan;
import cadastre.plan.Write;
import cadastre.provider.ServedBy;
import cadastre.register.Event;
import cadastre.register.Fact;
import cadastre.register.HistoryEntry;
import cadastre.register.Holding;
import cadastre.register.Origin;
import cadastre.register.PassState;
import cadastre.register.Scope;
import cadastre.register.Slice;
import cadastre.registration.Delegation;
import cadastre.rollout.Intention;
import cadastre.rollout.Journal;
import cadastre.rollout.JournalException;
import cadastre.rollout.Rollout;
import cadastre.rollout.Rollouts;
import cadastre.testkit.Zones;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class SqlHistoryTest {
    private static final Name APEX = Name.of("example.com");

    @TempDir
    private Path folder;

    private Opened opened;

    @BeforeEach
    void open() {
        opened = new Opened(folder);
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private static Instant at(int second) {
        return Opened.START.plusSeconds(second);
    }

    private void observe(Holding.Id id, Zone zone, int second) {
        opened.compartment.inventory().observe(id, Opened.reading(zone), at(second), at(second));
    }

    private Rollout applying(Plan plan) {
        Rollouts rollouts = opened.compartment.rollouts(() -> at(0));
        Rollout rollout = rollouts.propose(plan, "Ada", at(0), OptionalLong.empty());
        rollouts.move(rollout.number(), Rollout.State.PROPOSED, Rollout.State.APPLYING, at(0));
        return rollout;
    }

    private List<HistoryEntry> moves(Holding.Id id) {
        return opened.compartment.history().of(id, Optional.empty(), 100).items().reversed().stream()
                .filter(one -> one.moved().event() instanceof Event.RRsetMoved)
                .toList();
    }

    @Test
    void whatWeWroteIsOursAndWhatSomebodyElseWroteIsDrift() throws JournalException {
        Holding.Id id = opened.hold(Zone.of(APEX, List.of(Opened.a("www", APEX, 1), Opened.a("mail", APEX, 1))));
        RRset www = Opened.a("www", APEX, 2);
        Plan plan = new Plan(List.of(new Plan.Target.OfZone(APEX, "f", List.of(new Change.Add(www)))));
        Rollout rollout = applying(plan);
        opened.compartment
                .rollouts(() -> at(10))
                .journal(rollout.number())
                .intend(new Intention.OfZone(plan.hash(), APEX, new Write.Put(www)))
                .end(Journal.Outcome.DONE, "");

        observe(id, Zone.of(APEX, List.of(www, Opened.a("mail", APEX, 2))), 20);

        assertThat(moves(id))
                .extracting(one -> one.moved().origin())
                .containsExactly(new Origin.Elsewhere(), new Origin.Ours(plan.hash(), "Ada"));
        Holding holding = opened.compartment.inventory().holding(id).orElseThrow();
        assertThat(holding.lastChange().map(Holding.LastChange::at)).contains(at(20));
        assertThat(holding.driftedAt()).contains(at(20));
        assertThat(opened.compartment.history().all(true, Optional.empty(), 10).items())
                .hasSize(1);
    }

    @Test
    void aWriteWhoseOutcomeWasNeverNotedIsOursIfItIsThere() throws JournalException {
        Holding.Id id = opened.hold(Zone.empty(APEX));
        RRset www = Opened.a("www", APEX, 2);
        Plan plan = new Plan(List.of(new Plan.Target.OfZone(APEX, "f", List.of(new Change.Add(www)))));
        opened.compartment
                .rollouts(() -> at(10))
                .journal(applying(plan).number())
                .intend(new Intention.OfZone(plan.hash(), APEX, new Write.Put(www)));

        observe(id, Zone.of(APEX, List.of(www)), 20);

        assertThat(moves(id))
                .extracting(one -> one.moved().origin())
                .containsExactly(new Origin.Ours(plan.hash(), "Ada"));
    }

    @Test
    void whatWeWroteLongAgoExplainsNothingNow() throws JournalException {
        Holding.Id id = opened.hold(Zone.empty(APEX));
        RRset www = Opened.a("www", APEX, 2);
        Plan plan = new Plan(List.of(new Plan.Target.OfZone(APEX, "f", List.of(new Change.Add(www)))));
        opened.compartment
                .rollouts(() -> at(10))
                .journal(applying(plan).number())
                .intend(new Intention.OfZone(plan.hash(), APEX, new Write.Put(www)))
                .end(Journal.Outcome.DONE, "");
        observe(id, Zone.of(APEX, List.of(www)), 20);
        observe(id, Zone.empty(APEX), 30);

        observe(id, Zone.of(APEX, List.of(www)), 40);

        assertThat(moves(id)).extracting(one -> one.moved().isDrift()).containsExactly(false, true, true);
    }

    @Test
    void aDelegationThatWeSentIsOurs() throws JournalException {
        Holding.Id id = opened.hold(Zone.empty(APEX));
        Plan.DelegationChange change = new Plan.DelegationChange(
                new Delegation(List.of()), new Delegation(List.of(Name.of("NS1.example.net"))));
        Plan plan = new Plan(List.of(new Plan.Target.OfRegistration(APEX, "f", change)));
        opened.compartment
                .rollouts(() -> at(10))
                .journal(applying(plan).number())
                .intend(new Intention.OfRegistration(plan.hash(), APEX, change))
                .end(Journal.Outcome.DONE, "");
        var listed = Opened.listed("example.com", ServedBy.CUSTOM, Optional.empty());
        PassState state = opened.compartment.passes().begin(Opened.INTEGRATION, new Scope.Everything(), at(20));

        opened.compartment.passes().listed(state, List.of(listed), at(20), _ -> state);

        HistoryEntry entry =
                opened.compartment.history().of(id, Optional.empty(), 1).items().getFirst();
        assertThat(entry.moved().event())
                .isEqualTo(new Event.FactMoved(Fact.SERVED_BY, "livedns", Optional.of("custom")));
        assertThat(entry.moved().origin()).isEqualTo(new Origin.Ours(plan.hash(), "Ada"));
    }

    @Test
    void pagesOfHistoryMakeOneList() {
        Holding.Id id = opened.hold(Zone.empty(APEX));
        for (int i = 1; i <= 9; i++) {
            observe(id, Zone.of(APEX, List.of(Opened.a("www", APEX, i))), i);
        }
        List<Long> numbers = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Slice<HistoryEntry> slice = opened.compartment.history().of(id, cursor, 4);
            slice.items().forEach(one -> numbers.add(one.number()));
            cursor = slice.next();
        } while (cursor.isPresent());

        assertThat(numbers)
                .hasSize(11)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void everyPastZoneIsFoundAgain() {
        for (long seed = 0; seed < 20; seed++) {
            Name apex = Name.of("s" + seed + ".example");
            Zones zones = new Zones(seed, apex);
            List<Zone> past = new ArrayList<>(List.of(zones.next()));
            Holding.Id id = opened.hold(past.getFirst());
            for (int i = 1; i < 6; i++) {
                past.add(zones.near(past.getLast()));
                observe(id, past.getLast(), i);
            }
            for (int i = 0; i < 6; i++) {
                assertThat(opened.compartment.history().zoneAt(id, at(i)))
                        .as("seed %s, %s", seed, i)
                        .contains(past.get(i));
            }
            assertThat(opened.compartment.history().zoneAt(id, at(-1))).isEmpty();
            assertThat(opened.compartment.inventory().zone(id))
                    .as("seed %s", seed)
                    .contains(past.getLast());
        }
    }

    @Test
    void anotherSpellingIsKeptButIsNoEvent() {
        Holding.Id id = opened.hold(Zone.of(APEX, List.of(Opened.a("www", APEX, 1))));

        observe(id, Zone.of(APEX, List.of(Opened.a("WWW", APEX, 1))), 5);

        assertThat(moves(id)).isEmpty();
        Zone zone = opened.compartment.inventory().zone(id).orElseThrow();
        assertThat(zone.rrsets().getFirst().owner().toString()).isEqualTo("WWW.example.com.");
    }
}
