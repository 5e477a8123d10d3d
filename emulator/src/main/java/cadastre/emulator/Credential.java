package cadastre.emulator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A secret that opens the API, and what it opens. Does not print the secret.
///
/// @param name          what its owner calls it
/// @param organizations the organizations whose domains it reaches, the default first; exactly one for a token
/// @param permissions   Gandi's names; not asked of an API key, which may do everything
/// @param expiresAt     nothing for an API key
/// @param domains       the domains to which a token is restricted, in lower case; none if it is not
record Credential(
        Kind kind,
        String secret,
        String name,
        List<Organization> organizations,
        List<String> permissions,
        Optional<Instant> expiresAt,
        Set<String> domains) {
    /// The two kinds, each with the scheme under which it works.
    enum Kind {
        TOKEN,
        API_KEY
    }

    Credential {
        organizations = List.copyOf(organizations);
        permissions = List.copyOf(permissions);
        domains = Set.copyOf(domains);
    }

    Organization defaultOrganization() {
        return organizations.getFirst();
    }

    boolean isExpired(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
    }

    boolean may(Permission permission) {
        return kind == Kind.API_KEY || permission.grantedBy().stream().anyMatch(permissions::contains);
    }

    boolean reaches(Domain domain) {
        return organizations.contains(domain.organization()) && (domains.isEmpty() || domains.contains(domain.fqdn()));
    }

    Credential expiringAt(Instant end) {
        return new Credential(kind, secret, name, organizations, permissions, Optional.of(end), domains);
    }

    Credential permitted(List<String> scopes) {
        return new Credential(kind, secret, name, organizations, scopes, expiresAt, domains);
    }

    Credential restrictedTo(Set<String> fqdns) {
        return new Credential(kind, secret, name, organizations, permissions, expiresAt, fqdns);
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
