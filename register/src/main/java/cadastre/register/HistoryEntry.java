package cadastre.register;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import java.time.Instant;

/// One line of the history.
///
/// @param number  counts the lines that are kept together; a later line has a greater number
/// @param holding whose line it is
/// @param name    its registered name
/// @param at      when it was seen, which is after it happened
/// @param moved   what, and who is behind it
public record HistoryEntry(long number, Holding.Id holding, Name name, Instant at, Comparison.Moved moved) {
    /// None may be null.
    public HistoryEntry {
        requireNonNull(holding, "holding is null");
        requireNonNull(name, "name is null");
        requireNonNull(at, "at is null");
        requireNonNull(moved, "moved is null");
    }
}
