package cadastre.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where sessions are kept until they are revoked. Whether one is over is for [SessionLife] to say.
/// Implementations are safe for use by several threads.
public interface Sessions {
    /// Keeps a session.
    void add(Session session);

    /// {@return the session of whoever has the ticket}
    Optional<Session> find(Digest digest);

    /// Notes that a session was used, unless it is known to have been used later, or is not there.
    void seen(SessionId id, Instant now);

    /// {@return the sessions of an account, latest sign-in first}
    List<Session> of(AccountId account);

    /// Ends a session.
    ///
    /// @return whether the account had such a session
    boolean revoke(AccountId account, SessionId id);

    /// Ends all sessions of an account but one.
    ///
    /// @param but what to leave; empty to leave none
    /// @return how many were ended
    int revokeAll(AccountId account, Optional<SessionId> but);

    /// Forgets the sessions that are over.
    void forgetOver(SessionLife life, Instant now);
}
