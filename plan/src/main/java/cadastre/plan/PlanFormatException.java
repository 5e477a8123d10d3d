package cadastre.plan;

import static java.util.Objects.requireNonNull;

/// A text that is no saved plan. The message says what is wrong and where (`line:column`).
public final class PlanFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    PlanFormatException(String message) {
        super(message);
    }

    /// {@return what is wrong}
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage(), "every one is made with a message");
    }
}
