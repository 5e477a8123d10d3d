package cadastre.console;

import java.time.Instant;

/// An instant on a page: what is read, and what a script turns into the viewer's zone.
///
/// @param iso  of the instant, ISO 8601 in UTC
/// @param text as it is read without script
/// @param full the minute, in UTC
public record When(String iso, String text, String full) {
    /// {@return how long ago it was}
    static When ago(Instant at, Instant now) {
        return new When(at.toString(), Say.ago(at, now), Say.time(at));
    }

    /// {@return the minute}
    static When minute(Instant at) {
        return new When(at.toString(), Say.time(at), Say.time(at));
    }
}
