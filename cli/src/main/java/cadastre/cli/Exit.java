package cadastre.cli;

import static java.util.Objects.requireNonNullElse;

/// The end of a verb with a message on standard error. An outcome, not a bug.
final class Exit extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String hint;

    /// @param message what is printed, as it is, on a line of its own; empty for nothing
    Exit(int status, String message) {
        this(status, message, "");
    }

    /// @param message what is printed, as it is, on a line of its own: the text that users of DNSControl know
    /// @param hint    where, and what to do, on a line of its own on standard error; empty for nothing
    Exit(int status, String message, String hint) {
        super(message, null, false, false);
        this.status = status;
        this.hint = hint;
    }

    /// {@return status 1 with `message`}
    static Exit because(String message) {
        return new Exit(1, message);
    }

    /// {@return status 1 with `message`, and where and what to do}
    static Exit because(String message, String hint) {
        return new Exit(1, message, hint);
    }

    String hint() {
        return hint;
    }

    int status() {
        return status;
    }

    String message() {
        return requireNonNullElse(getMessage(), "");
    }
}
