package cadastre.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/// Where the grants of one budget are noted, by everybody who sends under it.
///
/// Each method is one indivisible step, whoever else calls: threads of one process, or (with a ledger that
/// lives in a file or a database) other processes and nodes.
public interface Ledger {
    /// {@return leave to send one request at `now`, or when to ask again}
    Leave ask(Instant now);

    /// Notes that a request is over: answered, or lost.
    void end(Leave.Granted granted, Instant now);

    /// Notes that the provider refused a request as one too many: nobody sends before `resume`, and all send
    /// more slowly from then on.
    void tooMany(Leave.Granted granted, Instant now, Instant resume);

    /// {@return how long the last of `requests` requests would wait for leave, if nobody else sends}
    Duration forecast(int requests, Instant now);

    /// {@return how many requests may be sent in any 60 seconds at `now`; empty without a limit}
    OptionalInt perMinute(Instant now);
}
