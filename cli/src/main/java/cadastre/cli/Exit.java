package cadastre.cli;

import static java.util.Objects.requireNonNullElse;

/// The end of a verb with a message on standard error. An outcome, not a bug.
final class Exit extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    /// @param message what is printed, as it is, on a line of its own; empty for nothing
    Exit(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /// {@return status 1 with `message`}
    static Exit because(String message) {
        return new Exit(1, message);
    }

    int status() {
        return status;
    }

    String message() {
        return requireNonNullElse(getMessage(), "");
    }
}
