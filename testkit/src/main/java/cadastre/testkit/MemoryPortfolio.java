package cadastre.testkit;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.provider.Capability;
import cadastre.provider.DnsProvider;
import cadastre.provider.Introspection;
import cadastre.provider.ListPage;
import cadastre.provider.ListedRegistration;
import cadastre.provider.Milestone;
import cadastre.provider.Organization;
import cadastre.provider.Portfolio;
import cadastre.provider.Privacy;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import cadastre.provider.Reason;
import cadastre.provider.RegistrationDetail;
import cadastre.provider.ServedBy;
import cadastre.provider.Snapshot;
import cadastre.provider.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// A registrar in memory, with the zones of what it holds, which fails and changes when told to.
///
/// Calls are named `introspect`, `organizations`, `list 1`, `detail example.com.`, `read example.com.`,
/// `snapshots example.com.` and so on. Safe for use by several threads.
public final class MemoryPortfolio implements Portfolio, DnsProvider, Snapshots {
    /// When everything that it holds was registered.
    public static final Instant REGISTERED = Instant.parse("2020-01-01T00:00:00Z");

    /// The organization that holds everything.
    public static final Organization ORGANIZATION = new Organization("org-1", "example-org", "company");

    private static final Introspection ALIVE = new Introspection(
            Optional.of("ops"),
            EnumSet.allOf(Capability.class),
            List.of("domain:view", "domain:renew", "domain:tech"),
            List.of(ORGANIZATION),
            List.of(),
            Optional.of(Duration.ofDays(300)));

    private final Map<Name, ListedRegistration> registrations = new TreeMap<>();
    private final MemoryProvider zones = new MemoryProvider();
    private final Map<Name, List<Snapshot>> snapshots = new HashMap<>();
    private final Map<String, Zone> kept = new HashMap<>();
    private final Map<String, Reason> failures = new HashMap<>();
    private final Map<String, Runnable> before = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final int pageLength;
    private Optional<Introspection> introspection = Optional.of(ALIVE);
    private boolean saysTotal = true;

    /// An empty one.
    ///
    /// @param pageLength how many registrations a page of its list has
    public MemoryPortfolio(int pageLength) {
        this.pageLength = pageLength;
    }

    /// Makes it hold a registration that LiveDNS serves, and its zone.
    public void hold(Zone zone) {
        hold(zone.apex(), ServedBy.LIVEDNS);
        zones.hold(zone);
    }

    /// Makes it hold a registration.
    public void hold(Name name, ServedBy servedBy) {
        hold(new ListedRegistration(
                name,
                servedBy,
                servedBy == ServedBy.CUSTOM ? List.of("ns1.example.net", "ns2.example.net") : List.of(),
                true,
                List.of("clientTransferProhibited"),
                List.of(),
                Map.of(Milestone.REGISTERED, REGISTERED, Milestone.ENDS, REGISTERED.plus(Duration.ofDays(3653))),
                "ada",
                ORGANIZATION.name(),
                "Ada Example"));
    }

    /// Makes it hold a registration with those facts.
    public synchronized void hold(ListedRegistration registration) {
        registrations.put(registration.name(), registration);
    }

    /// Makes it hold a registration, or its zone, no longer.
    public synchronized void drop(Name name) {
        registrations.remove(name);
    }

    /// Changes a zone as somebody else would.
    public void change(Zone zone) {
        zones.hold(zone);
    }

    /// Lets a call fail from now on.
    public synchronized void fail(String call, Reason reason) {
        failures.put(call, requireNonNull(reason, "reason is null"));
    }

    /// Lets nothing fail any more.
    public synchronized void heal() {
        failures.clear();
    }

    /// Lets something happen before the next such call, once.
    public synchronized void before(String call, Runnable what) {
        before.put(call, what);
    }

    /// Makes this what the credential says about itself; empty if it says nothing.
    public synchronized void says(Optional<Introspection> other) {
        introspection = other;
    }

    /// {@return what a credential says that may do no more than that}
    public static Introspection capableOf(Capability... capabilities) {
        return new Introspection(
                ALIVE.name(),
                List.of(capabilities).isEmpty()
                        ? EnumSet.noneOf(Capability.class)
                        : EnumSet.copyOf(List.of(capabilities)),
                List.of(),
                ALIVE.organizations(),
                List.of(),
                ALIVE.expiresIn());
    }

    /// Lets pages say no total.
    public synchronized void hideTotal() {
        saysTotal = false;
    }

    /// {@return every call so far}
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    private void call(String call) throws ProviderException {
        Runnable first;
        Reason reason;
        synchronized (this) {
            calls.add(call);
            first = before.remove(call);
            reason = failures.get(call);
        }
        if (first != null) {
            first.run();
        }
        if (reason != null) {
            throw new ProviderException("it failed as told", reason, null);
        }
    }

    @Override
    public Optional<Introspection> introspect() throws ProviderException {
        call("introspect");
        return introspection;
    }

    @Override
    public List<Organization> organizations() throws ProviderException {
        call("organizations");
        return List.of(ORGANIZATION);
    }

    @Override
    public ListPage list(int number) throws ProviderException {
        call("list " + number);
        synchronized (this) {
            List<ListedRegistration> all = List.copyOf(registrations.values());
            int from = Math.min((number - 1) * pageLength, all.size());
            int to = Math.min(from + pageLength, all.size());
            return new ListPage(
                    all.subList(from, to),
                    saysTotal ? OptionalInt.of(all.size()) : OptionalInt.empty(),
                    to == all.size());
        }
    }

    @Override
    public RegistrationDetail detail(Name name) throws ProviderException {
        call("detail " + name);
        ListedRegistration listed;
        synchronized (this) {
            listed = registrations.get(name);
        }
        if (listed == null) {
            throw new ProviderException("no such registration", new Reason.NotFound(Reason.Missing.REGISTRATION), null);
        }
        boolean live = listed.servedBy() == ServedBy.LIVEDNS;
        return new RegistrationDetail(
                name,
                listed.servedBy(),
                live ? List.of("ns-1-a.gandi.net", "ns-2-b.gandi.net", "ns-3-c.gandi.net") : listed.nameServers(),
                listed.autoRenew(),
                listed.status(),
                listed.tags(),
                live ? List.of("gandilivedns") : List.of(),
                listed.dates(),
                Optional.of(ORGANIZATION),
                true,
                new Privacy(Optional.of(true), Optional.of(false)));
    }

    @Override
    public List<Name> zones() throws ProviderException {
        return zones.zones();
    }

    @Override
    public Reading read(Name apex) throws ProviderException {
        call("read " + apex);
        return zones.read(apex);
    }

    @Override
    public List<String> nameServers(Name apex) throws ProviderException {
        return detail(apex).nameServers();
    }

    @Override
    public void put(Name apex, RRset rrset) throws ProviderException {
        call("put " + rrset.key());
        zones.put(apex, rrset);
    }

    @Override
    public void remove(Name apex, RRset.Key key) throws ProviderException {
        call("remove " + key);
        zones.remove(apex, key);
    }

    @Override
    public void replaceName(Name apex, Name owner, List<RRset> rrsets) throws ProviderException {
        call("put name " + owner);
        zones.replaceName(apex, owner, rrsets);
    }

    @Override
    public boolean isSigned(Name apex) {
        return false;
    }

    @Override
    public List<Snapshot> snapshots(Name apex) throws ProviderException {
        call("snapshots " + apex);
        synchronized (this) {
            return List.copyOf(snapshots.getOrDefault(apex, List.of()));
        }
    }

    @Override
    public Zone snapshot(Name apex, String id) throws ProviderException {
        call("snapshot " + apex);
        synchronized (this) {
            Zone zone = kept.get(id);
            if (zone == null) {
                throw new ProviderException("no such snapshot", new Reason.NotFound(Reason.Missing.SNAPSHOT), null);
            }
            return zone;
        }
    }

    @Override
    public String takeSnapshot(Name apex, String name) throws ProviderException {
        call("take snapshot " + apex);
        Zone zone = zones.zone(apex);
        synchronized (this) {
            String id = "snapshot-" + (kept.size() + 1);
            kept.put(id, zone);
            List<Snapshot> all = new ArrayList<>(snapshots.getOrDefault(apex, List.of()));
            all.addFirst(new Snapshot(id, name, REGISTERED.plusSeconds(kept.size()), false));
            snapshots.put(apex, all);
            return id;
        }
    }

    @Override
    public void renameSnapshot(Name apex, String id, String name) throws ProviderException {
        call("rename snapshot " + apex);
        synchronized (this) {
            snapshots.computeIfPresent(
                    apex,
                    (_, all) -> all.stream()
                            .map(one ->
                                    one.id().equals(id) ? new Snapshot(id, name, one.takenAt(), one.automatic()) : one)
                            .toList());
        }
    }

    @Override
    public void deleteSnapshot(Name apex, String id) throws ProviderException {
        call("delete snapshot " + apex);
        synchronized (this) {
            kept.remove(id);
            snapshots.computeIfPresent(
                    apex,
                    (_, all) -> all.stream().filter(one -> !one.id().equals(id)).toList());
        }
    }
}
