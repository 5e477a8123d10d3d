package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotChainTest {
    private static final Instant NOW = Instant.parse("2026-11-04T09:08:07Z");

    private final SnapshotChain chain = new SnapshotChain("example.com", 1000);
    private final LiveZone zone = new LiveZone(new ZoneRules(() -> false, true), chain, () -> NOW);

    @Test
    void aSnapshotCostsWhatWasChangedAfterItNotWhatTheZoneHolds() throws Exception {
        List<StoredRrset> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            many.add(new StoredRrset("n" + i, "A", 300, List.of("192.0.2.1")));
        }
        zone.replaceAll(many);
        zone.setSnapshotting(true);
        for (int i = 0; i < 500; i++) {
            zone.put(new StoredRrset("n" + i, "A", 300, List.of("192.0.2.2")));
        }
        assertThat(zone.snapshots()).hasSize(500);
        assertThat(chain.cost()).isEqualTo(500);
        String first = zone.snapshots().getFirst().id();
        assertThat(zone.snapshotRrsets(first).orElseThrow()).containsExactlyInAnyOrderElementsOf(many);
    }

    @Test
    void oneWithoutANameIsCalledAfterTheDayAndANumber() {
        assertThat(chain.take(Optional.empty(), NOW, false).name()).isEqualTo("2026-11-04 1");
        assertThat(chain.take(Optional.of("mine"), NOW, false).name()).isEqualTo("mine");
        assertThat(chain.take(Optional.empty(), NOW, true).name()).isEqualTo("2026-11-04 3");
        assertThat(chain.all().stream().map(SnapshotChain.Kept::id)).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotThereIsNeitherRenamedNorDeleted() {
        assertThat(chain.rename("x", "y")).isFalse();
        assertThat(chain.delete("x")).isFalse();
        assertThat(chain.find("x")).isEmpty();
        SnapshotChain.Kept taken = chain.take(Optional.of("a"), NOW, true);
        assertThat(chain.rename(taken.id(), "b")).isTrue();
        assertThat(chain.find(taken.id())).hasValue(new SnapshotChain.Kept(taken.id(), "b", NOW, true));
    }
}
