package cadastre.provider;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a credential says about itself.
///
/// @param name          that its maker gave it, if it is said
/// @param capabilities  what it may do
/// @param scopes        the same in the provider's words, with those that mean nothing to us
/// @param organizations that it was made for; mostly one
/// @param restrictedTo  the only registrations that it reaches; empty if there is no such restriction
/// @param expiresIn     how long it is still good, if it is said
public record Introspection(
        Optional<String> name,
        Set<Capability> capabilities,
        List<String> scopes,
        List<Organization> organizations,
        List<Name> restrictedTo,
        Optional<Duration> expiresIn) {
    /// The collections are copied.
    public Introspection {
        requireNonNull(name, "name is null");
        capabilities = Set.copyOf(capabilities);
        scopes = List.copyOf(scopes);
        organizations = List.copyOf(organizations);
        restrictedTo = List.copyOf(restrictedTo);
        requireNonNull(expiresIn, "expiresIn is null");
    }
}
