package cadastre.store;

import cadastre.people.AuditLog;
import cadastre.people.AuditLogContract;
import cadastre.people.Examples;
import cadastre.people.Workspace;
import cadastre.people.WorkspaceId;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class SqlAuditLogTest implements AuditLogContract {
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
    public AuditLog log() {
        return store.auditLog();
    }

    @Override
    public WorkspaceId workspaceId() {
        Workspace workspace = Examples.workspace();
        store.addWorkspace(workspace);
        return workspace.id();
    }
}
