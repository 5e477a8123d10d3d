package cadastre.lookup;

import static java.util.Objects.requireNonNull;

import cadastre.dns.RRset;
import java.util.List;
import java.util.Optional;

/// An RRset whose change is followed.
///
/// @param key    what it is called
/// @param before what it was; nothing if there was none
/// @param after  what it is to be; nothing if it was taken away
public record Watched(RRset.Key key, Optional<RRset> before, Optional<RRset> after) {
    /// @throws IllegalArgumentException if one of the RRsets has another name or type
    public Watched {
        requireNonNull(key, "key is null");
        for (Optional<RRset> one : List.of(before, after)) {
            if (one.isPresent() && !one.get().key().equals(key)) {
                throw new IllegalArgumentException(one.get().key() + " is not " + key);
            }
        }
    }

    /// {@return an RRset that did not change, to see whether it is served}
    public static Watched still(RRset rrset) {
        return new Watched(rrset.key(), Optional.of(rrset), Optional.of(rrset));
    }

    /// {@return an RRset that there was not before}
    public static Watched added(RRset rrset) {
        return new Watched(rrset.key(), Optional.empty(), Optional.of(rrset));
    }

    /// {@return an RRset that was taken away}
    public static Watched removed(RRset rrset) {
        return new Watched(rrset.key(), Optional.of(rrset), Optional.empty());
    }
}
