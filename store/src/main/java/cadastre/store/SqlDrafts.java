package cadastre.store;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.plan.Change;
import cadastre.plan.Plan;
import cadastre.plan.PlanFormatException;
import cadastre.register.Draft;
import cadastre.register.Drafts;
import cadastre.register.Holding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/// Drafts in a database. The edits of a draft are kept in the form of a plan, which has the same parts.
final class SqlDrafts implements Drafts {
    private static final String KEPT = """
            select f.domain_id, f.author, f.plan, f.changed_at, d.name
            from drafts f join domains d on d.id = f.domain_id
            where f.workspace_id = :workspace and f.author = :author
            """;

    private final Jdbi jdbi;
    private final String workspace;

    SqlDrafts(Jdbi jdbi, String workspace) {
        this.jdbi = jdbi;
        this.workspace = workspace;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new Holding.Id(row.getLong("domain_id")),
                row.getString("author"),
                draft(Name.of(row.getString("name")), row.getString("plan")),
                Columns.instant(row, "changed_at"));
    }

    private static Draft draft(Name apex, String json) {
        Map<RRset.Key, Change> edits = new TreeMap<>();
        Optional<Plan.DelegationChange> delegation = Optional.empty();
        try {
            for (Plan.Target target : Plan.parse(json).targets()) {
                switch (target) {
                    case Plan.Target.OfZone(var _, var _, List<Change> changes) ->
                        changes.forEach(change -> edits.put(change.key(), change));
                    case Plan.Target.OfRegistration(var _, var _, Plan.DelegationChange change) ->
                        delegation = Optional.of(change);
                }
            }
        } catch (PlanFormatException e) {
            throw new IllegalStateException("the database holds a draft that cannot be read: " + e.getMessage(), e);
        }
        return new Draft(apex, edits, delegation);
    }

    private static String json(Draft draft) {
        List<Plan.Target> targets = new ArrayList<>();
        if (!draft.edits().isEmpty()) {
            targets.add(new Plan.Target.OfZone(
                    draft.apex(), "", List.copyOf(draft.edits().values())));
        }
        draft.delegation().ifPresent(change -> targets.add(new Plan.Target.OfRegistration(draft.apex(), "", change)));
        return new Plan(targets).toJson();
    }

    @Override
    public Optional<Kept> find(Holding.Id holding, String author) {
        return jdbi.withHandle(handle -> handle.createQuery(KEPT + " and f.domain_id = :domain")
                .bind("workspace", workspace)
                .bind("author", author)
                .bind("domain", holding.number())
                .map((row, _) -> kept(row))
                .findOne());
    }

    @Override
    public List<Kept> of(String author) {
        return jdbi.withHandle(handle -> handle.createQuery(KEPT + " order by f.changed_at desc, f.domain_id")
                .bind("workspace", workspace)
                .bind("author", author)
                .map((row, _) -> kept(row))
                .list());
    }

    @Override
    public void keep(Holding.Id holding, String author, Draft draft, Instant at) {
        if (draft.isEmpty()) {
            discard(holding, author);
            return;
        }
        int kept = jdbi.inTransaction(handle -> handle.createUpdate("""
                        insert into drafts (workspace_id, domain_id, author, plan, changed_at)
                        select d.workspace_id, d.id, :author, :plan, :at from domains d
                        where d.id = :domain and d.workspace_id = :workspace and d.name = :name
                        on conflict (domain_id, author) do update
                        set plan = excluded.plan, changed_at = excluded.changed_at
                        """)
                .bind("author", author)
                .bind("plan", json(draft))
                .bind("at", Columns.micros(at))
                .bind("domain", holding.number())
                .bind("workspace", workspace)
                .bind("name", DomainRows.key(draft.apex()))
                .execute());
        if (kept == 0) {
            throw new IllegalArgumentException("there is no holding " + holding + " of that name");
        }
    }

    @Override
    public boolean discard(Holding.Id holding, String author) {
        return jdbi.inTransaction(handle -> handle.createUpdate("""
                                delete from drafts
                                where domain_id = :domain and author = :author and workspace_id = :workspace
                                """)
                        .bind("domain", holding.number())
                        .bind("author", author)
                        .bind("workspace", workspace)
                        .execute())
                == 1;
    }
}
