package cadastre.console;

import cadastre.desk.Office;
import cadastre.desk.Person;
import cadastre.people.Account;
import cadastre.people.Accounts;
import cadastre.people.Door;
import cadastre.people.Membership;
import cadastre.people.Session;
import cadastre.people.SessionLife;
import cadastre.people.Sessions;
import cadastre.people.Ticket;
import cadastre.people.Workspace;
import cadastre.people.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Finds out who comes with the ticket of a session. Thread-safe.
final class Reception {
    /// A session is noted as used no more often than this.
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final Accounts accounts;
    private final Workspaces workspaces;
    private final Office office;
    private final InstantSource clock;

    Reception(Sessions sessions, Accounts accounts, Workspaces workspaces, Office office, InstantSource clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.workspaces = workspaces;
        this.office = office;
        this.clock = clock;
    }

    /// {@return who it is; empty if the session is over or never was, or its account is in no workspace}
    Optional<Visitor> visitor(Ticket ticket) {
        Instant now = clock.instant();
        Optional<Session> session =
                sessions.find(ticket.digest()).filter(one -> SessionLife.STANDARD.isAlive(one, now));
        if (session.isEmpty()) {
            return Optional.empty();
        }
        if (session.get().lastSeen().plus(NOTED).isBefore(now)) {
            sessions.seen(session.get().id(), now);
        }
        return accounts.find(session.get().account()).flatMap(account -> visitor(account, session.get()));
    }

    private Optional<Visitor> visitor(Account account, Session session) {
        List<Workspace> all = workspaces.of(account.id());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Workspace workspace = all.getFirst();
        Optional<Membership> membership = workspaces.membership(workspace.id(), account.id());
        return membership.map(one -> new Visitor(
                office.desk(new Person(account.id(), account.name().text(), one, Door.CONSOLE)), workspace, session));
    }
}
