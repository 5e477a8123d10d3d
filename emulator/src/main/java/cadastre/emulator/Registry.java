package cadastre.emulator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All that the emulated Gandi holds: organizations, credentials, domains. The sets themselves do not change
/// while it runs.
final class Registry {
    private final List<Organization> organizations;
    private final Map<String, Credential> credentials = new LinkedHashMap<>();
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
        return credentials.values();
    }

    /// {@return the domain of that name, given in lower case and without a final dot}
    Optional<Domain> domain(String fqdn) {
        return Optional.ofNullable(domains.get(fqdn));
    }

    /// {@return all domains by name}
    Collection<Domain> domains() {
        return domains.values();
    }
}
