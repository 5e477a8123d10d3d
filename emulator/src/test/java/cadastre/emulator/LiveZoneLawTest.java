package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A zone against a plain map, through random writes.
class LiveZoneLawTest {
    private static final long SEED = 4711;
    private static final List<String> NAMES = List.of("@", "a", "A", "b", "_x", "*", "Mixed", "mixed");
    private static final List<String> TYPES = List.of("A", "TXT", "MX", "CNAME", "ALIAS");

    private final Map<RrsetKey, StoredRrset> model = new HashMap<>();
    private final LiveZone zone = new LiveZone(
            new ZoneRules(() -> false, true),
            new SnapshotChain("example.com", 10),
            () -> java.time.Instant.ofEpochSecond(1000));
    private final Random random = new Random(SEED);
    private int refused;

    @Test
    void aZoneHoldsWhatWasWrittenOrNothingOfIt() {
        long serial = zone.state().serial();
        for (int step = 0; step < 20_000; step++) {
            String what = step();
            LiveZone.State state = zone.state();
            assertThat(state.rrsets())
                    .as("seed %d step %d: %s", SEED, step, what)
                    .isEqualTo(model.values().stream()
                            .sorted((a, b) -> RrsetKey.of(a).compareTo(RrsetKey.of(b)))
                            .toList());
            assertThat(state.serial()).isGreaterThanOrEqualTo(serial);
            serial = state.serial();
            assertConsistent(state.rrsets(), step);
        }
        assertThat(refused).isBetween(1_000, 19_000);
    }

    private String step() {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        return switch (random.nextInt(6)) {
            case 0 -> removeName(name);
            case 1 -> remove(rrset(name));
            case 2 -> replaceName(name);
            case 3 -> create(rrset(name));
            case 4 -> replaceAll();
            default -> put(rrset(name));
        };
    }

    private String removeName(String name) {
        zone.remove(name);
        model.keySet().removeIf(key -> key.name().equals(name));
        return "remove " + name;
    }

    private String remove(StoredRrset rrset) {
        zone.remove(rrset.name(), rrset.type());
        model.remove(RrsetKey.of(rrset));
        return "remove " + RrsetKey.of(rrset);
    }

    private String replaceName(String name) {
        List<StoredRrset> replacements = new ArrayList<>();
        for (String type : TYPES) {
            if (random.nextInt(3) == 0) {
                replacements.add(new StoredRrset(name, type, 300, List.of("v" + random.nextInt(3))));
            }
        }
        attempt(() -> {
            zone.replaceName(name, replacements);
            model.keySet().removeIf(key -> key.name().equals(name));
            replacements.forEach(rrset -> model.put(RrsetKey.of(rrset), rrset));
        });
        return "replace " + replacements;
    }

    private String create(StoredRrset rrset) {
        attempt(() -> {
            if (zone.create(rrset) == LiveZone.Creation.CREATED) {
                assertThat(model.put(RrsetKey.of(rrset), rrset)).isNull();
            } else {
                assertThat(model).containsKey(RrsetKey.of(rrset));
            }
        });
        return "create " + rrset;
    }

    private String replaceAll() {
        List<StoredRrset> all = new ArrayList<>(model.values());
        all.removeIf(_ -> random.nextInt(3) == 0);
        attempt(() -> {
            zone.replaceAll(all);
            model.clear();
            all.forEach(rrset -> model.put(RrsetKey.of(rrset), rrset));
        });
        return "replace all by " + all;
    }

    private String put(StoredRrset rrset) {
        attempt(() -> {
            zone.put(rrset);
            model.put(RrsetKey.of(rrset), rrset);
        });
        return "put " + rrset;
    }

    private StoredRrset rrset(String name) {
        return new StoredRrset(name, TYPES.get(random.nextInt(TYPES.size())), 300, List.of("v" + random.nextInt(3)));
    }

    @FunctionalInterface
    private interface Write {
        void run() throws ZoneConflict;
    }

    private void attempt(Write write) {
        try {
            write.run();
        } catch (ZoneConflict e) {
            refused++;
        }
    }

    private static void assertConsistent(List<StoredRrset> rrsets, int step) {
        Map<String, String> spellings = new HashMap<>();
        for (StoredRrset rrset : rrsets) {
            String before = spellings.putIfAbsent(rrset.name().toLowerCase(Locale.ROOT), rrset.name());
            assertThat(before == null || before.equals(rrset.name()))
                    .as("step %d", step)
                    .isTrue();
            long beside = rrsets.stream()
                    .filter(other -> other.name().equals(rrset.name()))
                    .count();
            assertThat(rrset.type().equals("CNAME") && beside > 1)
                    .as("step %d", step)
                    .isFalse();
            assertThat(rrset.type().equals("ALIAS") && !rrset.name().equals("@"))
                    .as("step %d", step)
                    .isFalse();
        }
    }
}
