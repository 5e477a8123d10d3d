package cadastre.store;

import cadastre.people.AccountId;
import cadastre.people.Member;
import cadastre.people.Membership;
import cadastre.people.Role;
import cadastre.people.SignInName;
import cadastre.people.Workspace;
import cadastre.people.WorkspaceId;
import cadastre.people.Workspaces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Workspaces and memberships in a database.
final class SqlWorkspaces implements Workspaces {
    private final Jdbi jdbi;

    SqlWorkspaces(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static Workspace workspace(ResultSet row) throws SQLException {
        return new Workspace(
                new WorkspaceId(UUID.fromString(row.getString("id"))),
                row.getString("name"),
                Columns.instant(row, "created_at"));
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                new WorkspaceId(UUID.fromString(row.getString("workspace_id"))),
                new AccountId(UUID.fromString(row.getString("account_id"))),
                Role.valueOf(row.getString("role")),
                Columns.instant(row, "since"));
    }

    static void add(Handle handle, Workspace workspace) {
        handle.createUpdate("""
                        insert into workspaces (id, name, created_at) values (:id, :name, :at)
                        """)
                .bind("id", workspace.id().toString())
                .bind("name", workspace.name())
                .bind("at", Columns.micros(workspace.created()))
                .execute();
    }

    static boolean add(Handle handle, Membership membership) {
        return handle.createUpdate("""
                                insert into memberships (workspace_id, account_id, role, since)
                                values (:workspace, :account, :role, :since)
                                on conflict do nothing
                                """)
                        .bind("workspace", membership.workspace().toString())
                        .bind("account", membership.account().toString())
                        .bind("role", membership.role().name())
                        .bind("since", Columns.micros(membership.since()))
                        .execute()
                == 1;
    }

    @Override
    public List<Workspace> of(AccountId account) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select w.id, w.name, w.created_at
                        from memberships m join workspaces w on w.id = m.workspace_id
                        where m.account_id = :account
                        order by w.created_at, w.id
                        """)
                .bind("account", account.toString())
                .map((row, _) -> workspace(row))
                .list());
    }

    @Override
    public Optional<Workspace> find(WorkspaceId workspace, AccountId account) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select w.id, w.name, w.created_at
                        from memberships m join workspaces w on w.id = m.workspace_id
                        where m.workspace_id = :workspace and m.account_id = :account
                        """)
                .bind("workspace", workspace.toString())
                .bind("account", account.toString())
                .map((row, _) -> workspace(row))
                .findOne());
    }

    @Override
    public Optional<Membership> membership(WorkspaceId workspace, AccountId account) {
        return jdbi.withHandle(handle -> membership(handle, workspace, account));
    }

    private static Optional<Membership> membership(Handle handle, WorkspaceId workspace, AccountId account) {
        return handle.createQuery("""
                        select m.workspace_id, m.account_id, m.role, m.since from memberships m
                        where m.workspace_id = :workspace and m.account_id = :account
                        """)
                .bind("workspace", workspace.toString())
                .bind("account", account.toString())
                .map((row, _) -> membership(row))
                .findOne();
    }

    @Override
    public List<Member> members(WorkspaceId workspace) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select m.workspace_id, m.account_id, m.role, m.since, a.name
                        from memberships m join accounts a on a.id = m.account_id
                        where m.workspace_id = :workspace
                        order by a.name
                        """)
                .bind("workspace", workspace.toString())
                .map((row, _) -> new Member(new SignInName(row.getString("name")), membership(row)))
                .list());
    }

    @Override
    public boolean rename(WorkspaceId workspace, String name) {
        String cleaned = Workspace.cleaned(name)
                .filter(name::equals)
                .orElseThrow(() -> new IllegalArgumentException(Workspace.RULE));
        return jdbi.inTransaction(handle -> handle.createUpdate("update workspaces set name = :name where id = :id")
                        .bind("name", cleaned)
                        .bind("id", workspace.toString())
                        .execute())
                == 1;
    }

    @Override
    public boolean join(Membership membership) {
        return jdbi.inTransaction(handle -> add(handle, membership));
    }

    @Override
    public Change changeRole(WorkspaceId workspace, AccountId member, Role role) {
        return jdbi.inTransaction(handle -> {
            Change change = role == Role.OWNER
                    ? membership(handle, workspace, member).isPresent() ? Change.DONE : Change.NOT_THERE
                    : withoutAsOwner(handle, workspace, member);
            if (change == Change.DONE) {
                handle.createUpdate("""
                                update memberships set role = :role
                                where workspace_id = :workspace and account_id = :account
                                """)
                        .bind("role", role.name())
                        .bind("workspace", workspace.toString())
                        .bind("account", member.toString())
                        .execute();
            }
            return change;
        });
    }

    @Override
    public Change remove(WorkspaceId workspace, AccountId member) {
        return jdbi.inTransaction(handle -> {
            Change change = withoutAsOwner(handle, workspace, member);
            if (change == Change.DONE) {
                handle.createUpdate("""
                                delete from memberships
                                where workspace_id = :workspace and account_id = :account
                                """)
                        .bind("workspace", workspace.toString())
                        .bind("account", member.toString())
                        .execute();
            }
            return change;
        });
    }

    /// What would come of it if the member were no owner any more.
    private static Change withoutAsOwner(Handle handle, WorkspaceId workspace, AccountId member) {
        if (membership(handle, workspace, member).isEmpty()) {
            return Change.NOT_THERE;
        }
        boolean another = handle.createQuery("""
                        select account_id from memberships
                        where workspace_id = :workspace and role = 'OWNER' and account_id <> :account
                        limit 1
                        """)
                .bind("workspace", workspace.toString())
                .bind("account", member.toString())
                .mapTo(String.class)
                .findOne()
                .isPresent();
        return another ? Change.DONE : Change.LAST_OWNER;
    }
}
