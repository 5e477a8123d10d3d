package cadastre.people;

import java.time.Instant;

/// Where the failures of sources and at accounts are kept. Of a name that no account has they are kept just so.
/// Implementations are safe for use by several threads: tries at the same time are counted one after another.
public interface Attempts {
    /// Asks `lockout` about the failures that are kept, and keeps those of its answer.
    ///
    /// @return the answer
    Lockout.Answer ask(Source source, SignInName name, Lockout lockout, Instant now);

    /// Takes back a try that was right, as [Lockout#takeBack] says.
    void takeBack(Source source, SignInName name);

    /// Forgets what is forgotten.
    void forget(Lockout lockout, Instant now);
}
