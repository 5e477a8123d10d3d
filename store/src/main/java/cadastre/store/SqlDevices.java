package cadastre.store;

import cadastre.people.Devices;
import cadastre.people.Digest;
import cadastre.people.SignInName;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/// Devices in a database.
final class SqlDevices implements Devices {
    private final Jdbi jdbi;

    SqlDevices(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void remember(SignInName name, Digest device, Instant until) {
        jdbi.useTransaction(handle -> handle.createUpdate("""
                        insert into devices (name, digest, until_at) values (:name, :digest, :until)
                        on conflict (name, digest) do update
                        set until_at = case when excluded.until_at > devices.until_at
                          then excluded.until_at else devices.until_at end
                        """)
                .bind("name", name.text())
                .bind("digest", device.hex())
                .bind("until", Columns.micros(until))
                .execute());
    }

    @Override
    public boolean knows(SignInName name, Digest device, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select name from devices where name = :name and digest = :digest and until_at > :now
                        """)
                .bind("name", name.text())
                .bind("digest", device.hex())
                .bind("now", Columns.micros(now))
                .mapTo(String.class)
                .findOne()
                .isPresent());
    }

    @Override
    public void forgetAll(SignInName name) {
        jdbi.useTransaction(handle -> handle.createUpdate("delete from devices where name = :name")
                .bind("name", name.text())
                .execute());
    }

    @Override
    public void forget(Instant now) {
        jdbi.useTransaction(handle -> handle.createUpdate("delete from devices where until_at <= :now")
                .bind("now", Columns.micros(now))
                .execute());
    }
}
