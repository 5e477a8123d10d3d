package cadastre.store;

import cadastre.people.Workspace;
import cadastre.register.MovedClock;
import cadastre.register.PassContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqlPassesTest implements PassContract {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Store store;

    private final MovedClock clock = new MovedClock();

    @BeforeEach
    void open() throws IOException {
        store = Store.open(folder.resolve("cadastre.db"));
        store.addWorkspace(new Workspace(Opened.WORKSPACE, "Example", Instant.EPOCH));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public Ports ports() {
        Compartment workspace = store.compartment(Opened.WORKSPACE);
        return new Ports(workspace.integrations(), workspace.passes(), workspace.inventory(), workspace.history());
    }

    @Override
    public MovedClock clock() {
        return clock;
    }
}
