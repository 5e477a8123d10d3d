package cadastre.rollout;

/// Where each write is noted before it is sent, and its outcome after.
///
/// An intention counts as noted when it would survive the loss of power. Implementations are safe for use by several
/// threads.
public interface Journal {
    /// Notes that something is about to be sent.
    ///
    /// @return where to note how it ended
    /// @throws JournalException if it could not be noted durably; then it must not be sent
    Entry intend(Intention intention) throws JournalException;

    /// One noted intention.
    interface Entry {
        /// Notes how it ended. Called once.
        ///
        /// @param outcome how
        /// @param detail  what the provider said, without secrets; empty if it was done
        /// @throws JournalException if it could not be noted durably
        void end(Outcome outcome, String detail) throws JournalException;
    }

    /// How a write ended.
    enum Outcome {
        /// The provider did it.
        DONE,
        /// The provider did not do it.
        FAILED,
        /// Nobody knows; reading tells.
        UNKNOWN
    }
}
