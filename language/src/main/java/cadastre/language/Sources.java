package cadastre.language;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The files a program may read. Names are as the program writes them: relative ones belong to the working
/// folder.
public interface Sources {
    /// {@return the octets of a file}
    ///
    /// @throws java.nio.file.NoSuchFileException if there is none
    /// @throws IOException if it cannot be read
    byte[] read(String path) throws IOException;

    /// {@return whether `path` is a folder}
    boolean isFolder(String path);

    /// {@return the names in a folder, in the order of their octets}
    ///
    /// @throws IOException if it cannot be read
    List<String> list(String folder) throws IOException;

    /// {@return the files of this machine}
    ///
    /// @param workingFolder what relative names belong to
    static Sources of(Path workingFolder) {
        return new FileSources(workingFolder);
    }
}
