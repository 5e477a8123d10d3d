package cadastre.store;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.dns.Zone;
import cadastre.people.Workspace;
import cadastre.people.WorkspaceId;
import cadastre.plan.Change;
import cadastre.plan.Plan;
import cadastre.plan.Write;
import cadastre.register.Acquaintance;
import cadastre.register.Credential;
import cadastre.register.Draft;
import cadastre.register.Holding;
import cadastre.register.HoldingFilter;
import cadastre.register.Integration;
import cadastre.register.Inventory;
import cadastre.register.PassState;
import cadastre.register.Scope;
import cadastre.register.SentRequest;
import cadastre.register.Trouble;
import cadastre.rollout.Intention;
import cadastre.rollout.Journal;
import cadastre.rollout.Rollout;
import cadastre.vault.SealedSecret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two workspaces in one database: what is the other's is answered as what is not there, by the same
/// statements.
@SuppressWarnings("NullAway.Init")
class SeparationTest {
    private static final WorkspaceId OTHER = new WorkspaceId(new UUID(2, 2));
    private static final Name APEX = Name.of("example.com");
    private static final Holding.Id NOWHERE = new Holding.Id(999_999);
    private static final Integration.Id NOBODY = new Integration.Id("int_999999");

    @TempDir
    private Path folder;

    private Opened opened;
    private Compartment other;
    private Holding.Id theirs;
    private long rollout;

    private final List<String> statements = new ArrayList<>();

    private interface Question {
        Object ask(Holding.Id holding, Integration.Id integration, long rollout) throws Exception;
    }

    @BeforeEach
    void open() throws Exception {
        opened = new Opened(folder);
        opened.store.addWorkspace(new Workspace(OTHER, "Other", Opened.START));
        other = opened.store.compartment(OTHER);
        Zone zone = Zone.of(APEX, List.of(Opened.a("www", APEX, 1)));
        theirs = opened.hold(zone);
        opened.compartment
                .drafts()
                .keep(theirs, "Ada", Draft.empty(APEX).put(Opened.a("www", APEX, 2), zone), Opened.START);
        opened.compartment
                .requestLog()
                .note(
                        Opened.INTEGRATION,
                        List.of(new SentRequest(Opened.START, "GET", OptionalInt.of(200), Optional.empty())));
        var rollouts = opened.compartment.rollouts(() -> Opened.START);
        rollout = rollouts.propose(plan(), "Ada", Opened.START, OptionalLong.empty())
                .number();
        rollouts.move(rollout, Rollout.State.PROPOSED, Rollout.State.APPLYING, Opened.START);
        rollouts.journal(rollout).intend(intention());
        opened.compartment.secrets().keep("a", new SealedSecret("k", 1, new byte[] {1}), Opened.START);
        opened.store.jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                statements.add(context.getParsedSql().getSql());
            }
        });
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private static Plan plan() {
        return new Plan(List.of(new Plan.Target.OfZone(APEX, "f", List.of(new Change.Add(Opened.a("www", APEX, 1))))));
    }

    private static Intention intention() {
        return new Intention.OfZone("h", APEX, new Write.Put(Opened.a("www", APEX, 1)));
    }

    private Map<String, Question> questions() {
        Draft draft = Draft.empty(APEX).put(Opened.a("www", APEX, 3), Zone.empty(APEX));
        var rollouts = other.rollouts(() -> Opened.START);
        Map<String, Question> questions = new LinkedHashMap<>();
        questions.put("holding", (h, i, r) -> other.inventory().holding(h));
        questions.put("zone", (h, i, r) -> other.inventory().zone(h));
        questions.put("snapshots", (h, i, r) -> other.inventory().snapshots(h));
        questions.put("observe", (h, i, r) -> {
            other.inventory().observe(h, Opened.reading(Zone.empty(APEX)), Opened.START, Opened.START);
            return "kept";
        });
        questions.put("history", (h, i, r) -> other.history().of(h, Optional.empty(), 10));
        questions.put("zone at", (h, i, r) -> other.history().zoneAt(h, Opened.START));
        questions.put("draft", (h, i, r) -> other.drafts().find(h, "Ada"));
        questions.put("keep draft", (h, i, r) -> {
            other.drafts().keep(h, "Ada", draft, Opened.START);
            return "kept";
        });
        questions.put("discard draft", (h, i, r) -> other.drafts().discard(h, "Ada"));
        questions.put("integration", (h, i, r) -> other.integrations().find(i));
        questions.put("card", (h, i, r) -> other.integrations().card(i, Opened.START));
        questions.put("rename", (h, i, r) -> other.integrations().rename(i, "mine"));
        questions.put("configure", (h, i, r) -> other.integrations().configure(i, Map.of(), true));
        questions.put(
                "credential",
                (h, i, r) -> other.integrations()
                        .updateCredential(
                                i,
                                new Credential("x", "x", Opened.START, Optional.empty(), Optional.empty()),
                                new Acquaintance(Optional.empty(), List.of(), OptionalInt.empty(), Opened.START)));
        questions.put("requests", (h, i, r) -> other.requestLog().latest(i, 10));
        questions.put("note request", (h, i, r) -> {
            other.requestLog()
                    .note(i, List.of(new SentRequest(Opened.START, "GET", OptionalInt.of(1), Optional.empty())));
            return "noted";
        });
        questions.put("begin", (h, i, r) -> other.passes().begin(i, new Scope.Everything(), Opened.START));
        questions.put("latest pass", (h, i, r) -> other.passes().latest(i, new Scope.Everything()));
        questions.put("advance", (h, i, r) -> {
            other.passes().advance(PassState.start(r, i, new Scope.Everything(), Opened.START), Opened.START);
            return "kept";
        });
        questions.put("skip", (h, i, r) -> {
            other.passes()
                    .skipped(
                            Scope.Phase.ZONES,
                            PassState.start(r, i, new Scope.Everything(), Opened.START),
                            h,
                            new Trouble.Outage(500),
                            Opened.START);
            return "kept";
        });
        questions.put("rollout", (h, i, r) -> rollouts.find(r));
        questions.put("undo", (h, i, r) -> rollouts.propose(plan(), "Eve", Opened.START, OptionalLong.of(r)));
        questions.put(
                "move", (h, i, r) -> rollouts.move(r, Rollout.State.APPLYING, Rollout.State.INCOMPLETE, Opened.START));
        questions.put("intend", (h, i, r) -> rollouts.journal(r).intend(intention()));
        questions.put("writes", (h, i, r) -> rollouts.writes(r));
        questions.put("settle", (h, i, r) -> rollouts.settle(r, _ -> Journal.Outcome.DONE, "", Opened.START));
        return questions;
    }

    /// The answer, or the kind of failure; and by which statements.
    private List<String> asked(Question question, Holding.Id holding, Integration.Id integration, long number) {
        statements.clear();
        List<String> answer = new ArrayList<>();
        try {
            answer.add(String.valueOf(question.ask(holding, integration, number)));
        } catch (Exception e) {
            String message = String.valueOf(e.getMessage());
            answer.add(e.getClass() + " "
                    + message.replace(holding.toString(), "…")
                            .replace(integration.toString(), "…")
                            .replace(Long.toString(number), "…"));
        }
        answer.addAll(statements);
        return answer;
    }

    @Test
    void whatIsNotOursIsWhatIsNotThere() {
        questions().forEach((what, question) -> {
            List<String> nowhere = asked(question, NOWHERE, NOBODY, 999_999);
            assertThat(nowhere).as(what).hasSizeGreaterThan(1);
            assertThat(asked(question, theirs, Opened.INTEGRATION, rollout))
                    .as(what)
                    .isEqualTo(nowhere);
        });
    }

    @Test
    void nothingOfTheOtherChangedByAsking() throws Exception {
        var before = state();
        for (Question question : questions().values()) {
            asked(question, theirs, Opened.INTEGRATION, rollout);
        }

        assertThat(state()).isEqualTo(before);
    }

    private List<Object> state() {
        return List.of(
                opened.compartment.integrations().cards(Opened.START),
                opened.compartment.inventory().holdings(HoldingFilter.ALL, Inventory.Order.NAME, Optional.empty(), 10),
                opened.compartment.inventory().zone(theirs),
                opened.compartment.history().all(false, Optional.empty(), 100),
                opened.compartment.drafts().of("Ada"),
                opened.compartment.passes().unfinished(),
                opened.compartment.rollouts(() -> Opened.START).writes(rollout),
                opened.compartment.rollouts(() -> Opened.START).latest(Optional.empty(), OptionalLong.empty(), 10),
                opened.compartment.requestLog().latest(Opened.INTEGRATION, 10));
    }

    @Test
    void listsHoldNothingOfTheOther() {
        assertThat(other.inventory().count(HoldingFilter.ALL)).isZero();
        assertThat(other.inventory().holdings(APEX)).isEmpty();
        assertThat(other.inventory().facets(Opened.START, Opened.START))
                .isEqualTo(new Inventory.Facets(0, 0, 0, 0, 0, 0));
        assertThat(other.history().all(false, Optional.empty(), 10).items()).isEmpty();
        assertThat(other.integrations().cards(Opened.START)).isEmpty();
        assertThat(other.drafts().of("Ada")).isEmpty();
        assertThat(other.passes().unfinished()).isEmpty();
        assertThat(other.secrets().find("a")).isEmpty();
        var rollouts = other.rollouts(() -> Opened.START);
        assertThat(rollouts.latest(Optional.of(APEX), OptionalLong.empty(), 10)).isEmpty();
        assertThat(rollouts.applying()).isEmpty();
    }
}
