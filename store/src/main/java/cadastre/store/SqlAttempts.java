package cadastre.store;

import cadastre.people.Attempts;
import cadastre.people.Failures;
import cadastre.people.Lockout;
import cadastre.people.SignInName;
import cadastre.people.Source;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Failures in a database. A transaction reads and writes them, so that tries at the same time are counted one
/// after another.
final class SqlAttempts implements Attempts {
    private final Jdbi jdbi;

    SqlAttempts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static String bearer(Source source) {
        return switch (source) {
            case Source.Address(String network) -> "address " + network;
            case Source.Device(SignInName name, var device) -> "device " + device.hex() + " " + name;
        };
    }

    private static String bearer(SignInName name) {
        return "name " + name;
    }

    private static Failures failures(Handle handle, String bearer) {
        return handle.createQuery("select number, last_at, until_at from failures where bearer = :bearer")
                .bind("bearer", bearer)
                .map((row, _) -> new Failures(
                        row.getInt("number"), Columns.instant(row, "last_at"), Columns.instant(row, "until_at")))
                .findOne()
                .orElse(Failures.NONE);
    }

    private static void keep(Handle handle, String bearer, Failures failures) {
        if (failures.equals(Failures.NONE)) {
            handle.createUpdate("delete from failures where bearer = :bearer")
                    .bind("bearer", bearer)
                    .execute();
            return;
        }
        handle.createUpdate("""
                        insert into failures (bearer, number, last_at, until_at)
                        values (:bearer, :number, :last, :until)
                        on conflict (bearer) do update
                        set number = excluded.number, last_at = excluded.last_at, until_at = excluded.until_at
                        """)
                .bind("bearer", bearer)
                .bind("number", failures.count())
                .bind("last", Columns.micros(failures.last()))
                .bind("until", Columns.micros(failures.until()))
                .execute();
    }

    private static void keep(Handle handle, Source source, SignInName name, Lockout.Go go) {
        keep(handle, bearer(source), go.source());
        keep(handle, bearer(name), go.account());
    }

    @Override
    public Lockout.Answer ask(Source source, SignInName name, Lockout lockout, Instant now) {
        return jdbi.inTransaction(handle -> {
            Lockout.Answer answer =
                    lockout.ask(source, failures(handle, bearer(source)), failures(handle, bearer(name)), now);
            switch (answer) {
                case Lockout.Go go -> keep(handle, source, name, go);
                case Lockout.Wait _ -> {}
            }
            return answer;
        });
    }

    @Override
    public void takeBack(Source source, SignInName name) {
        jdbi.useTransaction(handle -> keep(
                handle,
                source,
                name,
                Lockout.takeBack(source, failures(handle, bearer(source)), failures(handle, bearer(name)))));
    }

    @Override
    public void forget(Lockout lockout, Instant now) {
        jdbi.useTransaction(handle -> handle.createUpdate("delete from failures where last_at <= :before")
                .bind("before", Columns.micros(now.minus(lockout.forgotten())))
                .execute());
    }
}
