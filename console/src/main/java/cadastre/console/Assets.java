package cadastre.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The style sheet and the scripts: a browser keeps them until they are others.
public final class Assets {
    private static final List<String> FILES = List.of("console.css", "console.js", "mark.svg");
    private static final int SHORT = 12;
    private static final String VERSION = digest();

    private Assets() {}

    /// {@return what stands behind their addresses: another text when one of them is another}
    public static String version() {
        return VERSION;
    }

    private static String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : FILES) {
                try (InputStream file = Assets.class.getResourceAsStream("static/" + name)) {
                    if (file == null) {
                        throw new IllegalStateException(name + " is missing from the program");
                    }
                    digest.update(file.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, SHORT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
