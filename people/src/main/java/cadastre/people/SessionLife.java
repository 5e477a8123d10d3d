package cadastre.people;

import java.time.Duration;
import java.time.Instant;

/// How long somebody stays signed in.
///
/// @param idle     so long after it was last used a session ends
/// @param absolute so long after it began a session ends, however much it is used
public record SessionLife(Duration idle, Duration absolute) {
    /// Twelve hours unused, thirty days in all.
    public static final SessionLife STANDARD = new SessionLife(Duration.ofHours(12), Duration.ofDays(30));

    /// Both are longer than nothing.
    ///
    /// @throws IllegalArgumentException if one is not
    public SessionLife {
        if (!idle.isPositive() || !absolute.isPositive()) {
            throw new IllegalArgumentException("a session lives for some time");
        }
    }

    /// {@return when the session ends if it is not used any more}
    public Instant end(Session session) {
        Instant idleEnd = session.lastSeen().plus(idle);
        Instant absoluteEnd = session.created().plus(absolute);
        return idleEnd.isBefore(absoluteEnd) ? idleEnd : absoluteEnd;
    }

    /// {@return whether the session is not over}
    public boolean isAlive(Session session, Instant now) {
        return now.isBefore(end(session));
    }
}
