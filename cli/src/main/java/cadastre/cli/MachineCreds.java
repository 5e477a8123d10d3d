package cadastre.cli;

import cadastre.language.CredsSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What reading credentials asks of this machine: files, the environment, programs.
///
/// @param surroundings where relative paths and variables mean something
record MachineCreds(Surroundings surroundings) implements CredsSource {
    private static final Set<PosixFilePermission> EXECUTE = Set.of(
            PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(surroundings.environment().get(name));
    }

    @Override
    public FileContent read(String file) {
        Path path = surroundings.resolve(file);
        if (!Files.exists(path)) {
            return new FileContent.Missing();
        }
        if (Files.isDirectory(path)) {
            return new FileContent.Unreadable("read " + file + ": is a directory");
        }
        try {
            return new FileContent.Present(Files.readAllBytes(path));
        } catch (IOException e) {
            return new FileContent.Unreadable(
                    "open " + file + ": " + (Files.isReadable(path) ? e.getMessage() : "permission denied"));
        }
    }

    @Override
    public boolean exists(String file) {
        return Files.exists(surroundings.resolve(file));
    }

    @Override
    public boolean isExecutable(String file) {
        try {
            return Files.getPosixFilePermissions(surroundings.resolve(file)).containsAll(EXECUTE);
        } catch (IOException | UnsupportedOperationException e) {
            // A file that is not there, or a file system without such bits: nothing to execute.
            return false;
        }
    }

    @Override
    public Execution run(List<String> words) {
        if (words.getFirst().contains("/")) {
            Path program = surroundings.resolve(words.getFirst());
            if (!Files.exists(program)) {
                return new Execution.NotFound();
            }
            if (Files.isDirectory(program) || !Files.isExecutable(program)) {
                return new Execution.Refused("permission denied");
            }
        } else if (!isOnPath(words.getFirst())) {
            return new Execution.NotFound();
        }
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(surroundings.folder().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(surroundings.environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            byte[] output = process.getInputStream().readAllBytes();
            return new Execution.Ended(process.waitFor(), output);
        } catch (IOException e) {
            return new Execution.Refused(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Execution.Refused("interrupted");
        }
    }

    private boolean isOnPath(String program) {
        String path = surroundings.environment().getOrDefault("PATH", "");
        for (String folder : path.split(":", -1)) {
            Path file = surroundings.resolve(folder.isEmpty() ? "." : folder).resolve(program);
            if (Files.isExecutable(file) && !Files.isDirectory(file)) {
                return true;
            }
        }
        return false;
    }
}
