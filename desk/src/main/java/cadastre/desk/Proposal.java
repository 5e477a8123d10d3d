package cadastre.desk;

import static java.util.Objects.requireNonNull;

import cadastre.register.Trouble;

/// What came of asking for a plan.
public sealed interface Proposal {
    /// There is one, and it waits for a word.
    ///
    /// @param number of the rollout
    record Proposed(long number) implements Proposal {}

    /// There is nothing to do: everything already is as it shall be.
    record Nothing() implements Proposal {}

    /// Nothing can be undone: the RRsets hold something else by now.
    record MovedOn() implements Proposal {}

    /// The provider could not be asked.
    ///
    /// @param trouble why
    record Unavailable(Trouble trouble) implements Proposal {
        /// It may not be null.
        public Unavailable {
            requireNonNull(trouble, "trouble is null");
        }
    }

    /// Nothing may be changed through the integration: it is set to read only.
    record ReadOnly() implements Proposal {}

    /// What it is about is not there.
    record NotThere() implements Proposal {}
}
