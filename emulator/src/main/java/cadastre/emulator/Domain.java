package cadastre.emulator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A domain held at Gandi: its registration, and its zone if LiveDNS serves one. Thread-safe.
final class Domain {
    private final String fqdn;
    private final String unicode;
    private final Organization organization;
    private final DomainFacts facts;
    private final List<ZoneKey> keys;
    private final List<RegistryKey> registryKeys;
    private final Supplier<LiveZone> newZone;

    private List<String> nameServers;
    private Optional<Pending> pending = Optional.empty();
    private Optional<LiveZone> zone;

    private record Pending(List<String> nameServers, Instant visibleFrom) {}

    /// What of a domain concerns the DNS.
    ///
    /// @param zone    its zone at LiveDNS, or nothing
    /// @param newZone makes the zone that appears when the domain moves to LiveDNS
    record Dns(
            List<String> nameServers,
            Optional<LiveZone> zone,
            List<ZoneKey> keys,
            List<RegistryKey> registryKeys,
            Supplier<LiveZone> newZone) {}

    Domain(String fqdn, String unicode, Organization organization, DomainFacts facts, Dns dns) {
        this.fqdn = fqdn;
        this.unicode = unicode;
        this.organization = organization;
        this.facts = facts;
        this.keys = List.copyOf(dns.keys());
        this.registryKeys = List.copyOf(dns.registryKeys());
        this.newZone = dns.newZone();
        this.nameServers = List.copyOf(dns.nameServers());
        this.zone = dns.zone();
    }

    /// {@return the name in lower case, as A-labels, without a final dot}
    String fqdn() {
        return fqdn;
    }

    String unicode() {
        return unicode;
    }

    Organization organization() {
        return organization;
    }

    DomainFacts facts() {
        return facts;
    }

    List<ZoneKey> keys() {
        return keys;
    }

    List<RegistryKey> registryKeys() {
        return registryKeys;
    }

    /// {@return whether the DNS or the registry knows a key for it}
    boolean isSigned() {
        return keys.stream().anyMatch(key -> !key.deleted()) || !registryKeys.isEmpty();
    }

    /// {@return the delegation as the registry shows it at `now`: the old one while a change is pending}
    synchronized List<String> nameServers(Instant now) {
        settle(now);
        return nameServers;
    }

    /// Asks the registry for another delegation, which shows from `visibleFrom` on.
    synchronized void delegate(List<String> names, Instant now, Instant visibleFrom) {
        settle(now);
        pending = Optional.of(new Pending(List.copyOf(names), visibleFrom));
        settle(now);
    }

    /// {@return the zone, if LiveDNS serves one at `now`}
    synchronized Optional<LiveZone> zone(Instant now) {
        settle(now);
        return zone;
    }

    /// {@return whether there was none and one was made}
    synchronized boolean openZone() {
        if (zone.isPresent()) {
            return false;
        }
        zone = Optional.of(newZone.get());
        return true;
    }

    private void settle(Instant now) {
        if (pending.isPresent() && !now.isBefore(pending.get().visibleFrom())) {
            nameServers = pending.get().nameServers();
            pending = Optional.empty();
            if (NameServers.kind(nameServers).equals("livedns")) {
                openZone();
            }
        }
    }
}
