package cadastre.store;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.dns.Zone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aFolderThatIsNotThereIsMade() throws IOException {
        try (Store store = Store.open(folder.resolve("deep/er/cadastre.db"))) {
            assertThat(store.everyWorkspace()).isEmpty();
        }
    }

    @Test
    void whatIsKeptIsThereAfterOpeningAgain() {
        Zone zone = Zone.of(Name.of("example.com"), List.of(Opened.a("www", Name.of("example.com"), 1)));
        try (Opened opened = new Opened(folder)) {
            opened.hold(zone);
        }
        try (Opened opened = new Opened(folder)) {
            assertThat(opened.store.everyWorkspace()).containsExactly(Opened.WORKSPACE);
            var holding = opened.compartment.inventory().holdings(zone.apex()).getFirst();
            assertThat(opened.compartment.inventory().zone(holding.id())).contains(zone);
        }
    }

    @Test
    void commitsAreForcedToTheDiskAndReadersDoNotWait() {
        try (Opened opened = new Opened(folder)) {
            opened.store.jdbi().useHandle(handle -> {
                assertThat(pragma(handle, "journal_mode")).isEqualTo("wal");
                assertThat(pragma(handle, "synchronous")).as("FULL").isEqualTo("2");
                assertThat(pragma(handle, "foreign_keys")).isEqualTo("1");
                assertThat(pragma(handle, "busy_timeout")).isEqualTo("30000");
            });
        }
    }

    private static String pragma(org.jdbi.v3.core.Handle handle, String name) {
        return handle.createQuery("pragma " + name).mapTo(String.class).one();
    }

    @Test
    void writersOfManyThreadsWaitForEachOther() throws InterruptedException {
        try (Opened opened = new Opened(folder)) {
            Name apex = Name.of("example.com");
            var id = opened.hold(Zone.empty(apex));
            List<Thread> threads = new java.util.ArrayList<>();
            var failures = new java.util.concurrent.ConcurrentLinkedQueue<Throwable>();
            for (int writer = 0; writer < 6; writer++) {
                int own = writer;
                Thread thread = Thread.ofPlatform().start(() -> {
                    try {
                        for (int i = 1; i <= 20; i++) {
                            var at = Opened.START.plusMillis(1000L * own + i);
                            Zone zone = Zone.of(apex, List.of(Opened.a("www", apex, 100 * own + i)));
                            opened.compartment.inventory().observe(id, Opened.reading(zone), at, at);
                        }
                    } catch (RuntimeException e) {
                        failures.add(e);
                    }
                });
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(failures).isEmpty();
            assertThat(opened.compartment.inventory().zone(id))
                    .as("what was asked for last")
                    .contains(Zone.of(apex, List.of(Opened.a("www", apex, 520))));
        }
    }
}
