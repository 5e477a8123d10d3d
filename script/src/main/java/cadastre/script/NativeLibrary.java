package cadastre.script;

import com.caoccao.javet.enums.JSRuntimeType;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.loader.IJavetLibLoadingListener;
import com.caoccao.javet.interop.loader.JavetLibLoader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/// Where the engine's native library lies: 40 MB that must not be unpacked at each start.
///
/// The build unpacks it once into a folder named by the system property `cadastre.native`. Without that
/// property, or if the library is not there, it is unpacked once per user, below `$XDG_CACHE_HOME` or
/// `~/.cache`.
public final class NativeLibrary {
    private static final String PROPERTY = "cadastre.native";

    private NativeLibrary() {}

    /// Unpacks the library into the folder named by the only argument.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("expected one argument, the folder to unpack to");
        }
        unpack(Path.of(arguments[0]));
    }

    /// Unpacks the library into `folder`, unless it is there. Two processes may do so at the same time.
    ///
    /// @throws IOException if it cannot be written, or there is none for this machine
    public static void unpack(Path folder) throws IOException {
        Path file = folder.resolve(fileName());
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, "unpacking", null);
        try {
            try (InputStream packed = JavetLibLoader.class.getResourceAsStream("/" + fileName())) {
                if (packed == null) {
                    throw new IOException("no JavaScript engine for this machine: " + fileName() + " is not installed");
                }
                Files.copy(packed, unfinished, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /// Makes the engine load the library from where it was unpacked.
    ///
    /// @throws IllegalStateException if there is no library for this machine, or no place to unpack it
    static void prepare() {
        Path folder = folder();
        JavetLibLoader.setLibLoadingListener(new IJavetLibLoadingListener() {
            @Override
            public File getLibPath(JSRuntimeType type) {
                return folder.toFile();
            }

            @Override
            public boolean isDeploy(JSRuntimeType type) {
                return false;
            }
        });
    }

    private static Path folder() {
        @Nullable String named = System.getProperty(PROPERTY);
        try {
            if (named != null && Files.exists(Path.of(named, fileName()))) {
                return Path.of(named);
            }
            Path folder = cache();
            unpack(folder);
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException("the JavaScript engine cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static Path cache() {
        @Nullable String cache = System.getenv("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("cadastre").resolve("native");
    }

    private static String fileName() throws IOException {
        try {
            return new JavetLibLoader(JSRuntimeType.V8).getLibFileName();
        } catch (JavetException e) {
            throw new IOException("no JavaScript engine for this machine: " + e.getMessage(), e);
        }
    }
}
