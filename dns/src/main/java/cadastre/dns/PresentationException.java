package cadastre.dns;

import static java.util.Objects.requireNonNull;

/// A text that is not what the presentation format says it should be, with its place.
///
/// The message says what is wrong and, where that helps, what to write instead; it does not repeat the place.
///
/// @rfc 1035 section 5.1
public final class PresentationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /// @param message what is wrong, a sentence without a final dot
    /// @param line    1-based line of the first character that is wrong
    /// @param column  1-based column in characters (UTF-16 units) of it
    public PresentationException(String message, int line, int column) {
        super(requireNonNull(message, "message is null"));
        this.line = line;
        this.column = column;
    }

    /// {@return the same for a text that is part of another}
    PresentationException movedTo(int otherLine, int otherColumn) {
        PresentationException moved = new PresentationException(getMessage(), otherLine, otherColumn);
        moved.initCause(this);
        return moved;
    }

    /// {@return the 1-based line}
    public int line() {
        return line;
    }

    /// {@return the 1-based column, in characters}
    public int column() {
        return column;
    }

    /// {@return `line:column: message`, as people expect it behind a file name}
    public String describe() {
        return line + ":" + column + ": " + getMessage();
    }

    /// {@return what is wrong}
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage(), "every one is made with a message");
    }
}
