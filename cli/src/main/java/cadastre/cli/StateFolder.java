package cadastre.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/// The folder in which the command line keeps what it must remember between runs: the journal, and which zones were
/// filled.
///
/// `CADASTRE_STATE`, else `XDG_STATE_HOME/cadastre`, else `HOME/.local/state/cadastre`, else a folder among the
/// temporary
/// files. It is made when something is first written, readable by its owner only.
final class StateFolder {
    private final Path path;

    private StateFolder(Path path) {
        this.path = path;
    }

    static StateFolder of(Surroundings surroundings) {
        Optional<Path> own = surroundings.variable("CADASTRE_STATE").map(surroundings::resolve);
        Optional<Path> xdg = surroundings
                .variable("XDG_STATE_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .map(folder -> folder.resolve("cadastre"));
        Optional<Path> home = surroundings
                .variable("HOME")
                .map(Path::of)
                .filter(Files::isDirectory)
                .map(folder -> folder.resolve(".local/state/cadastre"));
        return new StateFolder(own.or(() -> xdg)
                .or(() -> home)
                .orElseGet(() ->
                        Path.of(System.getProperty("java.io.tmpdir"), "cadastre-" + System.getProperty("user.name"))));
    }

    /// {@return the file of that name, in a folder that exists}
    ///
    /// @throws IOException if the folder cannot be made
    Path file(String name) throws IOException {
        Path file = path.resolve(name);
        Path folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return file;
    }

    /// {@return the lines of the file of that name; none if it does not exist or cannot be read}
    List<String> lines(String name) {
        Path file = path.resolve(name);
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            // What cannot be read is not known; everything that asks can do without.
            return List.of();
        }
    }

    Path path() {
        return path;
    }
}
