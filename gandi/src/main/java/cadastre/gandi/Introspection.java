package cadastre.gandi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a personal access token says about itself.
///
/// @param name      that its maker gave it, if it is said
/// @param scopes    what it may do, in Gandi's words: `domain:view`, `domain:renew`, `domain:tech` and others
/// @param entities  the organization, or the domains, it is made for
/// @param expiresIn how long it is still good, if it is said
public record Introspection(
        Optional<String> name, List<String> scopes, List<Organization> entities, Optional<Duration> expiresIn) {
    /// The lists are copied.
    public Introspection {
        requireNonNull(name, "name is null");
        scopes = List.copyOf(scopes);
        entities = List.copyOf(entities);
        requireNonNull(expiresIn, "expiresIn is null");
    }
}
