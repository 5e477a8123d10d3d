package cadastre.register;

import static java.util.Objects.requireNonNull;

import cadastre.provider.ListedRegistration;
import cadastre.provider.Milestone;
import cadastre.provider.Privacy;
import cadastre.provider.RegistrationDetail;
import cadastre.provider.ServedBy;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the registrar tells of a registration, from its list and, later, from its own page.
///
/// @param servedBy       whose name servers it refers to
/// @param nameServers    their names without final dots; empty as long as they are not known
/// @param autoRenew      whether the registrar renews it by itself
/// @param status         locks and holds; often empty
/// @param tags           what its holder marked it with
/// @param services       of the registrar that it uses; empty as long as its own page was not read
/// @param dates          those that are said
/// @param account        under whose account it is; empty if it is not said
/// @param organization   the name of the organization that holds it; empty if it is not said
/// @param organizationId how the provider calls that organization, if it is said
/// @param registrant     its holder's full name; empty if it is not said
/// @param lockable       whether its transfer can be locked, as soon as it is known
/// @param privacy        what is told about hiding its holder
public record Facts(
        ServedBy servedBy,
        List<String> nameServers,
        boolean autoRenew,
        List<String> status,
        List<String> tags,
        List<String> services,
        Map<Milestone, Instant> dates,
        String account,
        String organization,
        Optional<String> organizationId,
        String registrant,
        Optional<Boolean> lockable,
        Privacy privacy) {
    /// The collections are copied.
    public Facts {
        requireNonNull(servedBy, "servedBy is null");
        nameServers = List.copyOf(nameServers);
        status = List.copyOf(status);
        tags = List.copyOf(tags);
        services = List.copyOf(services);
        dates = Map.copyOf(dates);
        requireNonNull(account, "account is null");
        requireNonNull(organization, "organization is null");
        requireNonNull(organizationId, "organizationId is null");
        requireNonNull(registrant, "registrant is null");
        requireNonNull(lockable, "lockable is null");
        requireNonNull(privacy, "privacy is null");
    }

    /// {@return what the list tells}
    public static Facts of(ListedRegistration listed) {
        return new Facts(
                listed.servedBy(),
                listed.nameServers(),
                listed.autoRenew(),
                listed.status(),
                listed.tags(),
                List.of(),
                listed.dates(),
                listed.account(),
                listed.organization(),
                Optional.empty(),
                listed.registrant(),
                Optional.empty(),
                Privacy.UNTOLD);
    }

    /// {@return these facts with what the list tells now; what only its own page tells stays}
    public Facts with(ListedRegistration listed) {
        Map<Milestone, Instant> all = new EnumMap<>(Milestone.class);
        all.putAll(dates);
        all.putAll(listed.dates());
        boolean untold = listed.nameServers().isEmpty() && listed.servedBy() == servedBy;
        return new Facts(
                listed.servedBy(),
                untold ? nameServers : listed.nameServers(),
                listed.autoRenew(),
                listed.status(),
                listed.tags(),
                services,
                all,
                listed.account(),
                listed.organization(),
                organizationId,
                listed.registrant(),
                lockable,
                privacy);
    }

    /// {@return these facts with what its own page tells now; what only the list tells stays}
    public Facts with(RegistrationDetail detail) {
        return new Facts(
                detail.servedBy() == ServedBy.UNKNOWN ? servedBy : detail.servedBy(),
                detail.nameServers(),
                detail.autoRenew(),
                detail.status(),
                detail.tags(),
                detail.services(),
                detail.dates(),
                account,
                organization.isEmpty()
                        ? detail.organization().map(one -> one.name()).orElse("")
                        : organization,
                detail.organization().map(one -> one.id()).or(() -> organizationId),
                registrant,
                Optional.of(detail.lockable()),
                detail.privacy());
    }
}
