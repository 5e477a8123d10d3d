package cadastre.lookup;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import java.util.List;
import java.util.OptionalLong;

/// What name servers serve of RRsets that changed: a row for each server, a cell for each RRset.
///
/// @param apex of the zone
/// @param rows in the order in which the servers were given
public record Matrix(Name apex, List<Row> rows) {
    /// The list is copied.
    public Matrix {
        requireNonNull(apex, "apex is null");
        rows = List.copyOf(rows);
    }

    /// What one server serves.
    ///
    /// @param server the server
    /// @param zone   its answer to the question for the SOA
    /// @param cells  in the order in which the RRsets were given
    public record Row(NameServer server, Answer zone, List<Cell> cells) {
        /// The list is copied.
        public Row {
            requireNonNull(server, "server is null");
            requireNonNull(zone, "zone is null");
            cells = List.copyOf(cells);
        }

        /// {@return the serial it serves the zone with, if it told}
        public OptionalLong serial() {
            return zone.zoneSerial();
        }
    }

    /// What one server serves of one RRset.
    ///
    /// @param rrset  what is followed
    /// @param seen   what it amounts to
    /// @param answer what the server said
    public record Cell(Watched rrset, Seen seen, Answer answer) {
        /// None may be null.
        public Cell {
            requireNonNull(rrset, "rrset is null");
            requireNonNull(seen, "seen is null");
            requireNonNull(answer, "answer is null");
        }
    }

    /// {@return whether every server serves what is wanted; types that are never served do not count}
    public boolean isComplete() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .allMatch(cell -> cell.seen() == Seen.NEW || cell.seen() == Seen.NEVER_SERVED);
    }

    /// {@return in how many cells that is seen}
    public long count(Seen seen) {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.seen() == seen)
                .count();
    }
}
