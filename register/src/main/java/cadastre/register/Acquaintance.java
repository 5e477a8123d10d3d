package cadastre.register;

import static java.util.Objects.requireNonNull;

import cadastre.provider.Introspection;
import cadastre.provider.Organization;
import cadastre.provider.Portfolio;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a credential showed when it was first tried.
///
/// @param introspection what it says about itself, if it says anything
/// @param organizations that it sees
/// @param domains       how many registrations it sees, if that was said
/// @param at            when
public record Acquaintance(
        Optional<Introspection> introspection, List<Organization> organizations, OptionalInt domains, Instant at) {
    /// The list is copied.
    public Acquaintance {
        requireNonNull(introspection, "introspection is null");
        organizations = List.copyOf(organizations);
        requireNonNull(domains, "domains is null");
        requireNonNull(at, "at is null");
    }

    /// {@return the organization whose registrations it sees: the one it was made for, or the only one it sees}
    ///
    /// @param sharingId the organization that the settings choose, if they do
    public Optional<Organization> organization(Optional<String> sharingId) {
        if (sharingId.isPresent()) {
            String id = sharingId.get();
            return organizations.stream().filter(one -> one.id().equals(id)).findFirst();
        }
        Optional<Organization> madeFor = introspection.stream()
                .flatMap(one -> one.organizations().stream())
                .findFirst();
        if (madeFor.isPresent()) {
            // The list knows the name that people know; the credential only the id for sure.
            String id = madeFor.get().id();
            return organizations.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .or(() -> madeFor);
        }
        return organizations.size() == 1 ? Optional.of(organizations.getFirst()) : Optional.empty();
    }

    /// {@return when the credential ends, if it says so}
    public Optional<Instant> endsAt() {
        return introspection.flatMap(Introspection::expiresIn).map(at::plus);
    }

    /// The names of organizations are good to have, but not every credential may list them.
    static List<Organization> organizations(Portfolio portfolio) throws ProviderException {
        try {
            return portfolio.organizations();
        } catch (ProviderException e) {
            if (e.reason() instanceof Reason.Unauthorized) {
                return List.of();
            }
            throw e;
        }
    }
}
