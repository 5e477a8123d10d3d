package cadastre.rollout;

import static java.util.Objects.requireNonNull;

import cadastre.plan.Plan;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// The rollout of a plan as it is kept: what was proposed, by whom, and how far it is.
///
/// @param number    counts the rollouts that are kept together, from 1
/// @param plan      what it changes
/// @param state     how far it is
/// @param by        who proposed it, as people read it
/// @param proposedAt when
/// @param endedAt   when it came to its end, if it did
/// @param undoes    the number of the rollout that it takes back, if it does
public record Rollout(
        long number,
        Plan plan,
        State state,
        String by,
        Instant proposedAt,
        Optional<Instant> endedAt,
        OptionalLong undoes) {
    /// None may be null.
    public Rollout {
        requireNonNull(plan, "plan is null");
        requireNonNull(state, "state is null");
        requireNonNull(by, "by is null");
        requireNonNull(proposedAt, "proposedAt is null");
        requireNonNull(endedAt, "endedAt is null");
        requireNonNull(undoes, "undoes is null");
    }

    /// How far a rollout is.
    public enum State {
        /// It waits for a word.
        PROPOSED,
        /// Somebody said no, or the zone moved under it; nothing was sent.
        DISCARDED,
        /// Its writes are being sent. A rollout that is found so at start was interrupted: see [Recovery].
        APPLYING,
        /// All was carried out and read back.
        VERIFIED,
        /// What was read back is not what was written.
        DIVERGED,
        /// Not all was carried out; what was, was read back.
        INCOMPLETE;

        /// {@return whether nothing more happens}
        public boolean isEnd() {
            return this != PROPOSED && this != APPLYING;
        }

        /// {@return whether `next` may follow}
        public boolean leadsTo(State next) {
            return switch (this) {
                case PROPOSED -> next == APPLYING || next == DISCARDED;
                case APPLYING -> next == VERIFIED || next == DIVERGED || next == INCOMPLETE;
                case DISCARDED, VERIFIED, DIVERGED, INCOMPLETE -> false;
            };
        }
    }
}
