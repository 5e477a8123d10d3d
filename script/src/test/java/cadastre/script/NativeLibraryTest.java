package cadastre.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
    @TempDir
    private Path folder;

    @Test
    void theLibraryIsUnpackedOnceAndNothingElseIsLeft() throws IOException {
        Path into = folder.resolve("a/b");
        NativeLibrary.main(new String[] {into.toString()});
        List<Path> files = files(into);
        assertThat(files).hasSize(1);
        assertThat(Files.size(files.getFirst())).isGreaterThan(10_000_000);
        Files.writeString(files.getFirst(), "untouched");
        NativeLibrary.unpack(into);
        assertThat(files(into)).isEqualTo(files);
        assertThat(files.getFirst()).hasContent("untouched");
    }

    @Test
    void aFolderIsRequired() {
        assertThatThrownBy(() -> NativeLibrary.main(new String[0])).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
