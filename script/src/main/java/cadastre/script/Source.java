package cadastre.script;

import static java.util.Objects.requireNonNull;

/// Text to be evaluated in the global scope.
///
/// @param name what places and stack traces call it
/// @param text the program, or the expression whose value is wanted
public record Source(String name, String text) {
    public Source {
        requireNonNull(name, "name is null");
        requireNonNull(text, "text is null");
    }
}
