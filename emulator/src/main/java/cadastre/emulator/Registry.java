package cadastre.emulator;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// All that the emulated Gandi holds: organizations, credentials, domains. Organizations and the set of domains do
/// not change while it runs; credentials come, change and go. Thread-safe.
final class Registry {
    private final List<Organization> organizations;
    private final Map<String, Credential> credentials = new ConcurrentHashMap<>();
    private final Map<String, Domain> domains = new TreeMap<>();

    Registry(List<Organization> organizations, Collection<Credential> credentials, Collection<Domain> domains) {
        this.organizations = List.copyOf(organizations);
        credentials.forEach(credential -> this.credentials.put(credential.secret(), credential));
        domains.forEach(domain -> this.domains.put(domain.fqdn(), domain));
    }

    List<Organization> organizations() {
        return organizations;
    }

    Optional<Credential> credential(String secret) {
        return Optional.ofNullable(credentials.get(secret));
    }

    Collection<Credential> credentials() {
        return List.copyOf(credentials.values());
    }

    void add(Credential credential) {
        credentials.put(credential.secret(), credential);
    }

    /// Takes a credential away, as the button on Gandi's page does.
    ///
    /// @throws IllegalArgumentException if there is none of that secret; the message does not hold it
    void revoke(String secret) {
        if (credentials.remove(secret) == null) {
            throw unknown();
        }
    }

    /// @throws IllegalArgumentException if there is no token of that secret; the message does not hold it
    void changeToken(String secret, UnaryOperator<Credential> change) {
        Credential changed = credentials.computeIfPresent(
                secret, (_, old) -> old.kind() == Credential.Kind.TOKEN ? change.apply(old) : old);
        if (changed == null || changed.kind() != Credential.Kind.TOKEN) {
            throw unknown();
        }
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("there is no such token");
    }

    /// {@return the domain of that name, given in lower case and without a final dot}
    Optional<Domain> domain(String fqdn) {
        return Optional.ofNullable(domains.get(fqdn));
    }

    /// {@return all domains by name}
    Collection<Domain> domains() {
        return domains.values();
    }

    /// Carries out what is due at `now`, in all domains.
    void settle(Instant now) {
        domains.values().forEach(domain -> domain.settle(now));
    }
}
