package cadastre.rollout;

import static java.util.Objects.requireNonNull;

/// The journal could not note an intention or an outcome. What was not noted is not sent.
public final class JournalException extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param message what could not be noted, where, and what to do
    /// @param cause   why
    public JournalException(String message, Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
    }

    /// {@return what is wrong}
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage(), "every one is made with a message");
    }
}
