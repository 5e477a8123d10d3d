package cadastre.store;

import static java.util.Objects.requireNonNull;

import cadastre.register.Drafts;
import cadastre.register.History;
import cadastre.register.Integrations;
import cadastre.register.Inventory;
import cadastre.register.Passes;
import cadastre.register.RequestLog;
import cadastre.rollout.Rollouts;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/// What belongs to one workspace. Thread-safe. Nothing of another workspace can be asked for here.
public final class Compartment {
    private final Jdbi jdbi;
    private final String id;

    Compartment(Jdbi jdbi, String id) {
        this.jdbi = jdbi;
        this.id = requireNonNull(id, "id is null");
    }

    /// {@return its integrations}
    public Integrations integrations() {
        return new SqlIntegrations(jdbi, id);
    }

    /// {@return where its passes keep what they see}
    public Passes passes() {
        return new SqlPasses(jdbi, id);
    }

    /// {@return what is}
    public Inventory inventory() {
        return new SqlInventory(jdbi, id);
    }

    /// {@return what was}
    public History history() {
        return new SqlHistory(jdbi, id);
    }

    /// {@return its drafts}
    public Drafts drafts() {
        return new SqlDrafts(jdbi, id);
    }

    /// {@return its rollouts}
    ///
    /// @param clock says when writes are noted
    public Rollouts rollouts(InstantSource clock) {
        return new SqlRollouts(jdbi, id, clock);
    }

    /// {@return the requests that were sent for its integrations}
    public RequestLog requestLog() {
        return new SqlRequestLog(jdbi, id);
    }

    /// {@return its sealed secrets}
    public SealedSecrets secrets() {
        return new SealedSecrets(jdbi, id);
    }
}
