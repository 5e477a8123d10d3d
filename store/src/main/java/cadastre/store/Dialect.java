package cadastre.store;

import java.util.Map;

/// What differs between the databases we speak to.
///
/// @param placeholders what the migrations say differently, by the name under which they say it
record Dialect(Map<String, String> placeholders) {
    /// The list is copied.
    Dialect {
        placeholders = Map.copyOf(placeholders);
    }

    /// SQLite. A key that only grows (`autoincrement`) is never given twice, so that a number tells what came
    /// later.
    static final Dialect SQLITE = new Dialect(Map.of(
            "identity", "integer primary key autoincrement",
            "blob", "blob",
            "without_rowid", " without rowid"));
}
