package cadastre.cli;

import java.util.List;

/// A row of the table of verbs.
///
/// @param names    as typed, the usual one first
/// @param group    under which heading help lists it
/// @param summary  what it does, one line
/// @param usage    what follows the verb, such as `[options]`
/// @param flags    its own flags, beside the global ones
/// @param action   what it runs
record Verb(List<String> names, String group, String summary, String usage, List<Flag> flags, Action action) {
    /// What a verb runs.
    interface Action {
        /// {@return the exit status}
        int run(Options options, Surroundings surroundings) throws Exit;
    }

    String name() {
        return names.getFirst();
    }
}
