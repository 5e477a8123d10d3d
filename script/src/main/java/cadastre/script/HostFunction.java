package cadastre.script;

import java.util.List;
import java.util.Optional;

/// A function of ours that the library may call. Its arguments arrive as text.
@FunctionalInterface
public interface HostFunction {
    /// {@return what the call shall come to}
    ///
    /// @param arguments each as `String(argument)`
    Answer call(List<String> arguments);

    /// What a call comes to.
    sealed interface Answer {
        /// `undefined`.
        Answer NOTHING = new Nothing();

        /// {@return the answer `text`}
        static Answer of(String text) {
            return new Text(text);
        }
    }

    /// `undefined`.
    record Nothing() implements Answer {}

    /// A string.
    record Text(String text) implements Answer {}

    /// An `Error` with this message is thrown.
    record Throw(String message) implements Answer {}

    /// The value of a source, which is evaluated now, in the global scope.
    ///
    /// @param source what to evaluate
    /// @param otherwise what to evaluate if `source` is not a program: the text of which `source` was made
    record Evaluate(Source source, Optional<Source> otherwise) implements Answer {}

    /// The task ends at once; nothing in the script can prevent it.
    record Exit(String text) implements Answer {}
}
