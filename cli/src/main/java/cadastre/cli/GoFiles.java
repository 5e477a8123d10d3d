package cadastre.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// What users of DNSControl read when a file cannot be had.
final class GoFiles {
    private GoFiles() {}

    /// {@return such as `open x.js: no such file or directory`}
    static String message(String verb, String file, IOException e) {
        String reason = e instanceof NoSuchFileException
                ? "no such file or directory"
                : e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
        return verb + " " + file + ": " + reason;
    }
}
