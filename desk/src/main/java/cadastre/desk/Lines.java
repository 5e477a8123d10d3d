package cadastre.desk;

import cadastre.gandi.Gandi;
import cadastre.people.WorkspaceId;
import cadastre.provider.Authorization;
import cadastre.provider.PoliteClient;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import cadastre.register.Credential;
import cadastre.register.Effort;
import cadastre.register.Integration;
import cadastre.register.Source;
import cadastre.store.SealedSecrets;
import cadastre.store.Store;
import cadastre.vault.SealedSecret;
import cadastre.vault.Secret;
import cadastre.vault.SecretPlace;
import cadastre.vault.Vault;
import cadastre.vault.VaultException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/// The ways to the providers. One client sends everything, so that all integrations share the budget of this
/// address. Thread-safe.
final class Lines implements AutoCloseable {
    private static final String FIELD = "token";

    private final Store store;
    private final Vault vault;
    private final PoliteClient client;
    private final Traffic traffic;
    private final Map<String, String> defaults;
    private final Map<Reference, Opened> opened = new ConcurrentHashMap<>();

    /// A line with the address of the credential that it was opened with.
    private record Opened(String address, Map<String, String> settings, Authorization authorization, Line line) {}

    /// @param defaults settings of integrations that do not say otherwise, such as `apiurl`
    /// @param pause    is run when nothing is sent for a while
    Lines(
            Store store,
            Vault vault,
            Map<String, String> environment,
            String userAgent,
            InstantSource clock,
            Map<String, String> defaults,
            Runnable pause) {
        this.store = store;
        this.vault = vault;
        this.traffic = new Traffic(clock, pause);
        this.client = new PoliteClient(PoliteClient.Options.of(environment, userAgent, traffic));
        this.defaults = Map.copyOf(defaults);
    }

    Traffic traffic() {
        return traffic;
    }

    /// {@return the line of an integration that is kept}
    ///
    /// @throws ProviderException with [Reason.Misconfigured] if its secret does not open or its settings are wrong
    Line of(Reference reference, Integration integration) throws ProviderException {
        String address = integration.credential().address();
        Opened before = opened.get(reference);
        if (before != null
                && before.address().equals(address)
                && before.settings().equals(integration.settings())) {
            traffic.belongs(before.authorization(), reference);
            return before.line();
        }
        try (Secret secret = open(reference, address)) {
            Line line = open(reference, integration.name(), integration.settings(), secret);
            opened.put(reference, new Opened(address, integration.settings(), authorization(secret), line));
            return line;
        }
    }

    /// {@return a line with a credential that need not be kept}
    Line open(Reference reference, String name, Map<String, String> settings, Secret token) throws ProviderException {
        Map<String, String> entry = new HashMap<>(defaults);
        entry.putAll(settings);
        String text = token.text();
        entry.put(FIELD, text);
        traffic.belongs(authorization(token), reference);
        Gandi gandi = Gandi.open(name, entry, client, OptionalInt.empty());
        Effort effort = new Effort() {
            @Override
            public long requests() {
                return traffic.count(reference);
            }

            @Override
            public Duration forecast(int requests) {
                return gandi.forecast(requests);
            }
        };
        return new Line(
                new Source(gandi.portfolio(), gandi.liveDns(), gandi.snapshots(), effort),
                gandi.domains(),
                gandi.attachment(),
                gandi.autoRenewal());
    }

    private static Authorization authorization(Secret token) {
        return new Authorization("Bearer", cadastre.provider.Secret.of(token.text()));
    }

    /// Forgets a token that was only tried.
    void release(Secret token) {
        traffic.forget(authorization(token));
    }

    /// Seals a token and keeps it, beside those before it.
    ///
    /// @return what is known of it
    Credential keep(Reference reference, Secret token, Optional<Credential> before, Instant at) {
        int version = before.map(one -> version(one.address()) + 1).orElse(1);
        SecretPlace place = place(reference, version);
        String address = reference.integration() + "/" + FIELD + "/" + version;
        secrets(reference.workspace()).keep(address, vault.seal(token, place), at);
        return new Credential(address, Credential.mask(token.text()), at, Optional.empty(), Optional.empty());
    }

    /// Forgets a token that was replaced.
    void forget(Reference reference, Credential credential) {
        secrets(reference.workspace()).forget(credential.address());
        opened.computeIfPresent(reference, (_, line) -> line.address().equals(credential.address()) ? null : line);
    }

    private Secret open(Reference reference, String address) throws ProviderException {
        SealedSecret sealed = secrets(reference.workspace())
                .find(address)
                .orElseThrow(() -> new ProviderException(
                        "the token of this integration is not in the database",
                        new Reason.Misconfigured("the token"),
                        "Paste it once more under Update Credentials."));
        try {
            return vault.open(sealed, place(reference, sealed.version()));
        } catch (VaultException e) {
            throw new ProviderException(
                    "the token of this integration does not open: " + e.getMessage(),
                    new Reason.Misconfigured("the key file"),
                    "Put the key file back that belongs to this database.");
        }
    }

    private SealedSecrets secrets(WorkspaceId workspace) {
        return store.compartment(workspace).secrets();
    }

    private static SecretPlace place(Reference reference, int version) {
        return new SecretPlace(
                reference.workspace().toString(), reference.integration().text(), FIELD, version);
    }

    private static int version(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf('/') + 1));
    }

    @Override
    public void close() {
        client.close();
    }
}
