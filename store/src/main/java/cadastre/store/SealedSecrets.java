package cadastre.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The sealed secrets of a workspace: octets that mean nothing here. Thread-safe.
public final class SealedSecrets {
    private final Jdbi jdbi;
    private final String workspace;

    SealedSecrets(Jdbi jdbi, String workspace) {
        this.jdbi = jdbi;
        this.workspace = workspace;
    }

    /// Keeps a sealed secret in place of the one before at that address.
    public void keep(String address, byte[] sealed, Instant at) {
        jdbi.useTransaction(handle -> handle.createUpdate("""
                        insert into secrets (workspace_id, address, sealed, changed_at)
                        values (:workspace, :address, :sealed, :at)
                        on conflict (workspace_id, address) do update
                        set sealed = excluded.sealed, changed_at = excluded.changed_at
                        """)
                .bind("workspace", workspace)
                .bind("address", address)
                .bind("sealed", sealed)
                .bind("at", Columns.micros(at))
                .execute());
    }

    /// {@return the sealed secret at that address, if there is one}
    public Optional<byte[]> find(String address) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select sealed from secrets where workspace_id = :workspace and address = :address
                        """)
                .bind("workspace", workspace)
                .bind("address", address)
                .map((row, _) -> row.getBytes("sealed"))
                .findOne());
    }

    /// Forgets the secret at that address.
    ///
    /// @return whether there was one
    public boolean forget(String address) {
        return jdbi.inTransaction(handle -> handle.createUpdate("""
                                delete from secrets where workspace_id = :workspace and address = :address
                                """)
                        .bind("workspace", workspace)
                        .bind("address", address)
                        .execute())
                == 1;
    }
}
