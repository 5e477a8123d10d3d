package cadastre.store;

import cadastre.people.Devices;
import cadastre.people.DevicesContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class SqlDevicesTest implements DevicesContract {
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
    public Devices devices() {
        return store.devices();
    }
}
