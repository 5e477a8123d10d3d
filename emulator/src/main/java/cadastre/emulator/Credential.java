package cadastre.emulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A secret that opens the API, and what it opens. Does not print the secret.
///
/// @param name          what its owner calls it
/// @param organizations the organizations whose domains it reaches, the default first; exactly one for a token
/// @param permissions   Gandi's names; not asked of an API key, which may do everything
/// @param createdAt     if it is known
/// @param expiresAt     nothing for an API key
/// @param domains       the domains to which a token is restricted, in lower case; none if it is not
record Credential(
        Kind kind,
        String secret,
        String name,
        List<Organization> organizations,
        List<String> permissions,
        Optional<Instant> createdAt,
        Optional<Instant> expiresAt,
        Set<String> domains) {
    private static final Duration YEAR = Duration.ofDays(365);

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
        return new Credential(kind, secret, name, organizations, permissions, createdAt, Optional.of(end), domains);
    }

    Credential permitted(List<String> scopes) {
        return new Credential(kind, secret, name, organizations, scopes, createdAt, expiresAt, domains);
    }

    Credential restrictedTo(Set<String> fqdns) {
        return new Credential(kind, secret, name, organizations, permissions, createdAt, expiresAt, fqdns);
    }

    Credential succeededBy(String otherSecret, String otherName, Instant now, Instant end) {
        return new Credential(
                kind, otherSecret, otherName, organizations, permissions, Optional.of(now), Optional.of(end), domains);
    }

    /// {@return how long it lives from beginning to end; a year where that is not known}
    Duration lifetime() {
        return createdAt
                .flatMap(begin -> expiresAt.map(end -> Duration.between(begin, end)))
                .orElse(YEAR);
    }

    /// {@return its UUID, from which the secret cannot be told}
    String id() {
        return UUID.nameUUIDFromBytes(("credential/" + secret).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
