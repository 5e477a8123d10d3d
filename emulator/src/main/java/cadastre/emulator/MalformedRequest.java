package cadastre.emulator;

/// A request that the server in front (nginx) refuses without looking further; the connection ends with the
/// answer.
final class MalformedRequest extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    /// @param status the status to answer with, 4xx or 5xx
    /// @param why    for people who read logs; not sent
    MalformedRequest(int status, String why) {
        super(why);
        this.status = status;
    }

    int status() {
        return status;
    }
}
