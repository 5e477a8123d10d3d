package cadastre.register;

import cadastre.dns.Zone;
import java.time.Instant;
import java.util.Optional;

/// What was: every change that was seen, the newest first. Thread-safe.
public interface History {
    /// {@return some of what became of a holding}
    ///
    /// @param cursor of the slice before; empty for the newest
    /// @param limit  at least 1
    Slice<HistoryEntry> of(Holding.Id holding, Optional<String> cursor, int limit);

    /// {@return some of what became of all holdings}
    ///
    /// @param driftOnly whether only what was changed elsewhere is wanted
    Slice<HistoryEntry> all(boolean driftOnly, Optional<String> cursor, int limit);

    /// {@return the zone as it was known at an instant; empty if it was not known yet}
    Optional<Zone> zoneAt(Holding.Id holding, Instant instant);
}
