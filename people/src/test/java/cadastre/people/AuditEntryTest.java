package cadastre.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditEntryTest {
    private static final WorkspaceId WORKSPACE = Examples.workspace().id();

    private static AuditEntry entry(String action, String object, Map<String, String> details) {
        return new AuditEntry(
                WORKSPACE,
                Examples.NOW,
                "who",
                Door.API,
                action,
                object,
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(details));
    }

    @Test
    void noTwoEntriesHaveTheSameOctets() {
        AuditEntry before = new AuditEntry(
                WORKSPACE,
                Examples.NOW,
                "who",
                Door.API,
                "a",
                "b",
                Optional.of(Digest.of("x")),
                Optional.empty(),
                new TreeMap<>());
        AuditEntry after = new AuditEntry(
                WORKSPACE,
                Examples.NOW,
                "who",
                Door.API,
                "a",
                "b",
                Optional.empty(),
                Optional.of(Digest.of("x")),
                new TreeMap<>());
        assertThat(Stream.of(
                                entry("a", "b", Map.of()),
                                entry("ab", "", Map.of()),
                                entry("", "ab", Map.of()),
                                entry("a", "b", Map.of("c", "d")),
                                entry("a", "b", Map.of("cd", "")),
                                entry("a", "b", Map.of("c", "", "d", "")),
                                before,
                                after)
                        .map(entry -> HexFormat.of().formatHex(entry.octets())))
                .doesNotHaveDuplicates();
    }

    @Test
    void itIsCutToTheMillisecondThatStoresKeep() {
        AuditEntry entry = new AuditEntry(
                WORKSPACE,
                Instant.parse("2026-03-01T12:00:00.123456789Z"),
                "who",
                Door.SCHEDULE,
                "a",
                "b",
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());

        assertThat(entry.at()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123Z"));
    }

    @Test
    void nobodyChangesItsDetails() {
        TreeMap<String, String> details = new TreeMap<>(Map.of("reason", "move"));
        AuditEntry entry = entry("a", "b", details);
        details.put("reason", "other");

        assertThat(entry.details()).containsExactly(Map.entry("reason", "move"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> entry.details().clear());
    }
}
