package cadastre.desk;

import static java.util.Objects.requireNonNull;

import cadastre.lookup.Matrix;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A rollout that is being applied, or was since the program started: its acts, one after the other. Thread-safe.
public final class Execution {
    /// How an act stands.
    public enum Mark {
        /// It is under way.
        RUNNING,
        /// It is done.
        DONE,
        /// It could not be done.
        FAILED,
        /// It could not be done, and that does not matter.
        NOTED
    }

    /// Something that was done for a rollout.
    ///
    /// @param text   what, such as `Write _dmarc TXT`
    /// @param mark   how it stands
    /// @param took   how long, once it is over
    /// @param detail what there is to say; mostly empty
    public record Act(String text, Mark mark, Optional<Duration> took, String detail) {
        /// None may be null.
        public Act {
            requireNonNull(text, "text is null");
            requireNonNull(mark, "mark is null");
            requireNonNull(took, "took is null");
            requireNonNull(detail, "detail is null");
        }
    }

    private final InstantSource clock;
    private final Runnable teller;
    private final List<Act> acts = new ArrayList<>();
    private Instant began;
    private boolean over;
    private boolean watching;
    private Optional<Matrix> served = Optional.empty();

    Execution(InstantSource clock, Runnable teller) {
        this.clock = clock;
        this.teller = teller;
        this.began = clock.instant();
    }

    void begin(String text) {
        synchronized (this) {
            began = clock.instant();
            acts.add(new Act(text, Mark.RUNNING, Optional.empty(), ""));
        }
        teller.run();
    }

    /// Ends the last act.
    void end(Mark mark, String detail) {
        synchronized (this) {
            Act last = acts.removeLast();
            acts.add(new Act(last.text(), mark, Optional.of(Duration.between(began, clock.instant())), detail));
        }
        teller.run();
    }

    /// Ends the last act if it is under way.
    void endOpen(Mark mark, String detail) {
        boolean open;
        synchronized (this) {
            open = !acts.isEmpty() && acts.getLast().mark() == Mark.RUNNING;
        }
        if (open) {
            end(mark, detail);
        }
    }

    void finish() {
        synchronized (this) {
            over = true;
        }
        teller.run();
    }

    /// Says what the name servers serve by now.
    void served(Matrix matrix) {
        synchronized (this) {
            served = Optional.of(matrix);
        }
        teller.run();
    }

    /// Says whether name servers are being asked.
    void watching(boolean value) {
        synchronized (this) {
            watching = value;
        }
        teller.run();
    }

    /// {@return whether name servers are being asked}
    public synchronized boolean isWatching() {
        return watching;
    }

    /// {@return what the name servers served when they were last asked; empty if they were not}
    public synchronized Optional<Matrix> served() {
        return served;
    }

    /// {@return what was done so far, in order}
    public synchronized List<Act> acts() {
        return List.copyOf(acts);
    }

    /// {@return whether nothing more happens}
    public synchronized boolean isOver() {
        return over;
    }
}
