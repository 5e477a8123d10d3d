package cadastre.provider;

import java.time.Duration;
import java.util.OptionalInt;

/// Who is told what the client does, to count it and to show it. Called on the thread that sends, by many at
/// once; must return quickly and throw nothing.
public interface Observer {
    /// Why nothing is sent for a while.
    enum Wait {
        /// The budget is used up.
        BUDGET,
        /// The provider said there were too many requests.
        TOO_MANY,
        /// The connection was lost or the provider failed; the request will be sent again.
        RETRY
    }

    /// A request is over.
    ///
    /// @param request what was sent
    /// @param status  of the answer; empty if there was none
    default void ended(Request request, OptionalInt status) {}

    /// Nothing is sent for a while by this thread.
    ///
    /// @param duration how long at least
    default void waiting(Wait why, Duration duration) {}

    /// Something is allowed that should not be needed.
    ///
    /// @param text a sentence; each is said once
    default void warning(String text) {}

    /// {@return one who does not care}
    static Observer none() {
        return new Observer() {};
    }
}
