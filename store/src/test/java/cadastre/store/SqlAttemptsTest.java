package cadastre.store;

import cadastre.people.Attempts;
import cadastre.people.AttemptsContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class SqlAttemptsTest implements AttemptsContract {
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
    public Attempts attempts() {
        return store.attempts();
    }
}
