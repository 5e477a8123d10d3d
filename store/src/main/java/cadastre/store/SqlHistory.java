package cadastre.store;

import cadastre.dns.Zone;
import cadastre.register.History;
import cadastre.register.HistoryEntry;
import cadastre.register.Holding;
import cadastre.register.Rewind;
import cadastre.register.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The history in a database.
final class SqlHistory implements History {
    private static final String ENTRIES = """
            select h.number, h.domain_id, d.name, h.at, h.kind, h.subject, h.was, h.became, h.origin, h.plan, h.author
            from history h join domains d on d.id = h.domain_id
            where h.workspace_id = :workspace and h.number < :before
            """;

    private final Jdbi jdbi;
    private final String workspace;

    SqlHistory(Jdbi jdbi, String workspace) {
        this.jdbi = jdbi;
        this.workspace = workspace;
    }

    private static Slice<HistoryEntry> slice(List<HistoryEntry> entries, int limit) {
        return Slice.of(entries, limit, last -> Long.toString(last.number()));
    }

    private static long before(Optional<String> cursor) {
        return cursor.map(Long::parseLong).orElse(Long.MAX_VALUE);
    }

    @Override
    public Slice<HistoryEntry> of(Holding.Id holding, Optional<String> cursor, int limit) {
        return jdbi.withHandle(handle -> slice(
                handle.createQuery(ENTRIES + " and h.domain_id = :domain order by h.number desc limit :limit")
                        .bind("workspace", workspace)
                        .bind("before", before(cursor))
                        .bind("domain", holding.number())
                        .bind("limit", limit + 1)
                        .map((row, _) -> HistoryRows.entry(row))
                        .list(),
                limit));
    }

    @Override
    public Slice<HistoryEntry> all(boolean driftOnly, Optional<String> cursor, int limit) {
        String drift = driftOnly ? " and h.drift = 1" : "";
        return jdbi.withHandle(handle -> slice(
                handle.createQuery(ENTRIES + drift + " order by h.number desc limit :limit")
                        .bind("workspace", workspace)
                        .bind("before", before(cursor))
                        .bind("limit", limit + 1)
                        .map((row, _) -> HistoryRows.entry(row))
                        .list(),
                limit));
    }

    @Override
    public Optional<Zone> zoneAt(Holding.Id holding, Instant instant) {
        // In one transaction, so that no observation comes between the zone and its history.
        return jdbi.inTransaction(handle -> ZoneRows.zone(handle, workspace, holding.number())
                .flatMap(now -> Rewind.to(
                        instant,
                        now,
                        handle.createQuery(ENTRIES + """
                                         and h.domain_id = :domain and h.at > :instant
                                           and h.kind in ('rrset', 'zone seen')
                                         order by h.number desc
                                        """)
                                .bind("workspace", workspace)
                                .bind("before", Long.MAX_VALUE)
                                .bind("domain", holding.number())
                                .bind("instant", Columns.micros(instant))
                                .map((row, _) -> HistoryRows.entry(row))
                                .list())));
    }
}
