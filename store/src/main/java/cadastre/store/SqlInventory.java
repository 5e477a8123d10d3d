package cadastre.store;

import cadastre.dns.Name;
import cadastre.dns.Zone;
import cadastre.provider.Reading;
import cadastre.provider.Snapshot;
import cadastre.register.Holding;
import cadastre.register.HoldingFilter;
import cadastre.register.Inventory;
import cadastre.register.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The inventory in a database.
final class SqlInventory implements Inventory {
    private final Jdbi jdbi;
    private final String workspace;

    SqlInventory(Jdbi jdbi, String workspace) {
        this.jdbi = jdbi;
        this.workspace = workspace;
    }

    @Override
    public Slice<Holding> holdings(HoldingFilter filter, Order order, Optional<String> cursor, int limit) {
        Where where = Where.of(workspace, filter);
        cursor.ifPresent(text -> where.after(order, Cursor.parse(order, text)));
        List<Holding> some = jdbi.withHandle(handle -> where.bind(handle.createQuery("select " + DomainRows.COLUMNS
                        + " from domains d where " + where.text() + " order by " + Where.order(order)
                        + " limit :limit"))
                .bind("limit", limit + 1)
                .map((row, _) -> DomainRows.holding(row))
                .list());
        return Slice.of(some, limit, last -> Cursor.of(order, last).text());
    }

    @Override
    public int count(HoldingFilter filter) {
        Where where = Where.of(workspace, filter);
        return jdbi.withHandle(
                handle -> where.bind(handle.createQuery("select count(*) from domains d where " + where.text()))
                        .mapTo(Integer.class)
                        .one());
    }

    @Override
    public Facets facets(Instant endsBefore, Instant driftedSince) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) as all_of_them,
                          coalesce(sum(case when d.ends_at < :ends_before then 1 else 0 end), 0) as ending_soon,
                          coalesce(sum(case when d.auto_renew = 0 then 1 else 0 end), 0) as auto_renew_off,
                          coalesce(sum(case when d.served_by = 'CUSTOM' then 1 else 0 end), 0) as custom,
                          coalesce(sum(case when d.drifted_at >= :drifted_since then 1 else 0 end), 0) as drifted,
                          coalesce(sum(d.zone_unread), 0) as unread
                        from domains d where d.workspace_id = :workspace and d.archived_at is null
                        """)
                .bind("workspace", workspace)
                .bind("ends_before", Columns.micros(endsBefore))
                .bind("drifted_since", Columns.micros(driftedSince))
                .map((row, _) -> new Facets(
                        row.getInt("all_of_them"),
                        row.getInt("ending_soon"),
                        row.getInt("auto_renew_off"),
                        row.getInt("custom"),
                        row.getInt("drifted"),
                        row.getInt("unread")))
                .one());
    }

    @Override
    public Optional<Holding> holding(Holding.Id id) {
        return jdbi.withHandle(handle -> holding(handle, workspace, id));
    }

    static Optional<Holding> holding(Handle handle, String workspace, Holding.Id id) {
        return handle.createQuery("select " + DomainRows.COLUMNS + """
                        from domains d where d.id = :id and d.workspace_id = :workspace
                        """)
                .bind("id", id.number())
                .bind("workspace", workspace)
                .map((row, _) -> DomainRows.holding(row))
                .findOne();
    }

    @Override
    public List<Holding> holdings(Name name) {
        return jdbi.withHandle(handle -> {
            // One index holds those that are archived, another those that are not.
            List<Holding> all = new ArrayList<>(holdings(handle, name, "d.archived_at is null"));
            all.addAll(holdings(handle, name, "d.archived_at is not null"));
            return List.copyOf(all);
        });
    }

    private List<Holding> holdings(Handle handle, Name name, String which) {
        return handle.createQuery("select " + DomainRows.COLUMNS + """
                        from domains d
                        where d.workspace_id = :workspace and d.name = :name and\s""" + which + " order by d.id")
                .bind("workspace", workspace)
                .bind("name", DomainRows.key(name))
                .map((row, _) -> DomainRows.holding(row))
                .list();
    }

    @Override
    public Optional<Zone> zone(Holding.Id id) {
        return jdbi.withHandle(handle -> ZoneRows.zone(handle, workspace, id.number()));
    }

    @Override
    public List<Snapshot> snapshots(Holding.Id id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, name, taken_at, automatic from snapshots
                        where domain_id = :domain and workspace_id = :workspace
                        order by taken_at desc, id
                        """)
                .bind("domain", id.number())
                .bind("workspace", workspace)
                .map((row, _) -> new Snapshot(
                        row.getString("id"),
                        row.getString("name"),
                        Columns.instant(row, "taken_at"),
                        row.getInt("automatic") != 0))
                .list());
    }

    @Override
    public void observe(Holding.Id id, Reading reading, Instant asked, Instant at) {
        jdbi.useTransaction(handle -> ZoneRows.keep(handle, workspace, id, reading, asked, at));
    }
}
