package cadastre.store;

import cadastre.people.Accounts;
import cadastre.people.AccountsContract;
import cadastre.people.Membership;
import cadastre.people.Workspace;
import cadastre.people.Workspaces;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class SqlAccountsTest implements AccountsContract {
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
    public Accounts accounts() {
        return store.accounts();
    }

    @Override
    public Workspaces workspaces() {
        return store.workspaces();
    }

    @Override
    public void another(Workspace workspace, Membership owner) {
        store.addWorkspace(workspace);
        store.workspaces().join(owner);
    }
}
