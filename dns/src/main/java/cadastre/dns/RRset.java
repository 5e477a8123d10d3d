package cadastre.dns;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The records of one owner name and type (the class is always IN): one TTL and a set of RDATA.
///
/// The RDATA are kept in canonical order (by canonical text), each once, so that two RRsets with the same data
/// are equal.
///
/// @rfc 2181 section 5
/// @param owner the owner name, spelled as it was written
/// @param type  the type of every RDATA in it
/// @param ttl   one for all
/// @param rdata at least one, in canonical order, each once
public record RRset(Name owner, RdataType type, Ttl ttl, List<Rdata> rdata) {
    /// @throws IllegalArgumentException if there is no RDATA, or one of another type
    public RRset {
        requireNonNull(owner, "owner is null");
        requireNonNull(type, "type is null");
        requireNonNull(ttl, "ttl is null");
        if (rdata.isEmpty()) {
            throw new IllegalArgumentException("an RRset holds at least one RDATA");
        }
        for (Rdata one : rdata) {
            if (!one.type().equals(type)) {
                throw new IllegalArgumentException("RDATA of type " + one.type() + " in an RRset of type " + type);
            }
        }
        rdata = rdata.size() == 1 ? List.copyOf(rdata) : canonical(rdata);
    }

    private static List<Rdata> canonical(List<Rdata> rdata) {
        SortedMap<String, Rdata> sorted = new TreeMap<>();
        for (Rdata one : rdata) {
            sorted.putIfAbsent(one.canonical(), one); // of equal ones the first gives the spelling
        }
        return List.copyOf(sorted.values());
    }

    /// What an RRset is called in its zone.
    ///
    /// @param owner compared without case
    /// @param type  its type
    public record Key(Name owner, RdataType type) implements Comparable<Key> {
        /// Neither may be null.
        public Key {
            requireNonNull(owner, "owner is null");
            requireNonNull(type, "type is null");
        }

        @Override
        public int compareTo(Key other) {
            int order = owner.compareTo(other.owner);
            return order != 0 ? order : type.compareTo(other.type);
        }

        @Override
        public String toString() {
            return owner + " " + type;
        }
    }

    /// {@return owner name and type}
    public Key key() {
        return new Key(owner, type);
    }

    /// {@return the same with another spelling of the owner name}
    ///
    /// @throws IllegalArgumentException if it is another name
    public RRset spelled(Name spelling) {
        if (!spelling.equals(owner)) {
            throw new IllegalArgumentException(spelling + " is not " + owner);
        }
        return new RRset(spelling, type, ttl, rdata);
    }

    /// {@return the same with another TTL}
    public RRset withTtl(Ttl other) {
        return new RRset(owner, type, other, rdata);
    }

    /// {@return its records, one for each RDATA}
    public List<ResourceRecord> records() {
        return rdata.stream().map(one -> new ResourceRecord(owner, ttl, one)).toList();
    }
}
