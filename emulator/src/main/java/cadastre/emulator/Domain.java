package cadastre.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// A domain held at Gandi: its registration, and its zone if LiveDNS serves one. Thread-safe.
///
/// What the registry holds changes some time after it was asked for; until then the old state shows. It settles
/// when it is looked at.
final class Domain {
    private final String fqdn;
    private final String unicode;
    private final Organization organization;
    private final ZoneKeys keys;
    private final DomainServices services = new DomainServices();
    private final NewZone newZone;
    /// What the registry is about to do, by what it concerns.
    private final Map<String, Pending> pending = new LinkedHashMap<>();
    /// Glue: the addresses of hosts, by their names relative to the domain.
    private final Map<String, List<String>> hosts = new TreeMap<>();

    private DomainFacts facts;
    private List<RegistryKey> registryKeys;
    private int lastKeyId;
    private List<String> nameServers;
    private Optional<LiveZone> zone;

    /// What the registry was asked for.
    ///
    /// @param visibleFrom when it shows
    record Pending(Instant visibleFrom, RegistryChange change) {}

    /// All of a domain that can change, at one moment.
    ///
    /// @param lastKeyId the last id that a key at the registry has had
    /// @param pending   in the order in which it was asked for
    record Held(
            DomainFacts facts,
            List<String> nameServers,
            List<RegistryKey> registryKeys,
            int lastKeyId,
            Map<String, List<String>> hosts,
            List<Pending> pending,
            ZoneKeys.Held keys,
            Optional<LiveZone.Held> zone,
            DomainServices.Held services) {}

    /// What of a domain concerns the DNS.
    ///
    /// @param zone    its zone at LiveDNS, or nothing
    /// @param newZone how the zone is made that appears when the domain moves to LiveDNS
    record Dns(
            List<String> nameServers,
            Optional<LiveZone> zone,
            ZoneKeys keys,
            List<RegistryKey> registryKeys,
            NewZone newZone) {}

    Domain(String fqdn, String unicode, Organization organization, DomainFacts facts, Dns dns) {
        this.fqdn = fqdn;
        this.unicode = unicode;
        this.organization = organization;
        this.facts = facts;
        this.keys = dns.keys();
        this.registryKeys = List.copyOf(dns.registryKeys());
        this.lastKeyId = registryKeys.size();
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

    synchronized DomainFacts facts() {
        return facts;
    }

    /// The keys with which LiveDNS signs its zone.
    ZoneKeys keys() {
        return keys;
    }

    DomainServices services() {
        return services;
    }

    synchronized List<RegistryKey> registryKeys() {
        return registryKeys;
    }

    /// {@return an id that no key at the registry has had, nor one that is asked for}
    synchronized int newKeyId() {
        lastKeyId++;
        return lastKeyId;
    }

    /// {@return the addresses of hosts below it that the registry knows, by their names relative to it}
    synchronized Map<String, List<String>> hosts() {
        return new TreeMap<>(hosts);
    }

    /// @param ips none to take the host away
    private void setHost(String name, List<String> ips) {
        if (ips.isEmpty()) {
            hosts.remove(name);
        } else {
            hosts.put(name, List.copyOf(ips));
        }
    }

    /// {@return whether the DNS or the registry knows a key for it}
    synchronized boolean isSigned() {
        return keys.isInUse() || !registryKeys.isEmpty();
    }

    /// Changes what Gandi itself keeps, at once.
    synchronized void change(UnaryOperator<DomainFacts> change, Instant now) {
        facts = change.apply(facts).updated(now);
    }

    /// {@return the delegation as the registry shows it at `now`: the old one while a change is pending}
    synchronized List<String> nameServers(Instant now) {
        settle(now);
        return nameServers;
    }

    /// Asks the registry for another delegation, which shows from `visibleFrom` on.
    synchronized void delegate(List<String> names, Instant now, Instant visibleFrom) {
        later(new RegistryChange.Delegation(names), now, visibleFrom);
    }

    private void move(List<String> names) {
        nameServers = names;
        if (NameServers.kind(names).equals("livedns")) {
            openZone();
        }
    }

    /// Asks the registry for a change, which shows from `visibleFrom` on. One that is pending and concerns the
    /// same is given up.
    synchronized void later(RegistryChange change, Instant now, Instant visibleFrom) {
        settle(now);
        pending.remove(change.subject());
        pending.put(change.subject(), new Pending(visibleFrom, change));
        settle(now);
    }

    /// {@return whether a change that concerns this is pending at `now`}
    synchronized boolean isPending(String subject, Instant now) {
        settle(now);
        return pending.containsKey(subject);
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
        zone = Optional.of(newZone.standard());
        return true;
    }

    /// Makes a zone that holds these from the beginning.
    ///
    /// @return whether there was none and one was made
    synchronized boolean openZone(List<StoredRrset> rrsets) throws ZoneConflict {
        if (zone.isPresent()) {
            return false;
        }
        LiveZone fresh = newZone.standard();
        boolean snapshotting = fresh.isSnapshotting();
        fresh.setSnapshotting(false);
        fresh.replaceAll(rrsets);
        fresh.setSnapshotting(snapshotting);
        zone = Optional.of(fresh);
        return true;
    }

    /// Carries out what is due at `now`.
    synchronized void settle(Instant now) {
        List<Pending> due = new ArrayList<>();
        for (Iterator<Pending> all = pending.values().iterator(); all.hasNext(); ) {
            Pending one = all.next();
            if (!now.isBefore(one.visibleFrom())) {
                due.add(one);
                all.remove();
            }
        }
        due.forEach(one -> carryOut(one.change()));
        if (!due.isEmpty()) {
            facts = facts.updated(due.getLast().visibleFrom());
        }
    }

    private void carryOut(RegistryChange change) {
        switch (change) {
            case RegistryChange.Delegation(List<String> names) -> move(names);
            case RegistryChange.Lock(boolean locked) -> facts = facts.locked(locked);
            case RegistryChange.Owner(DomainFacts.Contact contact) -> facts = facts.withOwner(contact);
            case RegistryChange.Renewal(int years) -> facts = facts.renewed(years);
            case RegistryChange.Signing _ -> keys.activate();
            case RegistryChange.Unsigning _ -> keys.deactivate();
            case RegistryChange.Host(String name, List<String> ips) -> setHost(name, ips);
            case RegistryChange.KeyAdded(RegistryKey key) -> {
                List<RegistryKey> more = new ArrayList<>(registryKeys);
                more.add(key);
                registryKeys = List.copyOf(more);
            }
            case RegistryChange.KeyRemoved(int id) ->
                registryKeys =
                        registryKeys.stream().filter(key -> key.id() != id).toList();
            case RegistryChange.KeysReplaced(List<RegistryKey> others) -> registryKeys = others;
        }
    }

    /// {@return all of it that can change; what is pending stays pending, even if it is due}
    synchronized Held held() {
        return new Held(
                facts,
                nameServers,
                registryKeys,
                lastKeyId,
                new TreeMap<>(hosts),
                List.copyOf(pending.values()),
                keys.held(),
                zone.map(LiveZone::held),
                services.held());
    }

    /// {@return how its zones are made}
    NewZone newZone() {
        return newZone;
    }

    /// Adds to a domain, which was just made of the rest, what [#held] says beside that.
    synchronized void restore(Held held) {
        lastKeyId = held.lastKeyId();
        hosts.putAll(held.hosts());
        held.pending().forEach(one -> pending.put(one.change().subject(), one));
        services.restore(held.services());
    }
}
