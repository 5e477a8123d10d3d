package cadastre.testkit;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Zone;
import cadastre.provider.DnsProvider;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import cadastre.provider.Reason;
import cadastre.provider.Registrar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A provider and registrar in memory, which fails when told to. For tests of what stands above providers.
///
/// Safe for use by several threads.
public final class MemoryProvider implements DnsProvider, Registrar {
    /// What happens to the next call instead of what was asked.
    ///
    /// @param reason  why it fails
    /// @param carried whether it is carried out all the same
    private record Mishap(Reason reason, boolean carried) {}

    private final Map<Name, Map<RRset.Key, RRset>> zones = new TreeMap<>();
    private final Map<Name, List<String>> delegations = new TreeMap<>();
    private final Deque<Mishap> mishaps = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();

    /// Makes `zone` what it holds.
    public synchronized void hold(Zone zone) {
        Map<RRset.Key, RRset> rrsets = new LinkedHashMap<>();
        zone.rrsets().forEach(rrset -> rrsets.put(rrset.key(), rrset));
        zones.put(zone.apex(), rrsets);
    }

    /// {@return what it holds of `apex`}
    public synchronized Zone zone(Name apex) {
        return Zone.of(apex, zones.getOrDefault(apex, Map.of()).values());
    }

    /// Lets the next call fail for `reason`; nothing is carried out.
    public synchronized void failNext(Reason reason) {
        mishaps.add(new Mishap(reason, false));
    }

    /// Carries the next call out and loses its answer.
    public synchronized void loseNextAnswer() {
        mishaps.add(new Mishap(new Reason.UnknownOutcome(), true));
    }

    /// {@return every call so far: verb and what it is about}
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    private void call(String what, Runnable effect) throws ProviderException {
        calls.add(what);
        Mishap mishap = mishaps.poll();
        if (mishap == null || mishap.carried()) {
            effect.run();
        }
        if (mishap != null) {
            throw new ProviderException("it failed as told", mishap.reason(), null);
        }
    }

    @Override
    public synchronized List<Name> zones() throws ProviderException {
        call("list", () -> {});
        return List.copyOf(zones.keySet());
    }

    @Override
    public synchronized Reading read(Name apex) throws ProviderException {
        call("read " + apex, () -> {});
        if (!zones.containsKey(apex)) {
            throw new ProviderException("no such zone", new Reason.NotFound(Reason.Missing.ZONE), null);
        }
        Zone zone = zone(apex);
        List<ResourceRecord> records = zone.rrsets().stream()
                .flatMap(rrset -> rrset.records().stream())
                .toList();
        return new Reading(zone, records, List.of());
    }

    @Override
    public synchronized List<String> nameServers(Name name) throws ProviderException {
        call("name servers " + name, () -> {});
        return delegations.getOrDefault(name, List.of());
    }

    @Override
    public synchronized void put(Name apex, RRset rrset) throws ProviderException {
        call("put " + rrset.key(), () -> rrsets(apex).put(rrset.key(), rrset));
    }

    @Override
    public synchronized void remove(Name apex, RRset.Key key) throws ProviderException {
        call("remove " + key, () -> rrsets(apex).remove(key));
    }

    @Override
    public synchronized void replaceName(Name apex, Name owner, List<RRset> rrsets) throws ProviderException {
        call("put name " + owner, () -> {
            rrsets(apex).keySet().removeIf(key -> key.owner().equals(owner));
            rrsets.forEach(rrset -> rrsets(apex).put(rrset.key(), rrset));
        });
    }

    @Override
    public boolean isSigned(Name apex) {
        return false;
    }

    @Override
    public synchronized void delegate(Name name, List<String> nameServers) throws ProviderException {
        call("delegate " + name, () -> delegations.put(name, List.copyOf(nameServers)));
    }

    private Map<RRset.Key, RRset> rrsets(Name apex) {
        return zones.computeIfAbsent(apex, _ -> new LinkedHashMap<>());
    }
}
