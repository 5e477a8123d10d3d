package cadastre.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cadastre.dns.A;
import cadastre.dns.Cname;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RelativeName;
import cadastre.dns.Ttl;
import cadastre.dns.Txt;
import cadastre.dns.Zone;
import cadastre.plan.Planner;
import cadastre.plan.Policy;
import cadastre.plan.Step;
import cadastre.plan.ZonePlan;
import cadastre.provider.Reason;
import cadastre.testkit.MemoryProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneRolloutTest {
    private static final Name APEX = Name.of("example.com");

    private final MemoryProvider provider = new MemoryProvider();
    private final List<String> noted = new ArrayList<>();
    private final List<StepResult> results = new ArrayList<>();

    private static RRset rrset(String owner, Rdata rdata) {
        return new RRset(RelativeName.of(owner).at(APEX), rdata.type(), new Ttl(300), List.of(rdata));
    }

    private final Journal journal = intention -> {
        noted.add("intend " + intention.target() + " after " + provider.calls().size() + " calls");
        return (outcome, _) -> noted.add(outcome + " after " + provider.calls().size() + " calls");
    };

    private Audience audience(boolean willing) {
        return new Audience() {
            @Override
            public boolean next(Step step) {
                return willing;
            }

            @Override
            public void ended(Step step, StepResult result) {
                results.add(result);
            }
        };
    }

    private ZonePlan plan(Zone desired) {
        return Planner.plan(desired, provider.zone(APEX), Policy.FREE);
    }

    private ZoneRollout.Applied apply(Zone desired) throws JournalException {
        return ZoneRollout.propose(plan(desired)).approve().orElseThrow().apply(provider, journal, audience(true));
    }

    @Test
    void eachWriteIsNotedBeforeItIsSentAndItsOutcomeAfter() throws Exception {
        provider.hold(Zone.empty(APEX));
        Zone desired = Zone.of(APEX, List.of(rrset("a", new A(1)), rrset("b", new A(2))));

        ZoneRollout.Applied applied = apply(desired);

        assertThat(noted)
                .containsExactly(
                        "intend example.com. after 0 calls",
                        "DONE after 1 calls",
                        "intend example.com. after 1 calls",
                        "DONE after 2 calls");
        assertThat(provider.zone(APEX)).isEqualTo(desired);
        assertThat(applied.verify(provider)).isInstanceOf(ZoneRollout.Verification.Verified.class);
        assertThat(applied.allDone()).isTrue();
    }

    @Test
    void aFailedStepDoesNotStopTheOthersAndItsRemovalsAreNotSent() throws Exception {
        provider.hold(Zone.of(APEX, List.of(rrset("a", new A(1)), rrset("a", Txt.ofText("old")))));
        provider.failNext(new Reason.Refused(400));

        ZoneRollout.Applied applied = apply(Zone.of(APEX, List.of(rrset("a", new A(9)), rrset("b", new A(2)))));

        assertThat(results.get(0)).isInstanceOf(StepResult.Failed.class);
        assertThat(results.get(1)).isInstanceOf(StepResult.Done.class);
        assertThat(provider.calls()).containsExactly("put a.example.com. A", "put b.example.com. A");
        assertThat(applied.allDone()).isFalse();
        assertThat(applied.verify(provider)).isInstanceOf(ZoneRollout.Verification.Verified.class);
    }

    @Test
    void afterALostAnswerReadingTellsWhetherItWasCarriedOut() throws Exception {
        provider.hold(Zone.empty(APEX));
        provider.loseNextAnswer();

        apply(Zone.of(APEX, List.of(rrset("a", new A(1)))));

        assertThat(results).containsExactly(new StepResult.Done());
        assertThat(noted).last().isEqualTo("DONE after 2 calls");
    }

    @Test
    void anAnswerLostBeforeAnythingWasDoneStaysUnknown() throws Exception {
        provider.hold(Zone.empty(APEX));
        provider.failNext(new Reason.UnknownOutcome());

        apply(Zone.of(APEX, List.of(rrset("a", new A(1)))));

        assertThat(results.getFirst()).isInstanceOf(StepResult.Failed.class);
        assertThat(noted).last().isEqualTo("UNKNOWN after 2 calls");
    }

    @Test
    void whatIsNotAsWrittenIsNamed() throws Exception {
        provider.hold(Zone.empty(APEX));
        ZoneRollout.Applied applied = apply(Zone.of(APEX, List.of(rrset("a", new A(1)))));
        provider.hold(Zone.of(APEX, List.of(rrset("a", new A(7)))));

        assertThat(applied.verify(provider))
                .isInstanceOfSatisfying(
                        ZoneRollout.Verification.Diverged.class,
                        diverged -> assertThat(diverged.left())
                                .containsExactly(rrset("a", new A(1)).key()));
    }

    @Test
    void aBlockedPlanCannotBeApproved() {
        provider.hold(Zone.of(APEX, List.of(rrset("a", Txt.ofText("stays")))));
        ZonePlan plan = Planner.plan(
                Zone.of(APEX, List.of(rrset("a", new Cname(Name.of("x.example."))))),
                provider.zone(APEX),
                Policy.FREE.withNoPurge(true));

        assertThat(ZoneRollout.propose(plan).approve()).isEmpty();
    }

    @Test
    void whatCannotBeNotedIsNotSent() {
        provider.hold(Zone.empty(APEX));
        Journal full = _ -> {
            throw new JournalException("the disk is full", new IOException());
        };
        ZoneRollout.Approved approved = ZoneRollout.propose(plan(Zone.of(APEX, List.of(rrset("a", new A(1))))))
                .approve()
                .orElseThrow();

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> approved.apply(provider, full, audience(true)));
        assertThat(provider.calls()).isEmpty();
    }

    @Test
    void aDeclinedStepIsNotSent() throws Exception {
        provider.hold(Zone.empty(APEX));

        ZoneRollout.Applied applied = ZoneRollout.propose(plan(Zone.of(APEX, List.of(rrset("a", new A(1))))))
                .approve()
                .orElseThrow()
                .apply(provider, journal, audience(false));

        assertThat(applied.sent()).isFalse();
        assertThat(provider.calls()).isEmpty();
    }
}
