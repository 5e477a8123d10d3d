package cadastre.store;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.dns.Zone;
import cadastre.plan.Change;
import cadastre.plan.Plan;
import cadastre.plan.Write;
import cadastre.register.Draft;
import cadastre.register.Effort;
import cadastre.register.Holding;
import cadastre.register.Pass;
import cadastre.register.Scope;
import cadastre.register.SentRequest;
import cadastre.register.Source;
import cadastre.rollout.Intention;
import cadastre.rollout.Journal;
import cadastre.rollout.Rollout;
import cadastre.testkit.MemoryPortfolio;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No statement walks through a table, or through all of a workspace, unless it lists or counts.
class StatementsTest {
    private static final Name APEX = Name.of("example.com");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static final class Counted implements Effort {
        @Override
        public long requests() {
            return 0;
        }

        @Override
        public Duration forecast(int requests) {
            return Duration.ZERO;
        }
    }

    private static void everything(Opened opened) throws Exception {
        MemoryPortfolio portfolio = new MemoryPortfolio(2);
        portfolio.hold(Zone.of(APEX, List.of(Opened.a("www", APEX, 1))));
        for (int i = 0; i < 4; i++) {
            portfolio.hold(Zone.empty(Name.of("d" + i + ".example")));
        }
        pass(opened, portfolio, new Scope.Everything());
        pass(opened, portfolio, new Scope.Details());
        portfolio.drop(Name.of("d1.example"));
        pass(opened, portfolio, new Scope.Everything());
        Holding.Id id = opened.compartment.inventory().holdings(APEX).getFirst().id();
        pass(opened, portfolio, new Scope.OneDomain(id, APEX));
        var rollouts = opened.compartment.rollouts(() -> Opened.START);
        Plan plan =
                new Plan(List.of(new Plan.Target.OfZone(APEX, "f", List.of(new Change.Add(Opened.a("new", APEX, 1))))));
        Rollout rollout = rollouts.propose(plan, "Ada", Opened.START, OptionalLong.empty());
        rollouts.move(rollout.number(), Rollout.State.PROPOSED, Rollout.State.APPLYING, Opened.START);
        Journal journal = rollouts.journal(rollout.number());
        journal.intend(new Intention.OfZone("h", APEX, new Write.Put(Opened.a("new", APEX, 1))))
                .end(Journal.Outcome.DONE, "");
        rollouts.settle(rollout.number(), _ -> Journal.Outcome.DONE, "", Opened.START);
        rollouts.writes(rollout.number());
        rollouts.find(rollout.number());
        rollouts.applying();
        rollouts.latest(Optional.of(APEX), OptionalLong.empty(), 1);
        opened.compartment
                .drafts()
                .keep(id, "Ada", Draft.empty(APEX).put(Opened.a("x", APEX, 1), Zone.empty(APEX)), Opened.START);
        opened.compartment.drafts().find(id, "Ada");
        opened.compartment.drafts().of("Ada");
        opened.compartment.drafts().discard(id, "Ada");
        opened.compartment.inventory().snapshots(id);
        opened.compartment.history().of(id, Optional.empty(), 1);
        opened.compartment.history().all(true, Optional.empty(), 1);
        opened.compartment.history().zoneAt(id, Opened.START);
        opened.compartment
                .requestLog()
                .note(
                        Opened.INTEGRATION,
                        List.of(new SentRequest(Opened.START, "GET", OptionalInt.of(1), Optional.empty())));
        opened.compartment.requestLog().latest(Opened.INTEGRATION, 1);
        opened.compartment.integrations().card(Opened.INTEGRATION, Opened.START);
        opened.compartment.passes().unfinished();
    }

    private static void pass(Opened opened, MemoryPortfolio portfolio, Scope scope) {
        Source source = new Source(portfolio, portfolio, portfolio, new Counted());
        Pass.over(
                        opened.compartment
                                .integrations()
                                .find(Opened.INTEGRATION)
                                .orElseThrow(),
                        scope,
                        opened.compartment.passes(),
                        source,
                        () -> Opened.START)
                .run(_ -> true);
    }

    @Test
    void noStatementWalksThroughAWorkspaceUnlessItLists() throws Exception {
        try (Opened opened = new Opened(folder)) {
            Set<String> statements = new TreeSet<>();
            opened.store.jdbi().setSqlLogger(new SqlLogger() {
                @Override
                public void logAfterExecution(StatementContext context) {
                    statements.add(context.getParsedSql().getSql());
                }
            });
            everything(opened);

            assertThat(statements).hasSizeGreaterThan(40);
            List<String> walks = new ArrayList<>();
            for (String sql : List.copyOf(statements)) {
                boolean lists = sql.contains("order by") || sql.contains("count(");
                for (String step : steps(opened, sql)) {
                    boolean scans = step.startsWith("SCAN") && !step.contains("CONSTANT ROW");
                    boolean walksWorkspace = step.endsWith("(workspace_id=?)") && !lists;
                    if (scans || walksWorkspace) {
                        walks.add(step + "\n" + sql);
                    }
                }
            }
            assertThat(walks).isEmpty();
        }
    }

    private static List<String> steps(Opened opened, String sql) throws SQLException {
        return opened.store.jdbi().withHandle(handle -> {
            List<String> steps = new ArrayList<>();
            try (var statement = handle.getConnection().prepareStatement("explain query plan " + sql)) {
                for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                    statement.setObject(i, 1);
                }
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        steps.add(rows.getString("detail"));
                    }
                }
            }
            return steps;
        });
    }
}
