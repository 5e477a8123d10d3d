package cadastre.desk;

import static java.util.Objects.requireNonNull;

import cadastre.register.Trouble;

/// What came of asking the provider while somebody waits.
///
/// @param <T> of the answer
public sealed interface Answered<T> {
    /// It answered.
    ///
    /// @param answer what
    /// @param <T>    of the answer
    record With<T>(T answer) implements Answered<T> {
        /// It may not be null.
        public With {
            requireNonNull(answer, "answer is null");
        }
    }

    /// It did not, or did not do it.
    ///
    /// @param trouble why
    /// @param <T>     of the answer there would have been
    record Not<T>(Trouble trouble) implements Answered<T> {
        /// It may not be null.
        public Not {
            requireNonNull(trouble, "trouble is null");
        }
    }
}
