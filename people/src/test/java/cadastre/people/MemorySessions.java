package cadastre.people;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sessions that are gone when the program ends.
public final class MemorySessions implements Sessions {
    private final Map<SessionId, Session> sessions = new HashMap<>();

    /// None.
    public MemorySessions() {}

    @Override
    public synchronized void add(Session session) {
        sessions.put(session.id(), session);
    }

    @Override
    public synchronized Optional<Session> find(Digest digest) {
        return sessions.values().stream()
                .filter(session -> session.digest().equals(digest))
                .findFirst();
    }

    @Override
    public synchronized void seen(SessionId id, Instant now) {
        sessions.computeIfPresent(id, (_, session) -> session.seen(now));
    }

    @Override
    public synchronized List<Session> of(AccountId account) {
        return sessions.values().stream()
                .filter(session -> session.account().equals(account))
                .sorted(Comparator.comparing(Session::created).reversed())
                .toList();
    }

    @Override
    public synchronized boolean revoke(AccountId account, SessionId id) {
        return sessions.values()
                .removeIf(session ->
                        session.account().equals(account) && session.id().equals(id));
    }

    @Override
    public synchronized int revokeAll(AccountId account, Optional<SessionId> but) {
        int before = sessions.size();
        sessions.values()
                .removeIf(session -> session.account().equals(account)
                        && !Optional.of(session.id()).equals(but));
        return before - sessions.size();
    }

    @Override
    public synchronized void forgetOver(SessionLife life, Instant now) {
        sessions.values().removeIf(session -> !life.isAlive(session, now));
    }
}
