package cadastre.provider;

import cadastre.budget.Budget;
import cadastre.budget.Leave;
import cadastre.budget.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/// A ledger of this process alone. Thread-safe.
public final class MemoryLedger implements Ledger {
    private final ReentrantLock lock = new ReentrantLock();
    private Budget budget;

    /// @param budget what there is to begin with
    public MemoryLedger(Budget budget) {
        this.budget = budget;
    }

    /// From now on at most `requests` in any 60 seconds, if that is less than before.
    void atMost(int requests) {
        change(now -> now.atMost(requests));
    }

    @Override
    public Leave ask(Instant now) {
        lock.lock();
        try {
            Budget.Step step = budget.ask(now);
            budget = step.budget();
            return step.leave();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void end(Leave.Granted granted, Instant now) {
        change(before -> before.end(now));
    }

    @Override
    public void tooMany(Leave.Granted granted, Instant now, Instant resume) {
        change(before -> before.tooMany(now, resume));
    }

    @Override
    public Duration forecast(int requests, Instant now) {
        return current().forecast(requests, now);
    }

    @Override
    public OptionalInt perMinute(Instant now) {
        return current().perMinute(now);
    }

    private Budget current() {
        lock.lock();
        try {
            return budget;
        } finally {
            lock.unlock();
        }
    }

    private void change(UnaryOperator<Budget> step) {
        lock.lock();
        try {
            budget = step.apply(budget);
        } finally {
            lock.unlock();
        }
    }
}
