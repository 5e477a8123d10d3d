package cadastre.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The files of this machine.
record FileSources(Path workingFolder) implements Sources {
    @Override
    public byte[] read(String path) throws IOException {
        return Files.readAllBytes(workingFolder.resolve(path));
    }

    @Override
    public boolean isFolder(String path) {
        return Files.isDirectory(workingFolder.resolve(path));
    }

    @Override
    public List<String> list(String folder) throws IOException {
        try (Stream<Path> files = Files.list(workingFolder.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .sorted(Comparator.comparing(
                            name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned))
                    .toList();
        }
    }
}
