package cadastre.script;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interfaces.IJavetLogger;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Locker;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.options.V8Flags;
import com.caoccao.javet.interop.options.V8RuntimeOptions;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// V8 through Javet.
///
/// Each task runs on a thread of its own, because the depth to which functions may call functions is a
/// property of the thread's stack: V8 reckons with `STACK_KILOBYTES` below the point where it is entered
/// and aborts the process if the thread has less. The thread that waits watches the clock and ends the
/// task by V8's `TerminateExecution`.
final class V8Engine implements ScriptEngine {
    /// What V8 uses of the stack before it throws a RangeError. About 100,000 plain calls.
    private static final int STACK_KILOBYTES = 7800;

    private static final long THREAD_STACK_BYTES = 16L << 20;

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /// V8's flags count for the process, from the first engine on.
    private static boolean prepared;

    @Override
    public Running start(Limits limits, Task task) {
        V8Task running = new V8Task(limits, task);
        Thread thread = new Thread(null, running, "script", THREAD_STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        return running;
    }

    private static synchronized void prepare(Limits limits) {
        if (!prepared) {
            NativeLibrary.prepare();
            V8Flags flags = V8RuntimeOptions.V8_FLAGS;
            flags.setUseStrict(false);
            flags.setMaxOldSpaceSize(limits.heapMegabytes());
            // Loops optimised by TurboFan may never look whether they have been ended.
            flags.setCustomFlags("--no-opt --stack-size=" + STACK_KILOBYTES);
            prepared = true;
        }
    }

    /// One task, seen from its own thread ([#run]) and from the one that waits ([#await]).
    private static final class V8Task implements Running, Runnable {
        private final Limits limits;
        private final Task task;
        private final long deadline;
        private final CountDownLatch done = new CountDownLatch(1);

        /// Guards `runtime`: what is closed must not be asked to end.
        private final Object lock = new Object();

        private @Nullable V8Runtime runtime;

        /// Why the task is being ended from outside; the first reason counts.
        private final AtomicReference<Outcome.@Nullable Failure> ended = new AtomicReference<>();

        private @Nullable Outcome outcome;
        private @Nullable Throwable bug;

        V8Task(Limits limits, Task task) {
            this.limits = limits;
            this.task = task;
            deadline = System.nanoTime() + limits.time().toNanos();
        }

        @Override
        public void run() {
            try {
                outcome = evaluate();
            } catch (Throwable thrown) { // handed to the thread that waits
                bug = thrown;
            } finally {
                done.countDown();
            }
        }

        private Outcome evaluate() throws JavetException {
            prepare(limits);
            V8Runtime v8 = V8Host.getV8Instance().createV8Runtime();
            try {
                v8.setNearHeapLimitCallback(this::memoryIsFull);
                v8.setLogger(new Silence());
                use(v8);
                try (V8Locker _ = v8.getV8Locker();
                        V8Session session = new V8Session(v8, this::end)) {
                    String value = task.run(session);
                    session.finish();
                    return Optional.<Outcome>ofNullable(ended.get()).orElse(new Outcome.Finished(value));
                } catch (ScriptException e) {
                    return Optional.<Outcome>ofNullable(ended.get()).orElse(e.failure());
                }
            } finally {
                use(null);
                v8.close(true);
            }
        }

        /// Ends the task and gives it some memory to end with; a script that does not end then ends the
        /// process.
        private long memoryIsFull(long current, long initial) {
            end(new Outcome.OutOfMemory(limits.heapMegabytes()));
            return Math.min(current + initial / 2, 4 * initial);
        }

        /// Ends the task, whatever it is doing. Works from any thread.
        private void end(Outcome.Failure reason) {
            ended.compareAndSet(null, reason);
            synchronized (lock) {
                if (runtime != null) {
                    runtime.terminateExecution();
                }
            }
        }

        private void use(@Nullable V8Runtime v8) {
            synchronized (lock) {
                runtime = v8;
            }
        }

        /// Waits for the task's end. What ends it is repeated until it has ended: it may have come before
        /// the task began, or between two of its scripts.
        @Override
        public Outcome await() {
            boolean interrupted = false;
            while (true) {
                try {
                    long left = Math.max(deadline - System.nanoTime(), 0);
                    if (done.await(left == 0 ? LOOK_NANOS : Math.min(left, LOOK_NANOS), TimeUnit.NANOSECONDS)) {
                        break;
                    }
                    if (left == 0) {
                        end(new Outcome.TimedOut(limits.time()));
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                    end(new Outcome.Interrupted());
                }
                Optional.ofNullable(ended.get()).ifPresent(this::end);
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return result();
        }

        private Outcome result() {
            switch (bug) {
                case null -> {}
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable e -> throw new IllegalStateException("the JavaScript engine failed", e);
            }
            return Objects.requireNonNull(outcome, "no outcome");
        }
    }

    /// Keeps Javet's remarks about objects that end with their runtime off the terminal.
    private static final class Silence implements IJavetLogger {
        @Override
        public void debug(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void error(String message, Throwable cause) {}

        @Override
        public void info(String message) {}

        @Override
        public void warn(String message) {}
    }
}
