package cadastre.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The RRsets of one zone at LiveDNS. Each write happens completely or not at all; readers see the state between
/// two writes. Thread-safe.
///
/// The SOA and the apex NS that Gandi serves by itself are not in it. It keeps its snapshots; one that nobody asked
/// for is taken before each change, if that is switched on.
final class LiveZone {
    /// What a creation found.
    enum Creation {
        CREATED,
        SAME_VALUES,
        OTHER_VALUES
    }

    /// How long a version that is past can still be asked for, and how many of them are kept at most.
    static final Duration VERSIONS_KEPT = Duration.ofHours(1);

    private static final int MOST_VERSIONS = 1_000;

    private final InstantSource clock;
    private final ZoneRules rules;
    private NavigableMap<RrsetKey, StoredRrset> rrsets = new TreeMap<>();
    /// How many RRsets there are at a name, by the name in lower case and then as spelled.
    private Map<String, Spelled> spellings = new HashMap<>();

    private final SnapshotChain snapshots;
    private final Deque<Version> versions = new ArrayDeque<>();
    private boolean keepingVersions;
    private boolean snapshotting;
    private long serial;

    /// What a zone holds at one moment.
    record State(long serial, List<StoredRrset> rrsets) {}

    /// All of it at one moment.
    record Held(long serial, boolean snapshotting, List<StoredRrset> rrsets, SnapshotChain.Held snapshots) {}

    /// What the zone was, until it was changed.
    private record Version(Instant until, State state) {}

    private record Spelled(String name, int rrsets) {}

    /// An empty zone that takes no snapshots by itself yet.
    ///
    /// @param clock of whose seconds the serial is made
    LiveZone(ZoneRules rules, SnapshotChain snapshots, InstantSource clock) {
        this.rules = rules;
        this.snapshots = snapshots;
        this.clock = clock;
        this.serial = unixSeconds();
    }

    /// {@return serial and RRsets of the same moment. The serial is the Unix time of the last change, or one more
    /// than before if that was in the same second.}
    synchronized State state() {
        return new State(serial, List.copyOf(rrsets.values()));
    }

    /// {@return what the zone was at another moment, as far as it is kept}
    synchronized State state(Instant moment) {
        return version(moment).map(Version::state).orElseGet(this::state);
    }

    /// {@return the serial of [#state(Instant)]}
    synchronized long serial(Instant moment) {
        return version(moment).map(version -> version.state().serial()).orElse(serial);
    }

    private Optional<Version> version(Instant moment) {
        return versions.stream()
                .filter(version -> version.until().isAfter(moment))
                .findFirst();
    }

    /// Keeps from now on what the zone was before each change.
    synchronized void keepVersions() {
        keepingVersions = true;
    }

    synchronized Held held() {
        return new Held(serial, snapshotting, list(), snapshots.held());
    }

    /// Makes a zone that was just made what was kept.
    synchronized void restore(Held held) {
        serial = held.serial();
        snapshotting = held.snapshotting();
        held.rrsets().forEach(rrset -> add(rrsets, spellings, rrset));
        snapshots.restore(held.snapshots());
    }

    synchronized List<StoredRrset> list() {
        return List.copyOf(rrsets.values());
    }

    synchronized List<StoredRrset> at(String name) {
        return List.copyOf(range(rrsets, name).values());
    }

    synchronized Optional<StoredRrset> find(String name, String type) {
        return Optional.ofNullable(rrsets.get(new RrsetKey(name, type)));
    }

    /// Creates or replaces an RRset.
    synchronized void put(StoredRrset rrset) throws ZoneConflict {
        requireSpelling(spellings, rrset);
        List<StoredRrset> others = new ArrayList<>(range(rrsets, rrset.name()).values());
        others.removeIf(other -> other.type().equals(rrset.type()));
        rules.check(rrset, others);
        keep(find(rrset.name(), rrset.type()).stream().toList(), List.of(rrset));
        add(rrsets, spellings, rrset);
        changed();
    }

    /// Creates an RRset that must not exist.
    synchronized Creation create(StoredRrset rrset) throws ZoneConflict {
        StoredRrset existing = rrsets.get(RrsetKey.of(rrset));
        if (existing != null) {
            boolean same = existing.values().size() == rrset.values().size()
                    && existing.values().containsAll(rrset.values());
            return same ? Creation.SAME_VALUES : Creation.OTHER_VALUES;
        }
        put(rrset);
        return Creation.CREATED;
    }

    /// Makes `replacements`, which are all at `name`, all that there is at that name.
    synchronized void replaceName(String name, Collection<StoredRrset> replacements) throws ZoneConflict {
        Map<String, StoredRrset> byType = new HashMap<>();
        for (StoredRrset rrset : replacements) {
            requireSpelling(spellings, rrset);
            byType.put(rrset.type(), rrset);
        }
        for (StoredRrset rrset : byType.values()) {
            List<StoredRrset> others = new ArrayList<>(byType.values());
            others.remove(rrset);
            rules.check(rrset, others);
        }
        keep(range(rrsets, name).values(), byType.values());
        removeName(name);
        byType.values().forEach(rrset -> add(rrsets, spellings, rrset));
        changed();
    }

    /// Makes `replacements` all that there is.
    synchronized void replaceAll(Collection<StoredRrset> replacements) throws ZoneConflict {
        NavigableMap<RrsetKey, StoredRrset> fresh = new TreeMap<>();
        Map<String, Spelled> freshSpellings = new HashMap<>();
        for (StoredRrset rrset : replacements) {
            requireSpelling(freshSpellings, rrset);
            add(fresh, freshSpellings, rrset);
        }
        for (StoredRrset rrset : fresh.values()) {
            List<StoredRrset> others =
                    new ArrayList<>(range(fresh, rrset.name()).values());
            others.remove(rrset);
            rules.check(rrset, others);
        }
        keep(rrsets.values(), fresh.values());
        rrsets = fresh;
        spellings = freshSpellings;
        changed();
    }

    synchronized void remove(String name, String type) {
        Optional<StoredRrset> removed = find(name, type);
        if (removed.isPresent()) {
            keep(List.of(removed.get()), List.of());
            rrsets.remove(new RrsetKey(name, type));
            forget(name, 1);
            changed();
        }
    }

    synchronized void remove(String name) {
        keep(range(rrsets, name).values(), List.of());
        if (removeName(name) > 0) {
            changed();
        }
    }

    synchronized void clear() {
        keep(rrsets.values(), List.of());
        rrsets.clear();
        spellings.clear();
        changed();
    }

    /// {@return whether a snapshot is taken before each change}
    synchronized boolean isSnapshotting() {
        return snapshotting;
    }

    synchronized void setSnapshotting(boolean wished) {
        snapshotting = wished;
    }

    /// {@return the snapshots, the oldest first}
    synchronized List<SnapshotChain.Kept> snapshots() {
        return snapshots.all();
    }

    synchronized SnapshotChain.Kept takeSnapshot(Optional<String> name) {
        return snapshots.take(name, now(), false);
    }

    /// Keeps what is now as a snapshot of another time. Times are given in their order.
    synchronized void keepSnapshot(String name, Instant createdAt, boolean automatic) {
        snapshots.take(Optional.of(name), createdAt, automatic);
    }

    /// {@return what a snapshot holds, or nothing if there is none}
    synchronized Optional<List<StoredRrset>> snapshotRrsets(String id) {
        return snapshots.rrsets(id, rrsets);
    }

    synchronized boolean renameSnapshot(String id, String name) {
        return snapshots.rename(id, name);
    }

    synchronized boolean deleteSnapshot(String id) {
        return snapshots.delete(id);
    }

    /// Called before anything changes, when it is sure to.
    private void keep(Collection<StoredRrset> before, Collection<StoredRrset> after) {
        Map<RrsetKey, Optional<StoredRrset>> back = SnapshotChain.way(before, after);
        if (keepingVersions && !back.isEmpty()) {
            keepVersion();
        }
        if (snapshotting && !back.isEmpty()) {
            snapshots.take(Optional.empty(), now(), true);
        }
        snapshots.note(back);
    }

    private Instant now() {
        return Instant.ofEpochSecond(unixSeconds());
    }

    private long unixSeconds() {
        return clock.instant().getEpochSecond();
    }

    private void keepVersion() {
        Instant now = clock.instant();
        versions.removeIf(version -> version.until().isBefore(now.minus(VERSIONS_KEPT)));
        if (versions.size() == MOST_VERSIONS) {
            versions.removeFirst();
        }
        versions.addLast(new Version(now, state()));
    }

    private void changed() {
        serial = Math.max(unixSeconds(), serial + 1);
    }

    private int removeName(String name) {
        NavigableMap<RrsetKey, StoredRrset> there = range(rrsets, name);
        int count = there.size();
        there.clear();
        forget(name, count);
        return count;
    }

    private void forget(String name, int count) {
        if (count == 0) {
            return; // the name may be there in another case
        }
        spellings.computeIfPresent(
                lower(name),
                (_, spelled) ->
                        spelled.rrsets() <= count ? null : new Spelled(spelled.name(), spelled.rrsets() - count));
    }

    private static void add(Map<RrsetKey, StoredRrset> rrsets, Map<String, Spelled> spellings, StoredRrset rrset) {
        if (rrsets.put(RrsetKey.of(rrset), rrset) == null) {
            spellings.merge(
                    lower(rrset.name()),
                    new Spelled(rrset.name(), 1),
                    (old, one) -> new Spelled(old.name(), old.rrsets() + one.rrsets()));
        }
    }

    private static void requireSpelling(Map<String, Spelled> spellings, StoredRrset rrset) throws ZoneConflict {
        Spelled spelled = spellings.get(lower(rrset.name()));
        if (spelled != null && !spelled.name().equals(rrset.name())) {
            throw ZoneConflict.caseVariant(rrset);
        }
    }

    private static NavigableMap<RrsetKey, StoredRrset> range(NavigableMap<RrsetKey, StoredRrset> rrsets, String name) {
        return rrsets.subMap(new RrsetKey(name, ""), true, new RrsetKey(name, "\uffff"), true);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
