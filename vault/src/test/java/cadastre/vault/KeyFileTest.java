package cadastre.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    Path folder;

    private Path file = Path.of("keys.json");

    @BeforeEach
    void inTheFolder() {
        file = folder.resolve("keys.json");
    }

    private static void assertKept(Path file) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.exists(file.resolveSibling(file.getFileName() + ".new")))
                .isFalse();
    }

    @Test
    void aFreshFileIsForItsOwnerAlone() throws KeyFileException, IOException {
        Keys keys = KeyFile.create(file);

        assertKept(file);
        assertThat(KeyFile.read(file).names()).isEqualTo(keys.names());
    }

    @Test
    void aFileThatIsThereIsKept() throws KeyFileException, IOException {
        KeyFile.create(file);
        String before = Files.readString(file);

        assertThatExceptionOfType(KeyFileException.class)
                .isThrownBy(() -> KeyFile.create(file))
                .withMessage("The key file " + file + " is there already and is kept.");
        assertThat(Files.readString(file)).isEqualTo(before);
        assertKept(file);
    }

    @Test
    void aFileThatIsOpenToAnybodyElseIsRefused() throws KeyFileException, IOException {
        KeyFile.create(file);
        for (PosixFilePermission one : EnumSet.allOf(PosixFilePermission.class)) {
            Set<PosixFilePermission> permissions =
                    EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, one);
            Files.setPosixFilePermissions(file, permissions);
            if (one.name().startsWith("OWNER")) {
                KeyFile.read(file);
            } else {
                assertThatExceptionOfType(KeyFileException.class)
                        .as(one.name())
                        .isThrownBy(() -> KeyFile.read(file))
                        .withMessage("The key file " + file + " is open to others than its owner ("
                                + PosixFilePermissions.toString(permissions)
                                + "): with it every secret can be read. Type: chmod 600 " + file);
                assertThatExceptionOfType(KeyFileException.class).as(one.name()).isThrownBy(() -> KeyFile.rotate(file));
            }
        }
    }

    @Test
    void theCommandToTypeIsOneThatAShellTakes() throws KeyFileException, IOException {
        Path strange = folder.resolve("Bob's keys.json");
        KeyFile.create(strange);
        Files.setPosixFilePermissions(strange, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatExceptionOfType(KeyFileException.class)
                .isThrownBy(() -> KeyFile.read(strange))
                .withMessageEndingWith("Type: chmod 600 '" + folder + "/Bob'\\''s keys.json'");
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertThatExceptionOfType(KeyFileException.class)
                .isThrownBy(() -> KeyFile.read(file))
                .withMessageStartingWith("There is no key file " + file);
        assertThatExceptionOfType(KeyFileException.class).isThrownBy(() -> KeyFile.rotate(file));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aMissingFolderIsSaidToBeMissing() {
        assertThatExceptionOfType(KeyFileException.class)
                .isThrownBy(() -> KeyFile.create(folder.resolve("nowhere/keys.json")))
                .withMessageContaining("cannot be written")
                .withMessageContaining("nowhere");
    }

    @Test
    void whatIsCutOffIsRefusedWithoutShowingIt() throws KeyFileException, IOException {
        KeyFile.create(file);
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() / 2));

        assertThatExceptionOfType(KeyFileException.class)
                .isThrownBy(() -> KeyFile.read(file))
                .withMessageContaining("does not hold keys of this program")
                .satisfies(e -> assertThat(
                                new Canary(whole.substring(whole.indexOf("\"Gi") + 1, whole.indexOf("\"Gi") + 40))
                                        .in(e))
                        .isEmpty());
    }

    @Test
    void aRotationKeepsTheOldKeyUntilItIsRetired() throws KeyFileException, IOException {
        String old = KeyFile.create(file).primary();

        Keys both = KeyFile.rotate(file);
        assertKept(file);
        assertThat(both.names()).containsExactly(old, both.primary());
        assertThat(KeyFile.read(file).names()).isEqualTo(both.names());

        KeyFile.retire(file, old);
        assertKept(file);
        assertThat(KeyFile.read(file).names()).containsExactly(both.primary());
    }

    @Test
    void thePrimaryKeyAndUnknownOnesAreNotRetired() throws KeyFileException, IOException {
        String primary = KeyFile.create(file).primary();

        assertThatExceptionOfType(KeyFileException.class)
                .isThrownBy(() -> KeyFile.retire(file, primary))
                .withMessage("The key " + primary + " is the primary one. Rotate the keys first.");
        assertThatExceptionOfType(KeyFileException.class)
                .isThrownBy(() -> KeyFile.retire(file, "00000000"))
                .withMessage("The key file " + file + " holds no key 00000000. It holds " + primary + ".");
        assertThat(KeyFile.read(file).names()).containsExactly(primary);
        assertKept(file);
    }

    @Test
    void whoeverChangesItAtTheSameTimeIsRefused() throws KeyFileException, IOException {
        KeyFile.create(file);
        String before = Files.readString(file);
        Path fresh = Files.createFile(folder.resolve("keys.json.new"));

        assertThatExceptionOfType(KeyFileException.class)
                .isThrownBy(() -> KeyFile.rotate(file))
                .withMessageContaining(fresh + " is there");
        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(fresh).exists();
    }

    @Test
    void aLinkToTheFileStaysALink() throws KeyFileException, IOException {
        KeyFile.create(file);
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        Keys both = KeyFile.rotate(link);

        assertThat(link).isSymbolicLink();
        assertThat(KeyFile.read(file).names()).isEqualTo(both.names());
    }
}
