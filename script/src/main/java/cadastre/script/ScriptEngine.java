package cadastre.script;

import java.util.Map;

/// Runs scripts. Thread-safe; each task has an engine of its own.
public interface ScriptEngine {
    /// {@return V8}
    static ScriptEngine v8() {
        return new V8Engine();
    }

    /// Runs `task` and waits for it.
    ///
    /// Interrupting the calling thread ends the task; the thread's interrupt status is then set.
    ///
    /// @throws IllegalStateException if this machine cannot run the engine
    default Outcome run(Limits limits, Task task) {
        return start(limits, task).await();
    }

    /// Starts `task` on a thread of its own; its time runs from now on.
    Running start(Limits limits, Task task);

    /// A task that was started.
    @FunctionalInterface
    interface Running {
        /// Waits for the task.
        ///
        /// Interrupting the calling thread ends the task; the thread's interrupt status is then set.
        ///
        /// @throws IllegalStateException if this machine cannot run the engine
        Outcome await();
    }

    /// What to do with an engine.
    @FunctionalInterface
    interface Task {
        /// {@return the outcome's value}
        ///
        /// A promise that was rejected without anybody waiting for it makes the outcome one of something
        /// thrown.
        String run(Session session) throws ScriptException;
    }

    /// An engine at work, with one global scope. Good only inside the task, on the task's thread.
    interface Session {
        /// Gives the library its host functions.
        ///
        /// @param source a function expression with one parameter, an object that holds `host` by name and
        /// whose functions the library may keep; what it returns is an object of functions
        Library install(Source source, Map<String, HostFunction> host) throws ScriptException;

        /// Evaluates `source` in the global scope.
        void evaluate(Source source) throws ScriptException;
    }

    /// What a library offers to us.
    @FunctionalInterface
    interface Library {
        /// {@return what the library's function `name` returns, as text}
        String call(String name) throws ScriptException;
    }
}
