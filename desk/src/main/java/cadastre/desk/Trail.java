package cadastre.desk;

import cadastre.people.AuditChain;
import cadastre.people.AuditEntry;
import cadastre.people.AuditLog;
import cadastre.people.Door;
import cadastre.people.WorkspaceId;
import cadastre.store.SealedSecrets;
import cadastre.store.Store;
import cadastre.vault.SealedSecret;
import cadastre.vault.Secret;
import cadastre.vault.SecretPlace;
import cadastre.vault.Vault;
import cadastre.vault.VaultException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Writes into the audit logs of the workspaces, each chained under a key of its own that is sealed beside the
/// tokens. Thread-safe.
final class Trail {
    private static final String ADDRESS = "audit/key/1";

    private final Store store;
    private final Vault vault;
    private final SecureRandom chance;
    private final InstantSource clock;
    private final AuditLog log;
    private final Map<WorkspaceId, AuditChain> chains = new ConcurrentHashMap<>();

    Trail(Store store, Vault vault, SecureRandom chance, InstantSource clock) {
        this.store = store;
        this.vault = vault;
        this.chance = chance;
        this.clock = clock;
        this.log = store.auditLog();
    }

    /// Notes what somebody did.
    ///
    /// @param details what else is to be known; no secret
    void note(Person person, String action, String object, Map<String, String> details) {
        note(person.membership().workspace(), person.account().toString(), person.door(), action, object, details);
    }

    /// Notes what the program did by itself.
    void note(WorkspaceId workspace, String action, String object, Map<String, String> details) {
        note(workspace, "program", Door.SCHEDULE, action, object, details);
    }

    private void note(
            WorkspaceId workspace, String who, Door door, String action, String object, Map<String, String> details) {
        AuditEntry entry = new AuditEntry(
                workspace,
                clock.instant(),
                who,
                door,
                action,
                object,
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(details));
        log.append(entry, chains.computeIfAbsent(workspace, this::chain));
    }

    private AuditChain chain(WorkspaceId workspace) {
        SecretPlace place = new SecretPlace(workspace.toString(), "audit", "key", 1);
        SealedSecrets secrets = store.compartment(workspace).secrets();
        Optional<SealedSecret> kept = secrets.find(ADDRESS);
        if (kept.isPresent()) {
            try (Secret key = vault.open(kept.get(), place)) {
                return new AuditChain(key);
            } catch (VaultException e) {
                throw new IllegalStateException("the key of the audit log does not open: " + e.getMessage(), e);
            }
        }
        byte[] octets = new byte[32];
        chance.nextBytes(octets);
        try (Secret key = Secret.of(octets)) {
            secrets.keep(ADDRESS, vault.seal(key, place), clock.instant());
            return new AuditChain(key);
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }
}
