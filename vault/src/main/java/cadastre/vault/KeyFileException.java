package cadastre.vault;

import static java.util.Objects.requireNonNull;

/// The key file is not there, not safe, not whole, or could not be written.
public final class KeyFileException extends Exception {
    private static final long serialVersionUID = 1L;

    KeyFileException(String message) {
        super(message);
    }

    KeyFileException(String message, Throwable cause) {
        super(message, cause);
    }

    /// {@return what is wrong, with which file, and what to do}
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage(), "every one is made with a message");
    }
}
