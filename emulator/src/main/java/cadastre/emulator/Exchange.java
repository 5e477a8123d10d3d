package cadastre.emulator;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// A request that was answered.
///
/// @param at     when, by the emulator's clock
/// @param method as sent
/// @param target path and query as sent
/// @param caller with what it was asked, the secret masked; empty for nothing
/// @param status of the answer
/// @param fault  what was done to it on purpose; empty for nothing
public record Exchange(Instant at, String method, String target, String caller, int status, String fault) {
    private static final int SHOWN = 8;

    /// Nothing is null.
    public Exchange {
        requireNonNull(at, "at is null");
        requireNonNull(method, "method is null");
        requireNonNull(target, "target is null");
        requireNonNull(caller, "caller is null");
        requireNonNull(fault, "fault is null");
    }

    /// {@return the path without the query}
    public String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /// {@return the scheme and the first characters of what follows it}
    static String masked(String credentials) {
        int blank = credentials.indexOf(' ') + 1;
        int shown = Math.min(SHOWN, (credentials.length() - blank) / 3);
        return credentials.isEmpty() ? "" : credentials.substring(0, blank + shown) + "…";
    }

    @Override
    public String toString() {
        return method + " " + target + " " + status;
    }
}
