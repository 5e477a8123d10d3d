package cadastre.store;

import cadastre.people.Account;
import cadastre.people.AccountId;
import cadastre.people.Accounts;
import cadastre.people.Membership;
import cadastre.people.PasswordHash;
import cadastre.people.Role;
import cadastre.people.SignInName;
import cadastre.people.Workspace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Accounts in a database.
final class SqlAccounts implements Accounts {
    private static final String COLUMNS = "select a.id, a.name, a.password, a.created_at from accounts a ";

    private final Jdbi jdbi;

    SqlAccounts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(UUID.fromString(row.getString("id"))),
                new SignInName(row.getString("name")),
                new PasswordHash(row.getString("password")),
                Columns.instant(row, "created_at"));
    }

    @Override
    public boolean isEmpty() {
        return jdbi.withHandle(SqlAccounts::isEmpty);
    }

    private static boolean isEmpty(Handle handle) {
        return handle.createQuery("select id from accounts limit 1")
                .mapTo(String.class)
                .findOne()
                .isEmpty();
    }

    @Override
    public boolean found(Workspace workspace, Account owner) {
        return jdbi.inTransaction(handle -> {
            if (!isEmpty(handle)) {
                return false;
            }
            SqlWorkspaces.add(handle, workspace);
            add(handle, owner);
            SqlWorkspaces.add(handle, new Membership(workspace.id(), owner.id(), Role.OWNER, owner.created()));
            return true;
        });
    }

    @Override
    public boolean add(Account account, Membership membership) {
        if (!membership.account().equals(account.id())) {
            throw new IllegalArgumentException("the membership of another account");
        }
        return jdbi.inTransaction(handle -> {
            boolean free = add(handle, account);
            if (free) {
                SqlWorkspaces.add(handle, membership);
            }
            return free;
        });
    }

    private static boolean add(Handle handle, Account account) {
        return handle.createUpdate("""
                                insert into accounts (id, name, password, created_at)
                                values (:id, :name, :password, :at)
                                on conflict (name) do nothing
                                """)
                        .bind("id", account.id().toString())
                        .bind("name", account.name().text())
                        .bind("password", account.password().phc())
                        .bind("at", Columns.micros(account.created()))
                        .execute()
                == 1;
    }

    @Override
    public Optional<Account> forSignIn(SignInName name) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "where a.name = :name")
                .bind("name", name.text())
                .map((row, _) -> account(row))
                .findOne());
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "where a.id = :id")
                .bind("id", id.toString())
                .map((row, _) -> account(row))
                .findOne());
    }

    @Override
    public boolean replacePassword(AccountId id, PasswordHash before, PasswordHash after) {
        return jdbi.inTransaction(handle -> handle.createUpdate("""
                                update accounts set password = :after where id = :id and password = :before
                                """)
                        .bind("after", after.phc())
                        .bind("id", id.toString())
                        .bind("before", before.phc())
                        .execute())
                == 1;
    }
}
