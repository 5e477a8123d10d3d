package cadastre.script;

import static java.util.Objects.requireNonNull;

import java.io.Serial;

/// A script did not run to its end.
public final class ScriptException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Outcome.Failure failure;

    /// @param failure what happened
    public ScriptException(Outcome.Failure failure) {
        super(failure.toString(), null, false, false);
        this.failure = requireNonNull(failure, "failure is null");
    }

    /// {@return what happened}
    public Outcome.Failure failure() {
        return failure;
    }
}
