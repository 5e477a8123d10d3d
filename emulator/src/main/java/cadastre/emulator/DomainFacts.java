package cadastre.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What Gandi knows of a registration besides its DNS.
///
/// @param id       a UUID
/// @param tld      what Gandi calls the TLD, such as `co.uk`
/// @param services as Gandi lists them; `gandilivedns` and `dnssec` follow the state and are not in here
/// @param contact  the registrant
/// @param others   who is not the registrant, by `admin`, `bill`, `tech`
record DomainFacts(
        String id,
        String tld,
        Instant createdAt,
        Instant registryCreatedAt,
        Instant endsAt,
        Instant updatedAt,
        List<String> status,
        List<String> tags,
        Autorenew autorenew,
        Optional<String> authinfo,
        List<String> services,
        boolean canLock,
        Contact contact,
        Map<String, Contact> others) {
    /// The status that prohibits transfers.
    static final String LOCK = "clientTransferProhibited";

    /// Whether Gandi renews it by itself.
    ///
    /// @param organization the id of the one that pays, if it is not the one that holds it
    record Autorenew(boolean enabled, int years, Optional<String> organization) {}

    /// Who is responsible for a registration.
    ///
    /// @param obfuscated     whether the public sees something else than name and address
    /// @param mailObfuscated whether it sees something else than the mail address
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
            boolean obfuscated,
            boolean mailObfuscated) {}

    DomainFacts {
        status = List.copyOf(status);
        tags = List.copyOf(tags);
        services = List.copyOf(services);
        others = Map.copyOf(others);
    }

    /// {@return the days on which a renewal is tried: about a month, half a month and two days before the end}
    List<Instant> renewalAttempts() {
        return List.of(
                endsAt.minus(Duration.ofDays(31)).minus(Duration.ofHours(1)),
                endsAt.minus(Duration.ofDays(16)),
                endsAt.minus(Duration.ofDays(2)));
    }

    DomainFacts updated(Instant at) {
        return with(endsAt, at, status, tags, autorenew, contact, others);
    }

    DomainFacts endingAt(Instant end) {
        return with(end, updatedAt, status, tags, autorenew, contact, others);
    }

    DomainFacts withStatus(List<String> other) {
        return with(endsAt, updatedAt, other, tags, autorenew, contact, others);
    }

    /// @param locked whether transfers are prohibited, which is one of the statuses
    DomainFacts locked(boolean locked) {
        Set<String> changed = new LinkedHashSet<>(status);
        if (locked) {
            changed.add(LOCK);
        } else {
            changed.remove(LOCK);
        }
        return withStatus(List.copyOf(changed));
    }

    DomainFacts renewed(int years) {
        return endingAt(
                ZonedDateTime.ofInstant(endsAt, ZoneOffset.UTC).plusYears(years).toInstant());
    }

    DomainFacts withTags(List<String> other) {
        return with(endsAt, updatedAt, status, other, autorenew, contact, others);
    }

    DomainFacts withAutorenew(Autorenew other) {
        return with(endsAt, updatedAt, status, tags, other, contact, others);
    }

    DomainFacts withOwner(Contact other) {
        return with(endsAt, updatedAt, status, tags, autorenew, other, others);
    }

    /// @param role `admin`, `bill` or `tech`
    DomainFacts withContact(String role, Contact other) {
        Map<String, Contact> changed = new TreeMap<>(others);
        changed.put(role, other);
        return with(endsAt, updatedAt, status, tags, autorenew, contact, changed);
    }

    private DomainFacts with(
            Instant end,
            Instant update,
            List<String> otherStatus,
            List<String> otherTags,
            Autorenew renewal,
            Contact owner,
            Map<String, Contact> otherContacts) {
        return new DomainFacts(
                id,
                tld,
                createdAt,
                registryCreatedAt,
                end,
                update,
                otherStatus,
                otherTags,
                renewal,
                authinfo,
                services,
                canLock,
                owner,
                otherContacts);
    }
}
