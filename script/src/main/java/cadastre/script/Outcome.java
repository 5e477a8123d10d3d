package cadastre.script;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a task ended.
public sealed interface Outcome {
    /// It ran to its end.
    ///
    /// @param value what the task returned
    record Finished(String value) implements Outcome {}

    /// It did not.
    sealed interface Failure extends Outcome {}

    /// A source is not a program.
    ///
    /// @param message the engine's words, without `SyntaxError: `
    record SyntaxError(String message, Place place) implements Failure {}

    /// Something was thrown and not caught.
    ///
    /// @param text the thrown value as text: `TypeError: x is not a function`, or `stop` for `throw
    /// "stop"`
    /// @param places innermost first; empty if the engine does not know
    record Thrown(String text, List<Place> places) implements Failure {
        public Thrown {
            places = List.copyOf(places);
        }
    }

    /// Functions called functions too deeply.
    ///
    /// @param place where it was noticed
    record TooDeep(Optional<Place> place) implements Failure {}

    /// The time was over.
    record TimedOut(Duration limit) implements Failure {}

    /// The memory was full.
    record OutOfMemory(int megabytes) implements Failure {}

    /// A host function ended the task.
    ///
    /// @param text the last words
    record Exited(String text) implements Failure {}

    /// The thread that waited for the task was interrupted.
    record Interrupted() implements Failure {}
}
