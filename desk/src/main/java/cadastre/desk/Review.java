package cadastre.desk;

import static java.util.Objects.requireNonNull;

import cadastre.plan.Objection;
import cadastre.plan.Step;
import cadastre.register.Holding;
import cadastre.rollout.NotedWrite;
import cadastre.rollout.Rollout;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A rollout with all that is to be known before the word is given, and after.
///
/// @param rollout    what it changes and how far it is
/// @param holding    whose zone or registration it changes, if that is still held
/// @param steps      in which its RRset changes are sent; empty once the zone moved, and if there are none
/// @param objections what speaks against it
/// @param remarks    what should be seen before
/// @param stale      whether the zone is no longer as it was read for this plan: it must be planned anew
/// @param requests   how many requests applying takes
/// @param time       how long they wait for leave from the budget, at least
/// @param writes     what was noted of the writes so far
public record Review(
        Rollout rollout,
        Optional<Holding> holding,
        List<Step> steps,
        List<Objection> objections,
        List<Remark> remarks,
        boolean stale,
        int requests,
        Duration time,
        List<NotedWrite> writes) {
    /// The lists are copied.
    public Review {
        requireNonNull(rollout, "rollout is null");
        requireNonNull(holding, "holding is null");
        steps = List.copyOf(steps);
        objections = List.copyOf(objections);
        remarks = List.copyOf(remarks);
        requireNonNull(time, "time is null");
        writes = List.copyOf(writes);
    }

    /// {@return whether an objection stands that nobody can overrule}
    public boolean isBlocked() {
        return objections.stream().anyMatch(Objection::blocks);
    }

    /// {@return whether applying needs a reason}
    public boolean needsReason() {
        return !objections.isEmpty();
    }
}
