package cadastre.provider;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A registration as its own page at the registrar tells it.
///
/// @param name         what is registered
/// @param servedBy     whose name servers it refers to
/// @param nameServers  of its delegation, without final dots
/// @param autoRenew    whether the registrar renews it by itself
/// @param status       locks and holds in the registry's words; often empty
/// @param tags         what its holder marked it with
/// @param services     of the registrar that it uses, such as `gandilivedns`
/// @param dates        those that are said
/// @param organization that holds it, if it is said
/// @param lockable     whether its transfer can be locked
/// @param privacy      what is told about hiding its holder
public record RegistrationDetail(
        Name name,
        ServedBy servedBy,
        List<String> nameServers,
        boolean autoRenew,
        List<String> status,
        List<String> tags,
        List<String> services,
        Map<Milestone, Instant> dates,
        Optional<Organization> organization,
        boolean lockable,
        Privacy privacy) {
    /// The collections are copied.
    public RegistrationDetail {
        requireNonNull(name, "name is null");
        requireNonNull(servedBy, "servedBy is null");
        nameServers = List.copyOf(nameServers);
        status = List.copyOf(status);
        tags = List.copyOf(tags);
        services = List.copyOf(services);
        dates = Map.copyOf(dates);
        requireNonNull(organization, "organization is null");
        requireNonNull(privacy, "privacy is null");
    }
}
