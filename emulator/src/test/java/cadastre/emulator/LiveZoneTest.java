package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LiveZoneTest {
    private final AtomicLong now = new AtomicLong(1000);
    private final LiveZone zone = new LiveZone(
            new ZoneRules(() -> false, true),
            new SnapshotChain("example.com", 10),
            () -> java.time.Instant.ofEpochSecond(now.get()));

    private static StoredRrset a(String name) {
        return new StoredRrset(name, "A", 300, List.of("192.0.2.1"));
    }

    @Test
    void theSerialIsUnixTimeAndGrowsWithEachChange() throws ZoneConflict {
        assertThat(zone.state().serial()).isEqualTo(1000);
        zone.put(a("x"));
        zone.put(a("y"));
        assertThat(zone.state().serial()).isEqualTo(1002);
        now.set(5000);
        zone.put(a("x"));
        assertThat(zone.state().serial()).isEqualTo(5000);
        now.set(4000);
        zone.remove("x", "A");
        assertThat(zone.state().serial()).isEqualTo(5001);
    }

    @Test
    void whatIsNotThereChangesNothingWhenRemoved() {
        zone.remove("x");
        zone.remove("x", "A");
        assertThat(zone.state().serial()).isEqualTo(1000);
    }

    @Test
    void aNameIsFreeInAnyCaseOnceItIsGone() throws ZoneConflict {
        zone.put(a("www"));
        assertThatThrownBy(() -> zone.put(a("WWW")))
                .isInstanceOfSatisfying(
                        ZoneConflict.class,
                        conflict -> assertThat(conflict.isCaseVariant()).isTrue());
        zone.remove("www");
        zone.put(a("WWW"));
        assertThat(zone.at("WWW")).hasSize(1);
        assertThat(zone.at("www")).isEmpty();
        zone.clear();
        zone.put(a("wWw"));
        assertThat(zone.list()).containsExactly(a("wWw"));
    }
}
