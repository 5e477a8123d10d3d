package cadastre.plan;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import java.util.List;
import java.util.Optional;

/// One request that changes a zone. Each leaves the zone with the whole of an RRset (or of a name): repeating it does
/// no harm.
public sealed interface Write {
    /// Makes an RRset as given, whether it exists or not.
    ///
    /// @param rrset what shall be
    record Put(RRset rrset) implements Write {
        /// It may not be null.
        public Put {
            requireNonNull(rrset, "rrset is null");
        }
    }

    /// Makes everything at a name as given: types that are not named go. For types that may not stand beside each
    /// other, so
    /// that the name never stops answering.
    ///
    /// @param owner  the owner name, in its stored spelling
    /// @param rrsets all that shall be there, at least one
    record PutName(Name owner, List<RRset> rrsets) implements Write {
        /// @throws IllegalArgumentException if there is none, or one of another name
        public PutName {
            rrsets = List.copyOf(rrsets);
            if (rrsets.isEmpty()) {
                throw new IllegalArgumentException("a name is not emptied by putting nothing there");
            }
            for (RRset rrset : rrsets) {
                if (!rrset.owner().equals(owner)) {
                    throw new IllegalArgumentException(rrset.owner() + " is not " + owner);
                }
            }
        }
    }

    /// Takes an RRset away.
    ///
    /// @param key owner name in its stored spelling, and type
    record Remove(RRset.Key key) implements Write {
        /// It may not be null.
        public Remove {
            requireNonNull(key, "key is null");
        }
    }

    /// Makes the whole zone as given: what is not in it goes.
    ///
    /// @param zone all that shall be there
    record PutZone(Zone zone) implements Write {
        /// It may not be null.
        public PutZone {
            requireNonNull(zone, "zone is null");
        }
    }

    /// {@return the owner name it touches; of a whole zone, its apex}
    default Name owner() {
        return switch (this) {
            case Put(RRset rrset) -> rrset.owner();
            case PutName(Name owner, var _) -> owner;
            case Remove(RRset.Key key) -> key.owner();
            case PutZone(Zone zone) -> zone.apex();
        };
    }

    /// {@return whether `zone` holds what this leaves there}
    default boolean isIn(Zone zone) {
        return switch (this) {
            case Put(RRset rrset) -> zone.rrset(rrset.key()).equals(Optional.of(rrset));
            case PutName(Name owner, List<RRset> rrsets) ->
                zone.rrsetsAt(owner).equals(Zone.of(zone.apex(), rrsets).rrsetsAt(owner));
            case Remove(RRset.Key key) -> zone.rrset(key).isEmpty();
            case PutZone(Zone whole) -> zone.equals(whole);
        };
    }
}
