package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
    private static final String DOMAIN = "/domain/domains/example.com";

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("kept").resolve("state.json");
    }

    private Gandi start() throws Exception {
        return Gandi.start(options -> options.withState(file()));
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() throws Exception {
        try (Gandi gandi = start()) {
            gandi.call(
                    "POST",
                    "/livedns/domains/example.com/records/new/TXT",
                    "{\"rrset_values\": [\"caf\u00e9 \\\"quoted\\\" \"]}");
        }
        try (Gandi gandi = start()) {
            assertThat(gandi.emulator().rrsets("example.com"))
                    .contains(new StoredRrset("new", "TXT", 10800, List.of("\"caf\\195\\169 \\\"quoted\\\" \"")));
            assertThat(gandi.emulator().rrsets("example.com")).hasSize(3);
        }
    }

    @Test
    void anUnchangedStateIsTheSameFile() throws Exception {
        try (Gandi gandi = start()) {
            gandi.call("PUT", DOMAIN + "/nameservers", "{\"nameservers\": [\"ns1.example.net\", \"ns2.example.net\"]}");
        }
        String first = Files.readString(file());
        start().close();
        assertThat(Files.readString(file())).isEqualTo(first);
    }

    @Test
    void aPendingChangeIsStillPendingAndThenHappens() throws Exception {
        List<String> names = List.of("ns1.example.net", "ns2.example.net");
        try (Gandi gandi = start()) {
            gandi.call("PUT", DOMAIN + "/nameservers", "{\"nameservers\": [\"ns1.example.net\", \"ns2.example.net\"]}");
            assertThat(gandi.emulator().nameServers("example.com")).isNotEqualTo(names);
        }
        try (Gandi gandi = start()) {
            assertThat(gandi.emulator().nameServers("example.com")).isNotEqualTo(names);
            gandi.advance(Duration.ofSeconds(3));
            assertThat(gandi.emulator().nameServers("example.com")).isEqualTo(names);
        }
    }

    @Test
    void whatIsDoneToTokensIsKept() throws Exception {
        try (Gandi gandi = start()) {
            gandi.emulator().setTokenExpiry("token-view-00000000000000000000000000000", Gandi.START);
            gandi.emulator().setTokenPermissions("token-all-000000000000000000000000000000", List.of("domain:view"));
            gandi.emulator().setTokenReach("token-some-00000000000000000000000000000", Set.of("example.org"));
            gandi.emulator().revoke("token-other-0000000000000000000000000000");
        }
        try (Gandi gandi = start()) {
            assertThat(gandi.callAs(Gandi.VIEW, "GET", DOMAIN).status()).isEqualTo(403);
            assertThat(gandi.callAs(Gandi.ALL, "GET", DOMAIN).status()).isEqualTo(200);
            assertThat(gandi.callAs(Gandi.ALL, "GET", "/livedns/domains/example.com")
                            .status())
                    .isEqualTo(403);
            assertThat(gandi.callAs(Gandi.SOME, "GET", DOMAIN).status()).isEqualTo(404);
            assertThat(gandi.callAs(Gandi.OTHER, "GET", "/domain/domains").status())
                    .isEqualTo(403);
        }
    }

    @Test
    void itIsWrittenWhileTheEmulatorRuns() throws Exception {
        try (Gandi gandi = start()) {
            gandi.call("POST", "/livedns/domains/example.com/records/early/A", "{\"rrset_values\": [\"192.0.2.9\"]}");
            for (int i = 0; i < 1_000 && !Files.readString(file()).contains("\"early\""); i++) {
                Thread.sleep(20);
            }
            assertThat(Files.readString(file())).contains("\"early\"");
        }
    }

    @Test
    void onlyItsOwnerMayReadItAndNothingLiesBesideIt() throws Exception {
        start().close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (var files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void everyCutIsRefusedWithWhatToDo() throws Exception {
        start().close();
        String whole = Files.readString(file());
        for (int length = 0; length < whole.length() - 2; length += 97) {
            String cut = whole.substring(0, length);
            Files.writeString(file(), cut);
            assertThatThrownBy(this::start)
                    .as("%d of %d characters", length, whole.length())
                    .isInstanceOf(PortfolioException.class)
                    .hasMessageStartingWith(file() + ":")
                    .hasMessageEndingWith("delete the file to start anew, or put back a copy of it");
            assertThat(Files.readString(file())).isEqualTo(cut);
        }
    }

    @Test
    void aForeignFileIsLeftAlone() throws Exception {
        Files.createDirectories(file().getParent());
        for (String text : List.of("{\"organizations\": []}", "[1]", "hello", "{\"cadastre_emulator_state\": 2}")) {
            Files.writeString(file(), text);
            assertThatThrownBy(this::start)
                    .as(text)
                    .isInstanceOf(PortfolioException.class)
                    .hasMessageContaining("state")
                    .hasMessageContaining("delete the file");
            assertThat(Files.readString(file())).isEqualTo(text);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenEndsTheStart() throws Exception {
        Files.writeString(folder.resolve("kept"), "a file, no folder");
        assertThatThrownBy(this::start).isInstanceOfAny(java.io.IOException.class, PortfolioException.class);
    }
}
