package cadastre.emulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;

/// The snapshots of one zone. They share with each other and with the zone whatever did not change.
///
/// Kept are not states but the ways back: for each snapshot what the RRsets were that have changed between it and
/// the next one (or now). So a snapshot costs what was changed after it, not what the zone holds. Its state is
/// found by going back from now, one snapshot after the other.
///
/// Not thread-safe: the zone guards it.
final class SnapshotChain {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);

    private final String zone;
    private final int mostAutomatic;
    private final List<Link> links = new ArrayList<>();
    private int taken;

    /// A snapshot without what it holds.
    ///
    /// @param id a UUID
    record Kept(String id, String name, Instant createdAt, boolean automatic) {}

    /// @param back what the RRsets were that have changed since; nothing for one that was not there
    record Link(Kept kept, Map<RrsetKey, Optional<StoredRrset>> back) {}

    /// All of it at one moment.
    ///
    /// @param taken how many there ever were
    record Held(int taken, List<Link> links) {}

    /// @param zone          its name, of which ids are made: the same ones in each run
    /// @param mostAutomatic how many that nobody asked for are kept
    SnapshotChain(String zone, int mostAutomatic) {
        this.zone = zone;
        this.mostAutomatic = mostAutomatic;
    }

    Held held() {
        return new Held(
                taken,
                links.stream()
                        .map(link -> new Link(link.kept(), new TreeMap<>(link.back())))
                        .toList());
    }

    /// Adds what was kept to a chain that was just made.
    void restore(Held held) {
        taken = held.taken();
        held.links().forEach(link -> links.add(new Link(link.kept(), new HashMap<>(link.back()))));
    }

    /// {@return those there are, the oldest first}
    List<Kept> all() {
        return links.stream().map(Link::kept).toList();
    }

    /// Takes one of what is now.
    ///
    /// @param name or nothing, then it is called after the day and a number
    Kept take(Optional<String> name, Instant now, boolean automatic) {
        taken++;
        String id = UUID.nameUUIDFromBytes(("snapshot/" + zone + "/" + taken).getBytes(StandardCharsets.UTF_8))
                .toString();
        Kept kept = new Kept(id, name.orElseGet(() -> DAY.format(now) + " " + taken), now, automatic);
        links.add(new Link(kept, new HashMap<>()));
        if (automatic) {
            forgetOldest();
        }
        return kept;
    }

    private void forgetOldest() {
        List<Kept> automatic = all().stream().filter(Kept::automatic).toList();
        if (automatic.size() > mostAutomatic) {
            delete(automatic.getFirst().id());
        }
    }

    /// {@return what leads from `after` back to `before`: both hold all that a change touches, and may hold more}
    static Map<RrsetKey, Optional<StoredRrset>> way(Collection<StoredRrset> before, Collection<StoredRrset> after) {
        Map<RrsetKey, Optional<StoredRrset>> back = new HashMap<>();
        before.forEach(rrset -> back.put(RrsetKey.of(rrset), Optional.of(rrset)));
        for (StoredRrset rrset : after) {
            RrsetKey key = RrsetKey.of(rrset);
            if (back.getOrDefault(key, Optional.empty()).filter(rrset::equals).isPresent()) {
                back.remove(key);
            } else {
                back.putIfAbsent(key, Optional.empty());
            }
        }
        return back;
    }

    /// Notes the way back of a change that is about to happen. The first that is noted since the last snapshot
    /// counts.
    void note(Map<RrsetKey, Optional<StoredRrset>> back) {
        if (!links.isEmpty()) {
            back.forEach(links.getLast().back()::putIfAbsent);
        }
    }

    Optional<Kept> find(String id) {
        return all().stream().filter(kept -> kept.id().equals(id)).findFirst();
    }

    /// {@return what the snapshot holds, in the order of lists, or nothing if there is none}
    ///
    /// @param current what the zone holds now
    Optional<List<StoredRrset>> rrsets(String id, NavigableMap<RrsetKey, StoredRrset> current) {
        OptionalInt place = place(id);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        NavigableMap<RrsetKey, StoredRrset> state = new TreeMap<>(current);
        for (int i = links.size() - 1; i >= place.getAsInt(); i--) {
            links.get(i).back().forEach((key, old) -> {
                if (old.isPresent()) {
                    state.put(key, old.get());
                } else {
                    state.remove(key);
                }
            });
        }
        return Optional.of(List.copyOf(state.values()));
    }

    /// {@return whether there was one to be renamed}
    boolean rename(String id, String name) {
        OptionalInt place = place(id);
        if (place.isEmpty()) {
            return false;
        }
        Link old = links.get(place.getAsInt());
        Kept kept = old.kept();
        links.set(
                place.getAsInt(), new Link(new Kept(kept.id(), name, kept.createdAt(), kept.automatic()), old.back()));
        return true;
    }

    /// Deletes one; the way back to the one before it then leads from the one after it.
    ///
    /// @return whether there was one
    boolean delete(String id) {
        OptionalInt place = place(id);
        if (place.isEmpty()) {
            return false;
        }
        Link deleted = links.remove(place.getAsInt());
        if (place.getAsInt() > 0) {
            deleted.back().forEach(links.get(place.getAsInt() - 1).back()::putIfAbsent);
        }
        return true;
    }

    /// {@return how many RRsets are kept beside those of the zone}
    int cost() {
        return links.stream().mapToInt(link -> link.back().size()).sum();
    }

    private OptionalInt place(String id) {
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).kept().id().equals(id)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
