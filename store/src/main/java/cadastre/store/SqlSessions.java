package cadastre.store;

import cadastre.people.AccountId;
import cadastre.people.Digest;
import cadastre.people.Session;
import cadastre.people.SessionId;
import cadastre.people.SessionLife;
import cadastre.people.Sessions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Sessions in a database.
final class SqlSessions implements Sessions {
    private static final String COLUMNS = """
            select s.id, s.digest, s.account_id, s.created_at, s.seen_at, s.address, s.agent from sessions s
            """;

    private final Jdbi jdbi;

    SqlSessions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                new SessionId(UUID.fromString(row.getString("id"))),
                new Digest(row.getString("digest")),
                new AccountId(UUID.fromString(row.getString("account_id"))),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "seen_at"),
                row.getString("address"),
                row.getString("agent"));
    }

    @Override
    public void add(Session session) {
        jdbi.useTransaction(handle -> handle.createUpdate("""
                        insert into sessions (id, digest, account_id, created_at, seen_at, address, agent)
                        values (:id, :digest, :account, :created, :seen, :address, :agent)
                        """)
                .bind("id", session.id().toString())
                .bind("digest", session.digest().hex())
                .bind("account", session.account().toString())
                .bind("created", Columns.micros(session.created()))
                .bind("seen", Columns.micros(session.lastSeen()))
                .bind("address", session.address())
                .bind("agent", session.agent())
                .execute());
    }

    @Override
    public Optional<Session> find(Digest digest) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + " where s.digest = :digest")
                .bind("digest", digest.hex())
                .map((row, _) -> session(row))
                .findOne());
    }

    @Override
    public void seen(SessionId id, Instant now) {
        jdbi.useTransaction(handle -> handle.createUpdate("""
                        update sessions set seen_at = :now where id = :id and seen_at < :now
                        """)
                .bind("now", Columns.micros(now))
                .bind("id", id.toString())
                .execute());
    }

    @Override
    public List<Session> of(AccountId account) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        COLUMNS + " where s.account_id = :account order by s.created_at desc, s.id")
                .bind("account", account.toString())
                .map((row, _) -> session(row))
                .list());
    }

    @Override
    public boolean revoke(AccountId account, SessionId id) {
        return jdbi.inTransaction(handle -> handle.createUpdate("""
                                delete from sessions where id = :id and account_id = :account
                                """)
                        .bind("id", id.toString())
                        .bind("account", account.toString())
                        .execute())
                == 1;
    }

    @Override
    public int revokeAll(AccountId account, Optional<SessionId> but) {
        return jdbi.inTransaction(handle -> handle.createUpdate("""
                        delete from sessions where account_id = :account and id <> :but
                        """)
                .bind("account", account.toString())
                .bind("but", but.map(SessionId::toString).orElse(""))
                .execute());
    }

    @Override
    public void forgetOver(SessionLife life, Instant now) {
        jdbi.useTransaction(handle -> handle.createUpdate("""
                        delete from sessions where seen_at <= :unused or created_at <= :old
                        """)
                .bind("unused", Columns.micros(now.minus(life.idle())))
                .bind("old", Columns.micros(now.minus(life.absolute())))
                .execute());
    }
}
