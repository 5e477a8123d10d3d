package cadastre.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A folder with credentials, and the programs of this machine.
///
/// @param folder the current folder
/// @param environment what variables are set
record FolderCredsSource(Path folder, Map<String, String> environment) implements CredsSource {
    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    @Override
    public FileContent read(String file) {
        Path path = folder.resolve(file);
        if (!Files.exists(path)) {
            return new FileContent.Missing();
        }
        try {
            return Files.isDirectory(path)
                    ? new FileContent.Unreadable("read " + file + ": is a directory")
                    : new FileContent.Present(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean exists(String file) {
        return Files.exists(folder.resolve(file));
    }

    @Override
    public boolean isExecutable(String file) {
        try {
            Set<PosixFilePermission> all = Files.getPosixFilePermissions(folder.resolve(file));
            return all.containsAll(Set.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public Execution run(List<String> words) {
        try {
            Process process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            byte[] output = process.getInputStream().readAllBytes();
            return new Execution.Ended(process.waitFor(), output);
        } catch (IOException _) {
            return new Execution.NotFound();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
