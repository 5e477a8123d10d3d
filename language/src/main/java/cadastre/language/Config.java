package cadastre.language;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// What a program declares: the root of the IR.
///
/// @param registrars in order of declaration; of equal names the last counts
/// @param dnsProviders in order of declaration; of equal names the last counts
/// @param domains in order of declaration
public record Config(
        List<ProviderDeclaration> registrars, List<ProviderDeclaration> dnsProviders, List<DomainConfig> domains) {
    public Config {
        registrars = List.copyOf(requireNonNull(registrars, "registrars is null"));
        dnsProviders = List.copyOf(requireNonNull(dnsProviders, "dnsProviders is null"));
        domains = List.copyOf(requireNonNull(domains, "domains is null"));
    }

    /// {@return this config with other registrars}
    public Config withRegistrars(List<ProviderDeclaration> registrars) {
        return new Config(registrars, dnsProviders, domains);
    }

    /// {@return this config with other DNS providers}
    public Config withDnsProviders(List<ProviderDeclaration> dnsProviders) {
        return new Config(registrars, dnsProviders, domains);
    }

    /// {@return this config with other domains}
    public Config withDomains(List<DomainConfig> domains) {
        return new Config(registrars, dnsProviders, domains);
    }
}
