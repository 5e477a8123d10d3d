package cadastre.cli;

import java.util.List;

/// A flag of the command line.
///
/// @param names   without dashes, the long one first; a name of one letter is written with one dash
/// @param kind    what follows it
/// @param initial what it is when it is not given; empty for none
/// @param meaning what help says, one line
/// @param hidden  whether help keeps it to itself
record Flag(List<String> names, Kind kind, String initial, String meaning, boolean hidden) {
    /// What follows a flag.
    enum Kind {
        /// Nothing, or `=true` or `=false`.
        SWITCH,
        /// A text.
        TEXT,
        /// A whole number.
        NUMBER,
        /// A text; the flag may be repeated, and its texts are split at commas.
        LIST
    }

    static Flag of(String name, Kind kind, String initial, String meaning) {
        return new Flag(List.of(name.split("\\|")), kind, initial, meaning, false);
    }

    /// {@return the same, not shown in help}
    Flag unseen() {
        return new Flag(names, kind, initial, meaning, true);
    }

    /// {@return what it is called in the table and in [Options]}
    String name() {
        return names.getFirst();
    }
}
