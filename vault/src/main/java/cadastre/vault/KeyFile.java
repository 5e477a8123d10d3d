package cadastre.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;

/// The file that holds the keys, in the clear, for its owner alone.
///
/// It is written beside itself, as `FILE.new`, and put in place in one step: a crash leaves the old file or the
/// new one. While `FILE.new` is there nobody else begins to change the file.
public final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private KeyFile() {}

    /// Makes a file with one fresh key, for its owner alone.
    ///
    /// @return what it holds
    /// @throws KeyFileException if it is there already, or cannot be written
    public static Keys create(Path file) throws KeyFileException {
        return change(file, () -> {
            if (Files.exists(file)) {
                throw new KeyFileException("The key file " + file + " is there already and is kept.");
            }
            return Keys.generate();
        });
    }

    /// {@return the keys that the file holds}
    ///
    /// @throws KeyFileException if it is not there, others than its owner may do anything with it, or it holds
    ///     no keys
    public static Keys read(Path file) throws KeyFileException {
        try {
            requireClosed(file);
            return Keys.parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new KeyFileException("There is no key file " + file + ". Put it back from where it is kept safe.", e);
        } catch (IOException e) {
            throw new KeyFileException("The key file " + file + " cannot be read: " + e, e);
        } catch (GeneralSecurityException e) {
            throw new KeyFileException(
                    "The key file " + file
                            + " does not hold keys of this program. Put it back from where it is kept safe.",
                    e);
        }
    }

    /// Adds a fresh primary key. The others stay until everything was rewrapped and they are retired.
    ///
    /// @return what the file holds now
    /// @throws KeyFileException as of [#read], or if it cannot be written
    public static Keys rotate(Path file) throws KeyFileException {
        return change(file, () -> read(file).rotated());
    }

    /// Removes a key for ever: what it wraps can no longer be opened. Only for whoever has seen that it wraps
    /// nothing.
    ///
    /// @return what the file holds now
    /// @throws KeyFileException as of [#read], if there is no such key or it is the primary one, or if the file
    ///     cannot be written
    public static Keys retire(Path file, String name) throws KeyFileException {
        return change(file, () -> {
            Keys keys = read(file);
            if (!keys.names().contains(name)) {
                throw new KeyFileException("The key file " + file + " holds no key " + name + ". It holds "
                        + String.join(", ", keys.names()) + ".");
            }
            if (name.equals(keys.primary())) {
                throw new KeyFileException("The key " + name + " is the primary one. Rotate the keys first.");
            }
            return keys.without(name);
        });
    }

    private static void requireClosed(Path file) throws IOException, KeyFileException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            throw new KeyFileException("Where the key file " + file
                    + " lies nobody can tell who may read it. Move it to" + " a file system with POSIX permissions.");
        }
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        if (!OWNERS.containsAll(permissions)) {
            throw new KeyFileException("The key file " + file + " is open to others than its owner ("
                    + PosixFilePermissions.toString(permissions)
                    + "): with it every secret can be read. Type: chmod 600 "
                    + quoted(file));
        }
    }

    /// The path as a shell takes it.
    private static String quoted(Path file) {
        String path = file.toString();
        return path.matches("[A-Za-z0-9_./-]+") && !path.startsWith("-")
                ? path
                : "'" + path.replace("'", "'\\''") + "'";
    }

    private interface Change {
        Keys keys() throws KeyFileException;
    }

    private static Keys change(Path named, Change change) throws KeyFileException {
        try {
            Path file = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath();
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            try (FileChannel channel = begin(fresh)) {
                return replace(file, fresh, channel, change);
            }
        } catch (IOException e) {
            throw new KeyFileException("The key file " + named + " cannot be written: " + e, e);
        }
    }

    private static Keys replace(Path file, Path fresh, FileChannel channel, Change change)
            throws IOException, KeyFileException {
        boolean moved = false;
        try {
            Keys keys = change.keys();
            if (Files.exists(file) && !Files.getOwner(file).equals(Files.getOwner(fresh))) {
                // Whoever rotates as root leaves the file to the program's own user.
                Files.setOwner(fresh, Files.getOwner(file));
            }
            write(channel, keys);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            moved = true;
            settle(file);
            return keys;
        } finally {
            if (!moved) {
                Files.delete(fresh);
            }
        }
    }

    private static FileChannel begin(Path fresh) throws IOException, KeyFileException {
        try {
            return FileChannel.open(
                    fresh,
                    EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileAlreadyExistsException e) {
            throw new KeyFileException(
                    "The file " + fresh + " is there: somebody changes the key file now, or was interrupted. If nobody"
                            + " does, delete it and try again.",
                    e);
        } catch (UnsupportedOperationException e) {
            throw new KeyFileException(
                    "The key file needs a file system with POSIX permissions, which " + fresh.getParent() + " has not.",
                    e);
        }
    }

    private static void write(FileChannel channel, Keys keys) throws IOException {
        ByteBuffer text = ByteBuffer.wrap(keys.format().getBytes(StandardCharsets.UTF_8));
        while (text.hasRemaining()) {
            channel.write(text);
        }
        channel.force(true);
    }

    /// Makes the new name survive the loss of power.
    private static void settle(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }
}
