package cadastre.store;

import cadastre.people.AccountId;
import cadastre.people.Digest;
import cadastre.people.Links;
import cadastre.people.OneTimeLink;
import cadastre.people.Role;
import cadastre.people.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// One-time links in a database.
final class SqlLinks implements Links {
    private static final String COLUMNS = "digest, workspace_id, role, invited_by, created_at, expires_at";

    private final Jdbi jdbi;

    SqlLinks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static OneTimeLink link(ResultSet row) throws SQLException {
        Optional<String> workspace = Columns.maybeText(row, "workspace_id");
        OneTimeLink.Purpose purpose = workspace.isEmpty()
                ? new OneTimeLink.FirstOwner()
                : new OneTimeLink.Invitation(
                        new WorkspaceId(UUID.fromString(workspace.get())),
                        Role.valueOf(row.getString("role")),
                        new AccountId(UUID.fromString(row.getString("invited_by"))));
        return new OneTimeLink(
                new Digest(row.getString("digest")),
                purpose,
                Columns.instant(row, "created_at"),
                Columns.instant(row, "expires_at"));
    }

    @Override
    public void add(OneTimeLink link) {
        jdbi.useTransaction(handle -> {
            Update update = handle.createUpdate("insert into links (" + COLUMNS + """
                            ) values (:digest, :workspace, :role, :by, :created, :expires)
                            """)
                    .bind("digest", link.digest().hex())
                    .bind("created", Columns.micros(link.created()))
                    .bind("expires", Columns.micros(link.expires()));
            switch (link.purpose()) {
                case OneTimeLink.FirstOwner() -> bind(update, null, null, null);
                case OneTimeLink.Invitation(WorkspaceId workspace, Role role, AccountId by) ->
                    bind(update, workspace.toString(), role.name(), by.toString());
            }
            update.execute();
        });
    }

    private static void bind(Update update, @Nullable String workspace, @Nullable String role, @Nullable String by) {
        update.bind("workspace", workspace).bind("role", role).bind("by", by);
    }

    @Override
    public Optional<OneTimeLink> find(Digest digest, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                         from links where digest = :digest and expires_at > :now
                        """)
                .bind("digest", digest.hex())
                .bind("now", Columns.micros(now))
                .map((row, _) -> link(row))
                .findOne());
    }

    @Override
    public Optional<OneTimeLink> take(Digest digest, Instant now) {
        return jdbi.inTransaction(handle -> handle.createQuery(
                        "delete from links where digest = :digest and expires_at > :now returning " + COLUMNS)
                .bind("digest", digest.hex())
                .bind("now", Columns.micros(now))
                .map((row, _) -> link(row))
                .findOne());
    }

    @Override
    public List<OneTimeLink> invitations(WorkspaceId workspace, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                         from links where workspace_id = :workspace and expires_at > :now
                        order by created_at, digest
                        """)
                .bind("workspace", workspace.toString())
                .bind("now", Columns.micros(now))
                .map((row, _) -> link(row))
                .list());
    }

    @Override
    public boolean revoke(WorkspaceId workspace, Digest digest) {
        return jdbi.inTransaction(handle -> handle.createUpdate("""
                                delete from links where digest = :digest and workspace_id = :workspace
                                """)
                        .bind("digest", digest.hex())
                        .bind("workspace", workspace.toString())
                        .execute())
                == 1;
    }

    @Override
    public void forgetExpired(Instant now) {
        jdbi.useTransaction(handle -> handle.createUpdate("delete from links where expires_at <= :now")
                .bind("now", Columns.micros(now))
                .execute());
    }
}
