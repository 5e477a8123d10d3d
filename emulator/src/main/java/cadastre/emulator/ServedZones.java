package cadastre.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/// The zones of the emulated Gandi as name servers see them. Thread-safe.
final class ServedZones {
    private final Registry registry;
    private final InstantSource clock;

    /// What was made of a version of a zone, by the zone; the versions that different servers see are few.
    private final Map<LiveZone, Map<Long, ServedZone>> made = new ConcurrentHashMap<>();

    private static final int MOST_VERSIONS = 4;

    ServedZones(Registry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Registry registry() {
        return registry;
    }

    /// A domain and its zone.
    record Of(Domain domain, ServedZone zone) {}

    /// {@return the zone that knows of a name: the longest one, and for a DS the one above its apex}
    ///
    /// @param delay how much later than they happened changes are seen
    Optional<Of> find(Name name, int type, Duration delay) {
        Optional<Of> zone = search(name, delay);
        if (type == Type.DS
                && name.labels() > 1
                && zone.filter(one -> one.zone().apex().equals(name)).isPresent()) {
            return search(new Name(name, 1), delay).or(() -> zone);
        }
        return zone;
    }

    private Optional<Of> search(Name name, Duration delay) {
        for (Name here = name; here.labels() > 1; here = new Name(here, 1)) {
            Optional<Of> zone = registry.domain(fqdn(here)).flatMap(domain -> of(domain, delay));
            if (zone.isPresent()) {
                return zone;
            }
        }
        return Optional.empty();
    }

    /// {@return the domain of which a name is, or is below, whether LiveDNS serves it or not}
    Optional<Domain> domain(Name name) {
        for (Name here = name; here.labels() > 1; here = new Name(here, 1)) {
            Optional<Domain> domain = registry.domain(fqdn(here));
            if (domain.isPresent()) {
                return domain;
            }
        }
        return Optional.empty();
    }

    private static String fqdn(Name name) {
        return name.canonicalize().toString(true);
    }

    private Optional<Of> of(Domain domain, Duration delay) {
        return domain.zone(now()).map(zone -> new Of(domain, served(domain, zone, delay)));
    }

    private ServedZone served(Domain domain, LiveZone zone, Duration delay) {
        Instant until = now().minus(delay);
        long serial = zone.serial(until);
        Map<Long, ServedZone> versions = made.computeIfAbsent(zone, _ -> new ConcurrentHashMap<>());
        ServedZone known = versions.get(serial);
        if (known != null) {
            return known;
        }
        LiveZone.State state = zone.state(until);
        ServedZone served =
                new ServedZone(cadastre.dns.Name.of(domain.fqdn()), state, NameServers.liveDns(domain.fqdn()));
        if (versions.size() >= MOST_VERSIONS) {
            versions.clear();
        }
        versions.put(state.serial(), served);
        return served;
    }
}
