package cadastre.store;

import cadastre.vault.SealedSecret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The sealed secrets of a workspace: octets that mean nothing here. Thread-safe.
///
/// A secret that replaces another is kept at an address of its own; whoever changes over to it does so in one
/// step, and only then is the old one forgotten. So there is no instant at which neither is there.
public final class SealedSecrets {
    private final Jdbi jdbi;
    private final String workspace;

    SealedSecrets(Jdbi jdbi, String workspace) {
        this.jdbi = jdbi;
        this.workspace = workspace;
    }

    /// Keeps a sealed secret in place of the one before at that address.
    public void keep(String address, SealedSecret sealed, Instant at) {
        jdbi.useTransaction(handle -> handle.createUpdate("""
                        insert into secrets (workspace_id, address, key_name, version, sealed, changed_at)
                        values (:workspace, :address, :key_name, :version, :sealed, :at)
                        on conflict (workspace_id, address) do update
                        set key_name = excluded.key_name, version = excluded.version, sealed = excluded.sealed,
                          changed_at = excluded.changed_at
                        """)
                .bind("workspace", workspace)
                .bind("address", address)
                .bind("key_name", sealed.keyName())
                .bind("version", sealed.version())
                .bind("sealed", sealed.octets())
                .bind("at", Columns.micros(at))
                .execute());
    }

    /// {@return the sealed secret at that address, if there is one}
    public Optional<SealedSecret> find(String address) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select key_name, version, sealed from secrets
                        where workspace_id = :workspace and address = :address
                        """)
                .bind("workspace", workspace)
                .bind("address", address)
                .map((row, _) ->
                        new SealedSecret(row.getString("key_name"), row.getInt("version"), row.getBytes("sealed")))
                .findOne());
    }

    /// {@return the addresses of the secrets that are sealed under another key than that, in their order}
    public List<String> notUnder(String keyName) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select address from secrets
                        where workspace_id = :workspace and key_name <> :key_name
                        order by address
                        """)
                .bind("workspace", workspace)
                .bind("key_name", keyName)
                .mapTo(String.class)
                .list());
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
