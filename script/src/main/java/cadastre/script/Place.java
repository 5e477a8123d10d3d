package cadastre.script;

import static java.util.Objects.requireNonNull;

/// Where in a source something went wrong.
///
/// @param source the name of the source
/// @param line from 1
/// @param column from 1, in UTF-16 units
public record Place(String source, int line, int column) {
    public Place {
        requireNonNull(source, "source is null");
    }
}
