package cadastre.plan;

import static java.util.Objects.requireNonNull;

import cadastre.dns.RRset;
import java.util.Optional;

/// The difference of one RRset between what is and what shall be.
///
/// Owner names are spelled as the zone that was read spells them, where it has the name.
public sealed interface Change {
    /// An RRset that is not there yet.
    ///
    /// @param rrset what shall be
    record Add(RRset rrset) implements Change {
        /// It may not be null.
        public Add {
            requireNonNull(rrset, "rrset is null");
        }
    }

    /// An RRset that is there with another TTL or other RDATA.
    ///
    /// @param from what is
    /// @param to   what shall be; the same owner name and type
    record Replace(RRset from, RRset to) implements Change {
        /// @throws IllegalArgumentException if they are not of one owner name and type, or equal
        public Replace {
            if (!from.key().equals(to.key())) {
                throw new IllegalArgumentException(from.key() + " is not " + to.key());
            }
            if (from.equals(to)) {
                throw new IllegalArgumentException(from.key() + " does not change");
            }
        }
    }

    /// An RRset that shall go.
    ///
    /// @param rrset what is
    record Remove(RRset rrset) implements Change {
        /// It may not be null.
        public Remove {
            requireNonNull(rrset, "rrset is null");
        }
    }

    /// {@return owner name and type of the RRset}
    default RRset.Key key() {
        return switch (this) {
            case Add(RRset rrset) -> rrset.key();
            case Replace(var _, RRset to) -> to.key();
            case Remove(RRset rrset) -> rrset.key();
        };
    }

    /// {@return what is now, if anything}
    default Optional<RRset> before() {
        return switch (this) {
            case Add _ -> Optional.empty();
            case Replace(RRset from, var _) -> Optional.of(from);
            case Remove(RRset rrset) -> Optional.of(rrset);
        };
    }

    /// {@return what shall be, if anything}
    default Optional<RRset> after() {
        return switch (this) {
            case Add(RRset rrset) -> Optional.of(rrset);
            case Replace(var _, RRset to) -> Optional.of(to);
            case Remove _ -> Optional.empty();
        };
    }
}
