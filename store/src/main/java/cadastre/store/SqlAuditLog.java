package cadastre.store;

import cadastre.people.AuditChain;
import cadastre.people.AuditEntry;
import cadastre.people.AuditLog;
import cadastre.people.Digest;
import cadastre.people.Door;
import cadastre.people.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The audit log in a database. An entry is linked in the transaction that keeps it.
final class SqlAuditLog implements AuditLog {
    private final Jdbi jdbi;

    SqlAuditLog(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static AuditChain.Head head(Handle handle, WorkspaceId workspace) {
        return handle.createQuery("""
                        select number, link from audit where workspace_id = :workspace order by number desc limit 1
                        """)
                .bind("workspace", workspace.toString())
                .map((row, _) -> new AuditChain.Head(row.getLong("number"), new Digest(row.getString("link"))))
                .findOne()
                .orElse(AuditChain.Head.NONE);
    }

    @Override
    public AuditChain.Chained append(AuditEntry entry, AuditChain chain) {
        return jdbi.inTransaction(handle -> {
            AuditChain.Chained chained = chain.next(head(handle, entry.workspace()), entry);
            handle.createUpdate("""
                            insert into audit (workspace_id, number, at, who, door, action, object, was, became,
                              details, link)
                            values (:workspace, :number, :at, :who, :door, :action, :object, :was, :became,
                              :details, :link)
                            """)
                    .bind("workspace", entry.workspace().toString())
                    .bind("number", chained.number())
                    .bind("at", Columns.micros(entry.at()))
                    .bind("who", entry.who())
                    .bind("door", entry.door().name())
                    .bind("action", entry.action())
                    .bind("object", entry.object())
                    .bind("was", entry.before().map(Digest::hex).orElse(null))
                    .bind("became", entry.after().map(Digest::hex).orElse(null))
                    .bind("details", Json.of(entry.details()))
                    .bind("link", chained.link().hex())
                    .execute();
            return chained;
        });
    }

    @Override
    public AuditChain.Head head(WorkspaceId workspace) {
        return jdbi.withHandle(handle -> head(handle, workspace));
    }

    @Override
    public List<AuditChain.Chained> entries(WorkspaceId workspace, long after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select workspace_id, number, at, who, door, action, object, was, became, details, link
                        from audit where workspace_id = :workspace and number > :after
                        order by number limit :limit
                        """)
                .bind("workspace", workspace.toString())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> chained(row))
                .list());
    }

    private static AuditChain.Chained chained(ResultSet row) throws SQLException {
        AuditEntry entry = new AuditEntry(
                new WorkspaceId(UUID.fromString(row.getString("workspace_id"))),
                Columns.instant(row, "at"),
                row.getString("who"),
                Door.valueOf(row.getString("door")),
                row.getString("action"),
                row.getString("object"),
                Columns.maybeText(row, "was").map(Digest::new),
                Columns.maybeText(row, "became").map(Digest::new),
                new TreeMap<>(Json.map(row.getString("details"))));
        return new AuditChain.Chained(row.getLong("number"), entry, new Digest(row.getString("link")));
    }
}
