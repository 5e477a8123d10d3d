package cadastre.server;

import cadastre.store.Store;
import cadastre.vault.KeyFile;
import cadastre.vault.KeyFileException;
import cadastre.vault.Keys;
import cadastre.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// All that survives a restart: the database, the key file, and the lock of the one program that uses them.
final class DataFolder implements AutoCloseable {
    private static final String OWNER_ONLY = "rwx------";

    private final Path folder;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final Store store;
    private final Vault vault;

    private DataFolder(Path folder, FileChannel lockFile, FileLock lock, Store store, Vault vault) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
        this.store = store;
        this.vault = vault;
    }

    /// {@return the folder, made if it does not exist}
    ///
    /// @throws Complaint if it cannot be used: in use, no key for the database, a key file that others may read
    static DataFolder open(Path named) throws Complaint {
        Path folder = named.toAbsolutePath().normalize();
        try {
            make(folder);
            FileChannel lockFile =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean opened = false;
            try {
                FileLock lock = locked(lockFile, folder);
                Path database = folder.resolve("cadastre.db");
                Vault vault = new Vault(keys(folder.resolve("keys.json"), database));
                DataFolder data = new DataFolder(folder, lockFile, lock, Store.open(database), vault);
                opened = true;
                return data;
            } finally {
                if (!opened) {
                    lockFile.close();
                }
            }
        } catch (KeyFileException e) {
            throw new Complaint(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new Complaint("the data folder " + folder + " cannot be used: " + e, e);
        }
    }

    private static void make(Path folder) throws IOException {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        } catch (FileAlreadyExistsException e) {
            throw new IOException("it is no folder", e);
        }
    }

    private static FileLock locked(FileChannel lockFile, Path folder) throws IOException, Complaint {
        try {
            FileLock lock = lockFile.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            throw inUse(folder, e);
        }
        throw inUse(folder, null);
    }

    private static Complaint inUse(Path folder, @org.jspecify.annotations.Nullable Exception cause) {
        String message =
                "another cadastre is using the data folder " + folder + "; end it, or name another with --data";
        return cause == null ? new Complaint(message) : new Complaint(message, cause);
    }

    /// A new key only where there is nothing that an old one sealed.
    private static Keys keys(Path file, Path database) throws KeyFileException, Complaint {
        if (Files.exists(file)) {
            return KeyFile.read(file);
        }
        if (Files.exists(database)) {
            throw new Complaint("the database " + database + " is there, but not its key file " + file
                    + ": without it no token can be opened. Put it back from where it is kept safe.");
        }
        return KeyFile.create(file);
    }

    Path folder() {
        return folder;
    }

    Store store() {
        return store;
    }

    Vault vault() {
        return vault;
    }

    @Override
    public void close() {
        store.close();
        try {
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
