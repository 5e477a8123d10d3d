package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A snapshot holds what the zone held when it was taken, whatever happens to the zone and to other snapshots.
class SnapshotChainLawTest {
    private static final int MOST_AUTOMATIC = 7;
    private static final List<String> NAMES = List.of("@", "a", "b", "_x", "*");
    private static final List<String> TYPES = List.of("A", "TXT", "MX");

    private final LiveZone zone = new LiveZone(
            new ZoneRules(() -> false, true),
            new SnapshotChain("example.com", MOST_AUTOMATIC),
            () -> java.time.Instant.ofEpochSecond(1000));
    /// What each snapshot must hold, by its id, the oldest first.
    private final Map<String, List<StoredRrset>> model = new LinkedHashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aSnapshotIsTheStateBefore(long seed) throws Exception {
        Random random = new Random(seed);
        zone.setSnapshotting(true);
        int automatic = 0;
        for (int step = 0; step < 2_000; step++) {
            List<StoredRrset> before = zone.list();
            int known = zone.snapshots().size();
            String last =
                    zone.snapshots().isEmpty() ? "" : zone.snapshots().getLast().id();
            write(random);
            boolean changed = !zone.list().equals(before);
            boolean taken = !zone.snapshots().isEmpty()
                    && !zone.snapshots().getLast().id().equals(last);
            assertThat(taken).as("seed %d step %d", seed, step).isEqualTo(changed && zone.isSnapshotting());
            if (taken) {
                automatic++;
                assertThat(zone.snapshots().size()).isBetween(known, known + 1);
                model.put(zone.snapshots().getLast().id(), before);
            }
            manage(random);
            assertModel(seed, step);
        }
        assertThat(automatic).isGreaterThan(300);
    }

    private void write(Random random) throws ZoneConflict {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        String type = TYPES.get(random.nextInt(TYPES.size()));
        StoredRrset rrset = new StoredRrset(name, type, 300, List.of("v" + random.nextInt(3)));
        switch (random.nextInt(8)) {
            case 0 -> zone.remove(name);
            case 1 -> zone.remove(name, type);
            case 2 -> zone.replaceName(name, List.of(rrset));
            case 3 -> zone.create(rrset);
            case 4 -> {
                List<StoredRrset> all = new ArrayList<>(zone.list());
                all.removeIf(_ -> random.nextInt(3) == 0);
                zone.replaceAll(all);
            }
            case 5 -> {
                if (random.nextInt(10) == 0) {
                    zone.clear();
                }
            }
            default -> zone.put(rrset);
        }
    }

    private void manage(Random random) {
        switch (random.nextInt(12)) {
            case 0 -> model.put(zone.takeSnapshot(Optional.of("mine")).id(), zone.list());
            case 1, 2 -> {
                List<SnapshotChain.Kept> all = zone.snapshots();
                if (!all.isEmpty()) {
                    String id = all.get(random.nextInt(all.size())).id();
                    assertThat(zone.deleteSnapshot(id)).isTrue();
                    assertThat(zone.snapshotRrsets(id)).isEmpty();
                }
            }
            case 3 -> zone.setSnapshotting(random.nextInt(4) != 0);
            default -> {}
        }
    }

    private void assertModel(long seed, int step) {
        List<SnapshotChain.Kept> all = zone.snapshots();
        model.keySet().retainAll(all.stream().map(SnapshotChain.Kept::id).toList());
        assertThat(model.keySet())
                .as("seed %d step %d", seed, step)
                .containsExactlyElementsOf(
                        all.stream().map(SnapshotChain.Kept::id).toList());
        assertThat(all.stream().filter(SnapshotChain.Kept::automatic).count()).isLessThanOrEqualTo(MOST_AUTOMATIC);
        model.forEach((id, expected) -> assertThat(zone.snapshotRrsets(id))
                .as("seed %d step %d", seed, step)
                .hasValue(expected));
    }
}
