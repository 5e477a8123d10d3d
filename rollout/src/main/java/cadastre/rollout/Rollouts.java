package cadastre.rollout;

import cadastre.dns.Name;
import cadastre.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// Where rollouts are kept, with a journal for each. Implementations are thread-safe; each method is one
/// indivisible step that survives the loss of power.
public interface Rollouts {
    /// Keeps a plan that waits for a word.
    ///
    /// @param plan   not empty
    /// @param by     who proposes it
    /// @param undoes the rollout that it takes back, if it does
    Rollout propose(Plan plan, String by, Instant at, OptionalLong undoes);

    /// {@return the rollout of that number, if it is kept here}
    Optional<Rollout> find(long number);

    /// {@return the latest rollouts, the newest first}
    ///
    /// @param target only those that change this zone or registration; empty for all
    /// @param before only those with a smaller number; empty for the newest
    /// @param limit  at least 1
    List<Rollout> latest(Optional<Name> target, OptionalLong before, int limit);

    /// {@return those that are being applied: at start, those that were interrupted}
    List<Rollout> applying();

    /// Goes on from one state to another.
    ///
    /// @return whether it did; false if the rollout is not, or no longer, in `from`
    /// @throws IllegalArgumentException if `to` may not follow `from`
    boolean move(long number, Rollout.State from, Rollout.State to, Instant at);

    /// {@return the journal for the writes of that rollout}
    Journal journal(long number);

    /// {@return what was noted about the writes of that rollout, in the order of sending}
    List<NotedWrite> writes(long number);

    /// Notes how the writes of a rollout ended whose outcome was never noted.
    ///
    /// @param outcome of each of them, as reading showed
    /// @return how many there were
    int settle(long number, Function<Intention, Journal.Outcome> outcome, String detail, Instant at);
}
