package cadastre.server;

/// Why the program does not start: one sentence or two for whoever typed the command.
final class Complaint extends Exception {
    private static final long serialVersionUID = 1L;

    Complaint(String message) {
        super(message);
    }

    Complaint(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return java.util.Objects.requireNonNull(super.getMessage(), "every one is made with a message");
    }
}
