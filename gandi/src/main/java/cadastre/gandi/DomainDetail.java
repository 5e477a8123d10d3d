package cadastre.gandi;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A domain as its own page tells it.
///
/// @param name                the registered name
/// @param nameServers         of the delegation, without final dots
/// @param autoRenew           whether Gandi renews it by itself
/// @param status              locks and holds, such as `clientTransferProhibited`; often empty
/// @param services            of Gandi that it uses, such as `gandilivedns`
/// @param tags                what its holder marked it with
/// @param registryCreatedAt   when it was registered, if it is said
/// @param registryEndsAt      when the registration ends, if it is said
/// @param organization        that holds it, if it is said
public record DomainDetail(
        Name name,
        List<String> nameServers,
        boolean autoRenew,
        List<String> status,
        List<String> services,
        List<String> tags,
        Optional<Instant> registryCreatedAt,
        Optional<Instant> registryEndsAt,
        Optional<Organization> organization) {
    /// The lists are copied.
    public DomainDetail {
        requireNonNull(name, "name is null");
        nameServers = List.copyOf(nameServers);
        status = List.copyOf(status);
        services = List.copyOf(services);
        tags = List.copyOf(tags);
        requireNonNull(registryCreatedAt, "registryCreatedAt is null");
        requireNonNull(registryEndsAt, "registryEndsAt is null");
        requireNonNull(organization, "organization is null");
    }
}
