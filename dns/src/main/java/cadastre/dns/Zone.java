package cadastre.dns;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.TreeMap;

/// The RRsets at and below an apex, in canonical order. Immutable and thread-safe.
///
/// What a provider hides (SOA, apex NS) is not in it, so a Zone is what can be read and written, not all that
/// is served.
///
/// @rfc 9499 section 7
public final class Zone {
    private final Name apex;
    private final NavigableMap<RRset.Key, RRset> rrsets;

    private Zone(Name apex, NavigableMap<RRset.Key, RRset> rrsets) {
        this.apex = apex;
        this.rrsets = rrsets;
    }

    /// {@return the zone of `rrsets`}
    ///
    /// @throws IllegalArgumentException if an owner name is outside `apex`, or two RRsets have the same owner
    /// name and type
    public static Zone of(Name apex, Collection<RRset> rrsets) {
        requireNonNull(apex, "apex is null");
        NavigableMap<RRset.Key, RRset> sorted = new TreeMap<>();
        for (RRset rrset : rrsets) {
            if (!rrset.owner().isAtOrBelow(apex)) {
                throw new IllegalArgumentException(rrset.owner() + " is outside " + apex);
            }
            if (sorted.put(rrset.key(), rrset) != null) {
                throw new IllegalArgumentException("two RRsets " + rrset.key());
            }
        }
        return new Zone(apex, sorted);
    }

    /// {@return the zone of `records`; within an RRset the smallest TTL and the first spelling of the owner
    /// name count}
    ///
    /// @throws IllegalArgumentException if an owner name is outside `apex`
    public static Zone ofRecords(Name apex, Collection<ResourceRecord> records) {
        Map<RRset.Key, List<ResourceRecord>> grouped = new LinkedHashMap<>();
        for (ResourceRecord record : records) {
            RRset.Key key = new RRset.Key(record.owner(), record.type());
            grouped.computeIfAbsent(key, _ -> new ArrayList<>()).add(record);
        }
        return of(apex, grouped.values().stream().map(Zone::rrset).toList());
    }

    private static RRset rrset(List<ResourceRecord> records) {
        ResourceRecord first = records.getFirst();
        Ttl smallest = first.ttl();
        List<Rdata> rdata = new ArrayList<>();
        for (ResourceRecord record : records) {
            rdata.add(record.rdata());
            smallest = record.ttl().compareTo(smallest) < 0 ? record.ttl() : smallest;
        }
        return new RRset(first.owner(), first.type(), smallest, rdata);
    }

    /// {@return the zone without any RRset}
    public static Zone empty(Name apex) {
        return of(apex, List.of());
    }

    /// {@return its apex}
    public Name apex() {
        return apex;
    }

    /// {@return its RRsets by owner name (canonical order), then type (by mnemonic)}
    public SequencedCollection<RRset> rrsets() {
        return Collections.unmodifiableSequencedCollection(rrsets.sequencedValues());
    }

    /// {@return the RRset of that name and type}
    public Optional<RRset> rrset(RRset.Key key) {
        return Optional.ofNullable(rrsets.get(key));
    }

    /// {@return the RRsets at `owner`, by type; empty if there is none}
    public List<RRset> rrsetsAt(Name owner) {
        // No stream: that of a part of a map counts the part first, which takes as long as the zone is large.
        List<RRset> found = new ArrayList<>();
        for (RRset rrset :
                rrsets.tailMap(new RRset.Key(owner, RdataType.FIRST), true).values()) {
            if (!rrset.owner().equals(owner)) {
                break;
            }
            found.add(rrset);
        }
        return List.copyOf(found);
    }

    /// {@return whether it holds nothing}
    public boolean isEmpty() {
        return rrsets.isEmpty();
    }

    /// {@return a digest of all it holds (SHA-256, 64 hexadecimal digits), the same for equal zones and no
    /// others}
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((apex.lowerCase() + "\n").getBytes(StandardCharsets.UTF_8));
            for (RRset rrset : rrsets.values()) {
                StringBuilder line = new StringBuilder()
                        .append(rrset.owner().lowerCase())
                        .append(' ')
                        .append(rrset.ttl().seconds())
                        .append(' ')
                        .append(rrset.type());
                for (Rdata rdata : rrset.rdata()) {
                    line.append("\n\t").append(rdata.canonical()); // no owner name starts with a tab
                }
                digest.update(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Zone that && apex.equals(that.apex) && rrsets.equals(that.rrsets);
    }

    @Override
    public int hashCode() {
        return 31 * apex.hashCode() + rrsets.hashCode();
    }

    @Override
    public String toString() {
        return apex + " (" + rrsets.size() + " RRsets)";
    }
}
