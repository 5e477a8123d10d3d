package cadastre.store;

import cadastre.people.Account;
import cadastre.people.AccountId;
import cadastre.people.Examples;
import cadastre.people.Role;
import cadastre.people.Sessions;
import cadastre.people.SessionsContract;
import cadastre.people.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class SqlSessionsTest implements SessionsContract {
    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(folder.resolve("cadastre.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public Sessions sessions() {
        return store.sessions();
    }

    @Override
    public AccountId account() {
        Account account = Examples.account();
        Workspace workspace = Examples.workspace();
        store.addWorkspace(workspace);
        store.accounts().add(account, Examples.membership(workspace, account, Role.VIEWER));
        return account.id();
    }
}
