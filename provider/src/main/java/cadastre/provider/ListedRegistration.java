package cadastre.provider;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A registration as the registrar's list tells it.
///
/// @param name         what is registered
/// @param servedBy     whose name servers it refers to
/// @param nameServers  their names without final dots; empty where the list does not say them
/// @param autoRenew    whether the registrar renews it by itself
/// @param status       locks and holds in the registry's words, such as `clientTransferProhibited`; often empty
/// @param tags         what its holder marked it with
/// @param dates        those that are said
/// @param account      the user or organization under whose account it is; empty if it is not said
/// @param organization the name of the organization that holds it; empty if it is not said
/// @param registrant   the full name of its holder; empty if it is not said
public record ListedRegistration(
        Name name,
        ServedBy servedBy,
        List<String> nameServers,
        boolean autoRenew,
        List<String> status,
        List<String> tags,
        Map<Milestone, Instant> dates,
        String account,
        String organization,
        String registrant) {
    /// The collections are copied.
    public ListedRegistration {
        requireNonNull(name, "name is null");
        requireNonNull(servedBy, "servedBy is null");
        nameServers = List.copyOf(nameServers);
        status = List.copyOf(status);
        tags = List.copyOf(tags);
        dates = Map.copyOf(dates);
        requireNonNull(account, "account is null");
        requireNonNull(organization, "organization is null");
        requireNonNull(registrant, "registrant is null");
    }
}
