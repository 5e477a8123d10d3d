package cadastre.gandi;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A domain as the list of domains tells it.
///
/// @param name           the registered name
/// @param nameServers    who serves it: `livedns`, `abc` (Gandi's former name servers) or `other`; empty if it
/// is not                       said
/// @param autoRenew      whether Gandi renews it by itself
/// @param status         locks and holds, such as `clientTransferProhibited`; often empty
/// @param tags           what its holder marked it with
/// @param registryEndsAt when the registration ends, if it is said
public record ListedDomain(
        Name name,
        String nameServers,
        boolean autoRenew,
        List<String> status,
        List<String> tags,
        Optional<Instant> registryEndsAt) {
    /// The lists are copied.
    public ListedDomain {
        requireNonNull(name, "name is null");
        requireNonNull(nameServers, "nameServers is null");
        status = List.copyOf(status);
        tags = List.copyOf(tags);
        requireNonNull(registryEndsAt, "registryEndsAt is null");
    }
}
