package cadastre.register;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A registration as the inventory holds it: what is known of it, and of its zone, now.
///
/// @param id          what it is called in the inventory
/// @param integration through which it is seen
/// @param name        what is registered
/// @param facts       what the registrar tells
/// @param zone        how well its zone is known
/// @param firstSeenAt when it was first listed
/// @param seenAt      when it was last listed or asked for
/// @param detailedAt  when its own page was last read; empty if it never was
/// @param archivedAt  when it was found to be no longer there; empty while it is there
/// @param lastChange  the last change that the history knows
/// @param driftedAt   when a change elsewhere was last seen
public record Holding(
        Id id,
        Integration.Id integration,
        Name name,
        Facts facts,
        ZoneKnowledge zone,
        Instant firstSeenAt,
        Instant seenAt,
        Optional<Instant> detailedAt,
        Optional<Instant> archivedAt,
        Optional<LastChange> lastChange,
        Optional<Instant> driftedAt) {
    /// None may be null.
    public Holding {
        requireNonNull(id, "id is null");
        requireNonNull(integration, "integration is null");
        requireNonNull(name, "name is null");
        requireNonNull(facts, "facts is null");
        requireNonNull(zone, "zone is null");
        requireNonNull(firstSeenAt, "firstSeenAt is null");
        requireNonNull(seenAt, "seenAt is null");
        requireNonNull(detailedAt, "detailedAt is null");
        requireNonNull(archivedAt, "archivedAt is null");
        requireNonNull(lastChange, "lastChange is null");
        requireNonNull(driftedAt, "driftedAt is null");
    }

    /// What a holding is called in the inventory.
    ///
    /// @param number from 1
    public record Id(long number) {
        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    /// How well a zone is known.
    ///
    /// @param readAt   when it was last read whole; empty if it never was
    /// @param rrsets   how many RRsets it held then
    /// @param trouble  why it could not be read the last time; what is known from before stays
    /// @param warnings what its reader did not expect
    public record ZoneKnowledge(
            Optional<Instant> readAt, int rrsets, Optional<Trouble> trouble, List<String> warnings) {
        /// Nothing is known.
        public static final ZoneKnowledge NONE = new ZoneKnowledge(Optional.empty(), 0, Optional.empty(), List.of());

        /// The list is copied.
        public ZoneKnowledge {
            requireNonNull(readAt, "readAt is null");
            requireNonNull(trouble, "trouble is null");
            warnings = List.copyOf(warnings);
        }
    }

    /// The last change of a holding.
    ///
    /// @param at     when it was seen
    /// @param origin who is behind it
    public record LastChange(Instant at, Origin origin) {
        /// Neither may be null.
        public LastChange {
            requireNonNull(at, "at is null");
            requireNonNull(origin, "origin is null");
        }
    }

    /// {@return whether it is archived}
    public boolean isArchived() {
        return archivedAt.isPresent();
    }
}
