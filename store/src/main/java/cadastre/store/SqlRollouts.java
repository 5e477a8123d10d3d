package cadastre.store;

import cadastre.dns.Name;
import cadastre.plan.Plan;
import cadastre.plan.PlanFormatException;
import cadastre.rollout.Intention;
import cadastre.rollout.Journal;
import cadastre.rollout.JournalException;
import cadastre.rollout.NotedWrite;
import cadastre.rollout.Rollout;
import cadastre.rollout.Rollouts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Rollouts and their journals in a database.
final class SqlRollouts implements Rollouts {
    private static final String COLUMNS = """
            select r.number, r.plan, r.state, r.author, r.proposed_at, r.ended_at, r.undoes from rollouts r
            """;

    private final Jdbi jdbi;
    private final String workspace;
    private final InstantSource clock;

    SqlRollouts(Jdbi jdbi, String workspace, InstantSource clock) {
        this.jdbi = jdbi;
        this.workspace = workspace;
        this.clock = clock;
    }

    private static Rollout rollout(ResultSet row) throws SQLException {
        try {
            return new Rollout(
                    row.getLong("number"),
                    Plan.parse(row.getString("plan")),
                    Rollout.State.valueOf(row.getString("state")),
                    row.getString("author"),
                    Columns.instant(row, "proposed_at"),
                    Columns.maybeInstant(row, "ended_at"),
                    Columns.maybeLong(row, "undoes"));
        } catch (PlanFormatException e) {
            throw new IllegalStateException("the database holds a plan that cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Rollout propose(Plan plan, String by, Instant at, OptionalLong undoes) {
        if (plan.isEmpty()) {
            throw new IllegalArgumentException("a plan that changes nothing is not rolled out");
        }
        if (undoes.isPresent() && find(undoes.getAsLong()).isEmpty()) {
            throw new IllegalArgumentException("there is no rollout " + undoes.getAsLong());
        }
        return jdbi.inTransaction(handle -> {
            long number = handle.createQuery("""
                            insert into rollouts (workspace_id, hash, plan, state, author, proposed_at, undoes)
                            values (:workspace, :hash, :plan, 'PROPOSED', :author, :at, :undoes)
                            returning number
                            """)
                    .bind("workspace", workspace)
                    .bind("hash", plan.hash())
                    .bind("plan", plan.toJson())
                    .bind("author", by)
                    .bind("at", Columns.micros(at))
                    .bind("undoes", undoes.isPresent() ? undoes.getAsLong() : null)
                    .mapTo(Long.class)
                    .one();
            PreparedBatch targets = handle.prepareBatch("""
                    insert into rollout_targets (workspace_id, name, rollout) values (:workspace, :name, :rollout)
                    on conflict do nothing
                    """);
            for (Plan.Target target : plan.targets()) {
                targets.bind("workspace", workspace)
                        .bind("name", DomainRows.key(target.name()))
                        .bind("rollout", number)
                        .add();
            }
            targets.execute();
            return new Rollout(number, plan, Rollout.State.PROPOSED, by, at, Optional.empty(), undoes);
        });
    }

    @Override
    public Optional<Rollout> find(long number) {
        return jdbi.withHandle(
                handle -> handle.createQuery(COLUMNS + " where r.number = :number and r.workspace_id = :workspace")
                        .bind("number", number)
                        .bind("workspace", workspace)
                        .map((row, _) -> rollout(row))
                        .findOne());
    }

    @Override
    public List<Rollout> latest(Optional<Name> target, OptionalLong before, int limit) {
        String only = target.isPresent() ? """
                   and r.number in (select t.rollout from rollout_targets t
                                    where t.workspace_id = :workspace and t.name = :name)
                  """ : "";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(COLUMNS + " where r.workspace_id = :workspace and r.number < :before" + only
                            + " order by r.number desc limit :limit")
                    .bind("workspace", workspace)
                    .bind("before", before.orElse(Long.MAX_VALUE))
                    .bind("limit", limit);
            target.ifPresent(name -> query.bind("name", DomainRows.key(name)));
            return query.map((row, _) -> rollout(row)).list();
        });
    }

    @Override
    public List<Rollout> applying() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        COLUMNS + " where r.workspace_id = :workspace and r.state = 'APPLYING' order by r.number")
                .bind("workspace", workspace)
                .map((row, _) -> rollout(row))
                .list());
    }

    @Override
    public boolean move(long number, Rollout.State from, Rollout.State to, Instant at) {
        if (!from.leadsTo(to)) {
            throw new IllegalArgumentException(to + " does not follow " + from);
        }
        return jdbi.inTransaction(handle -> handle.createUpdate("""
                                update rollouts
                                set state = :to, ended_at = case when :end = 1 then :at else ended_at end
                                where number = :number and workspace_id = :workspace and state = :from
                                """)
                        .bind("to", to.name())
                        .bind("end", Columns.flag(to.isEnd()))
                        .bind("at", Columns.micros(at))
                        .bind("number", number)
                        .bind("workspace", workspace)
                        .bind("from", from.name())
                        .execute())
                == 1;
    }

    @Override
    public Journal journal(long number) {
        return intention -> {
            long entry = noted("an intention", () -> intend(number, intention));
            return (outcome, detail) -> noted(
                    "an outcome",
                    () -> jdbi.inTransaction(handle -> end(handle, entry, outcome, detail, clock.instant())));
        };
    }

    private interface Noting {
        long run();
    }

    private static long noted(String what, Noting noting) throws JournalException {
        try {
            return noting.run();
        } catch (JdbiException e) {
            throw new JournalException(
                    "the database cannot note " + what + ", so nothing more is sent; look whether its disk is full", e);
        }
    }

    /// The rollout must be the workspace's, and be applied: nothing else may send.
    private long intend(long number, Intention intention) {
        return jdbi.inTransaction(handle -> JournalRows.bind(handle.createQuery("""
                                insert into journal (workspace_id, rollout, plan, target, kind, subject, rrsets,
                                  intended_at)
                                select r.workspace_id, r.number, :plan, :target, :kind, :subject, :rrsets, :at
                                from rollouts r
                                where r.number = :number and r.workspace_id = :workspace and r.state = 'APPLYING'
                                returning number
                                """), intention)
                .bind("at", Columns.micros(clock.instant()))
                .bind("number", number)
                .bind("workspace", workspace)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new IllegalStateException("rollout " + number + " is not being applied")));
    }

    private int end(Handle handle, long entry, Journal.Outcome outcome, String detail, Instant at) {
        return handle.createUpdate("""
                        update journal set outcome = :outcome, ended_at = :at, detail = :detail
                        where number = :number and workspace_id = :workspace
                        """)
                .bind("outcome", outcome.name())
                .bind("at", Columns.micros(at))
                .bind("detail", detail)
                .bind("number", entry)
                .bind("workspace", workspace)
                .execute();
    }

    @Override
    public List<NotedWrite> writes(long number) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select plan, target, kind, subject, rrsets, intended_at, outcome, ended_at, detail from journal
                        where workspace_id = :workspace and rollout = :rollout
                        order by number
                        """)
                .bind("workspace", workspace)
                .bind("rollout", number)
                .map((row, _) -> new NotedWrite(
                        JournalRows.intention(row),
                        Columns.instant(row, "intended_at"),
                        Columns.maybeText(row, "outcome").map(Journal.Outcome::valueOf),
                        Columns.maybeInstant(row, "ended_at"),
                        row.getString("detail")))
                .list());
    }

    @Override
    public int settle(long number, Function<Intention, Journal.Outcome> outcome, String detail, Instant at) {
        return jdbi.inTransaction(handle -> {
            Map<Long, Intention> open = new LinkedHashMap<>();
            handle.createQuery("""
                            select number, plan, target, kind, subject, rrsets from journal
                            where workspace_id = :workspace and rollout = :rollout and outcome is null
                            order by number
                            """)
                    .bind("workspace", workspace)
                    .bind("rollout", number)
                    .map((row, _) -> Map.entry(row.getLong("number"), JournalRows.intention(row)))
                    .forEach(one -> open.put(one.getKey(), one.getValue()));
            open.forEach((entry, intention) -> end(handle, entry, outcome.apply(intention), detail, at));
            return open.size();
        });
    }
}
