package cadastre.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is fixed about a registration while the emulator runs.
///
/// @param id        a UUID
/// @param tld       what Gandi calls the TLD, such as `co.uk`
/// @param services  as Gandi lists them; `gandilivedns` and `dnssec` follow the state and are not in here
/// @param contact   the registrant, who is all four contacts
record DomainFacts(
        String id,
        String tld,
        Instant createdAt,
        Instant registryCreatedAt,
        Instant endsAt,
        Instant updatedAt,
        List<String> status,
        List<String> tags,
        boolean autorenew,
        int autorenewYears,
        Optional<String> authinfo,
        List<String> services,
        boolean canLock,
        Contact contact) {
    /// The registrant.
    record Contact(
            String given,
            String family,
            String organization,
            String type,
            String street,
            String city,
            String zip,
            String country,
            String phone,
            String email,
            boolean obfuscated) {}

    DomainFacts {
        status = List.copyOf(status);
        tags = List.copyOf(tags);
        services = List.copyOf(services);
    }

    /// {@return the days on which a renewal is tried: about a month, half a month and two days before the end}
    List<Instant> renewalAttempts() {
        return List.of(
                endsAt.minus(Duration.ofDays(31)).minus(Duration.ofHours(1)),
                endsAt.minus(Duration.ofDays(16)),
                endsAt.minus(Duration.ofDays(2)));
    }
}
