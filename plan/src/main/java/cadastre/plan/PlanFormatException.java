package cadastre.plan;

/// A text that is no saved plan. The message says what is wrong and where (`line:column`).
public final class PlanFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    PlanFormatException(String message) {
        super(message);
    }
}
