package cadastre.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cadastre.dns.Cname;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Ttl;
import cadastre.dns.Zone;
import cadastre.plan.Change;
import cadastre.plan.Plan;
import cadastre.plan.Write;
import cadastre.registration.Delegation;
import cadastre.rollout.Intention;
import cadastre.rollout.Journal;
import cadastre.rollout.JournalException;
import cadastre.rollout.NotedWrite;
import cadastre.rollout.Rollout;
import cadastre.rollout.Rollouts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class SqlRolloutsTest {
    private static final Name APEX = Name.of("example.com");
    private static final RRset WWW = Opened.a("www", APEX, 1);
    private static final Plan.DelegationChange DELEGATION = new Plan.DelegationChange(
            new Delegation(List.of(Name.of("ns1.example.net"))), new Delegation(List.of(Name.of("ns2.example.net"))));

    @TempDir
    private Path folder;

    private Opened opened;
    private Rollouts rollouts;

    @BeforeEach
    void open() {
        opened = new Opened(folder);
        rollouts = opened.compartment.rollouts(() -> Opened.START.plusSeconds(7));
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private static Plan plan(Name apex, RRset rrset) {
        return new Plan(List.of(new Plan.Target.OfZone(apex, "f", List.of(new Change.Add(rrset)))));
    }

    private Rollout applying() {
        Rollout rollout = rollouts.propose(plan(APEX, WWW), "Ada", Opened.START, OptionalLong.empty());
        assertThat(rollouts.move(rollout.number(), Rollout.State.PROPOSED, Rollout.State.APPLYING, Opened.START))
                .isTrue();
        return rollout;
    }

    @Test
    void whatIsProposedIsFound() {
        Plan plan = new Plan(
                List.of(plan(APEX, WWW).targets().getFirst(), new Plan.Target.OfRegistration(APEX, "g", DELEGATION)));
        Rollout rollout = rollouts.propose(plan, "Ada", Opened.START, OptionalLong.empty());

        assertThat(rollouts.find(rollout.number())).contains(rollout);
        assertThat(rollouts.find(rollout.number() + 1)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rollouts.propose(new Plan(List.of()), "Ada", Opened.START, OptionalLong.empty()));
    }

    @Test
    void onlyOneOfTwoGoesOn() {
        Rollout rollout = applying();

        assertThat(rollouts.move(rollout.number(), Rollout.State.PROPOSED, Rollout.State.APPLYING, Opened.START))
                .isFalse();
        assertThat(rollouts.applying()).extracting(Rollout::number).containsExactly(rollout.number());
        assertThat(rollouts.move(rollout.number(), Rollout.State.APPLYING, Rollout.State.VERIFIED, Opened.START))
                .isTrue();
        assertThat(rollouts.applying()).isEmpty();
        assertThat(rollouts.find(rollout.number()).flatMap(Rollout::endedAt)).contains(Opened.START);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        rollouts.move(rollout.number(), Rollout.State.VERIFIED, Rollout.State.APPLYING, Opened.START));
    }

    @Test
    void theJournalHoldsTheIntentionBeforeTheOutcome() throws JournalException {
        Rollout rollout = applying();
        String hash = rollout.plan().hash();
        Cname cname = new Cname(Name.of("host.example.net"));
        RRset alias = new RRset(Name.of("X.example.com"), cname.type(), new Ttl(300), List.of(cname));
        List<Intention> intentions = List.of(
                new Intention.OfZone(hash, APEX, new Write.Put(WWW)),
                new Intention.OfZone(hash, APEX, new Write.PutName(alias.owner(), List.of(alias))),
                new Intention.OfZone(hash, APEX, new Write.Remove(WWW.key())),
                new Intention.OfZone(hash, APEX, new Write.PutZone(Zone.of(APEX, List.of(WWW, alias)))),
                new Intention.OfRegistration(hash, APEX, DELEGATION));
        Journal journal = rollouts.journal(rollout.number());
        for (Intention intention : intentions) {
            Journal.Entry entry = journal.intend(intention);
            assertThat(rollouts.writes(rollout.number()).getLast())
                    .isEqualTo(new NotedWrite(
                            intention, Opened.START.plusSeconds(7), Optional.empty(), Optional.empty(), ""));
            entry.end(Journal.Outcome.FAILED, "no");
        }

        assertThat(rollouts.writes(rollout.number()))
                .extracting(NotedWrite::intention)
                .isEqualTo(intentions);
        assertThat(rollouts.writes(rollout.number())).allSatisfy(write -> {
            assertThat(write.outcome()).contains(Journal.Outcome.FAILED);
            assertThat(write.detail()).isEqualTo("no");
        });
    }

    @Test
    void nothingIsNotedForARolloutThatIsNotApplied() {
        Rollout rollout = rollouts.propose(plan(APEX, WWW), "Ada", Opened.START, OptionalLong.empty());
        Intention intention = new Intention.OfZone("h", APEX, new Write.Put(WWW));

        assertThatIllegalStateException()
                .isThrownBy(() -> rollouts.journal(rollout.number()).intend(intention));
    }

    @Test
    void aDatabaseThatFailsIsAJournalThatCannotNote() {
        Rollout rollout = applying();
        Journal journal = rollouts.journal(rollout.number());
        opened.close();

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> journal.intend(new Intention.OfZone("h", APEX, new Write.Put(WWW))))
                .withMessageContaining("nothing more is sent");
    }

    @Test
    void whatWasNeverNotedIsSettledAfterwards() throws JournalException {
        Rollout rollout = applying();
        Journal journal = rollouts.journal(rollout.number());
        journal.intend(new Intention.OfZone("h", APEX, new Write.Put(WWW))).end(Journal.Outcome.DONE, "");
        journal.intend(new Intention.OfZone("h", APEX, new Write.Remove(WWW.key())));

        assertThat(rollouts.settle(rollout.number(), _ -> Journal.Outcome.FAILED, "not there", Opened.START))
                .isEqualTo(1);

        assertThat(rollouts.writes(rollout.number()))
                .extracting(write -> write.outcome().orElseThrow())
                .containsExactly(Journal.Outcome.DONE, Journal.Outcome.FAILED);
    }

    @Test
    void theLatestComeFirstAndByTarget() {
        Name other = Name.of("example.org");
        long one = rollouts.propose(plan(APEX, WWW), "Ada", Opened.START, OptionalLong.empty())
                .number();
        long two = rollouts.propose(plan(other, Opened.a("www", other, 1)), "Ada", Opened.START, OptionalLong.empty())
                .number();
        long three = rollouts.propose(plan(APEX, WWW), "Bob", Opened.START, OptionalLong.of(one))
                .number();

        assertThat(numbers(Optional.empty(), OptionalLong.empty())).containsExactly(three, two, one);
        assertThat(numbers(Optional.of(Name.of("EXAMPLE.com")), OptionalLong.empty()))
                .containsExactly(three, one);
        assertThat(numbers(Optional.empty(), OptionalLong.of(three))).containsExactly(two, one);
        assertThat(rollouts.find(three).map(Rollout::undoes)).contains(OptionalLong.of(one));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rollouts.propose(plan(APEX, WWW), "Ada", Opened.START, OptionalLong.of(99)));
    }

    private List<Long> numbers(Optional<Name> target, OptionalLong before) {
        return rollouts.latest(target, before, 10).stream().map(Rollout::number).toList();
    }
}
