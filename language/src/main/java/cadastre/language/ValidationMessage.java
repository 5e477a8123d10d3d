package cadastre.language;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// One thing that validation has to say about a config.
///
/// @param severity whether it keeps a run from going on
/// @param text the words users of DNSControl know
/// @param position the place of the record it is about, if it is about one and the place is known
public record ValidationMessage(Severity severity, String text, Optional<SourcePosition> position) {
    public ValidationMessage {
        requireNonNull(severity, "severity is null");
        requireNonNull(text, "text is null");
        requireNonNull(position, "position is null");
    }

    /// Whether a message keeps a run from going on.
    public enum Severity {
        /// Worth knowing.
        WARNING,
        /// The run ends.
        ERROR
    }

    /// {@return whether the run ends}
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /// {@return the line for people: `WARNING: ` or `ERROR: ` and the text}
    public String line() {
        return severity + ": " + text;
    }
}
