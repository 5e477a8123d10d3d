package cadastre.console;

import cadastre.dns.Name;
import cadastre.lookup.Matrix;
import cadastre.lookup.Seen;
import java.util.ArrayList;
import java.util.List;

/// What the name servers serve of a change: a row for each RRset, a cell for each server.
///
/// @param servers their names
/// @param rows    in the order of the change
public record Served(List<String> servers, List<Row> rows) {
    /// The lists are copied.
    public Served {
        servers = List.copyOf(servers);
        rows = List.copyOf(rows);
    }

    /// One RRset.
    ///
    /// @param rrset owner name and type
    /// @param cells in the order of the servers
    public record Row(String rrset, List<Cell> cells) {
        /// The list is copied.
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// What one server serves of one RRset.
    ///
    /// @param words for people
    /// @param icon  its sign
    /// @param style `ok`, `old` or `no`
    public record Cell(String words, Icon icon, String style) {}

    static Served of(Matrix matrix) {
        List<String> servers = matrix.rows().stream()
                .map(row -> row.server().name().withoutDot())
                .toList();
        List<Row> rows = new ArrayList<>();
        int count =
                matrix.rows().isEmpty() ? 0 : matrix.rows().getFirst().cells().size();
        for (int i = 0; i < count; i++) {
            List<Cell> cells = new ArrayList<>();
            for (Matrix.Row server : matrix.rows()) {
                cells.add(cell(server.cells().get(i).seen()));
            }
            var key = matrix.rows().getFirst().cells().get(i).rrset().key();
            rows.add(new Row(owner(key.owner(), matrix.apex()) + " " + key.type(), cells));
        }
        return new Served(servers, rows);
    }

    private static String owner(Name owner, Name apex) {
        return RecordRow.owner(owner, apex);
    }

    private static Cell cell(Seen seen) {
        return switch (seen) {
            case NEW -> new Cell(seen.words(), Icon.CHECK, "ok");
            case OLD, GONE -> new Cell(seen.words(), Icon.TURN, "old");
            case OTHER, REFUSED, UNREACHABLE -> new Cell(seen.words(), Icon.WARNING, "no");
            case NEVER_SERVED -> new Cell(seen.words(), Icon.DOT, "");
        };
    }
}
