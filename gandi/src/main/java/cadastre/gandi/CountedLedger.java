package cadastre.gandi;

import cadastre.budget.Leave;
import cadastre.budget.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;

/// A ledger that others write in too, of which one credential's share is counted. Thread-safe.
final class CountedLedger implements Ledger {
    private final Ledger shared;
    private final AtomicLong grants = new AtomicLong();

    CountedLedger(Ledger shared) {
        this.shared = shared;
    }

    /// How often leave to send was granted here.
    long grants() {
        return grants.get();
    }

    @Override
    public Leave ask(Instant now) {
        Leave leave = shared.ask(now);
        if (leave instanceof Leave.Granted) {
            grants.incrementAndGet();
        }
        return leave;
    }

    @Override
    public void end(Leave.Granted granted, Instant now) {
        shared.end(granted, now);
    }

    @Override
    public void tooMany(Leave.Granted granted, Instant now, Instant resume) {
        shared.tooMany(granted, now, resume);
    }

    @Override
    public Duration forecast(int requests, Instant now) {
        return shared.forecast(requests, now);
    }

    @Override
    public OptionalInt perMinute(Instant now) {
        return shared.perMinute(now);
    }
}
