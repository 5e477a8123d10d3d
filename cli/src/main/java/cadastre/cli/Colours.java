package cadastre.cli;

/// Colours on a terminal, or none.
///
/// @param on whether there are any
record Colours(boolean on) {
    /// {@return whether to colour: on a terminal or with `CI=true`; `--no-colors` and a non-empty `NO_COLOR` always
    /// win}
    static Colours of(Options options, Surroundings surroundings) {
        boolean wanted = surroundings.terminal()
                || surroundings.variable("CI").filter("true"::equals).isPresent();
        boolean refused =
                options.on("no-colors") || surroundings.variable("NO_COLOR").isPresent();
        return new Colours(wanted && !refused);
    }

    String green(String line) {
        return coloured(32, line);
    }

    String yellow(String line) {
        return coloured(33, line);
    }

    String red(String line) {
        return coloured(31, line);
    }

    private String coloured(int colour, String line) {
        return on ? "\u001b[" + colour + "m" + line + "\u001b[0m" : line;
    }
}
