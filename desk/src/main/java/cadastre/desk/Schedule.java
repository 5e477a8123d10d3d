package cadastre.desk;

import cadastre.register.Card;
import cadastre.register.Holding;
import cadastre.register.PassState;
import cadastre.register.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When to look at an integration by itself. Pure.
final class Schedule {
    /// The whole of an integration is looked at so often.
    static final Duration WHOLE = Duration.ofDays(7);
    /// After a trouble that goes away by itself, it is tried again after so long.
    static final Duration AGAIN = Duration.ofMinutes(5);
    /// Domains that end soon are looked at so often, and what never succeeded is tried so often.
    static final Duration DAY = Duration.ofDays(1);
    /// A domain ends soon if it ends within this time.
    static final Duration SOON = Duration.ofDays(30);

    private Schedule() {}

    /// What becomes of a trouble if nobody does anything.
    private enum Course {
        /// It goes away by itself.
        PASSES,
        /// It keeps something from being seen, not everything.
        LASTS,
        /// Nothing is seen until somebody does something.
        STOPS
    }

    /// {@return whether a look at everything should begin, or go on, at `now`}
    ///
    /// @param last    the last look at everything, if there was one
    /// @param lastTry when this program last began one
    static boolean isDue(Card card, Optional<PassState> last, Instant lastTry, Instant now) {
        Optional<Trouble> trouble = card.integration().trouble();
        Optional<Course> course = trouble.map(Schedule::course);
        if (course.equals(Optional.of(Course.STOPS))) {
            return false;
        }
        boolean stopped =
                last.filter(state -> state.stopped() && !state.isFinished()).isPresent();
        if (stopped || course.equals(Optional.of(Course.PASSES))) {
            return !now.isBefore(resume(trouble, lastTry));
        }
        Optional<Instant> success = card.integration().lastSuccess();
        return success.isEmpty()
                ? !now.isBefore(lastTry.plus(course.isEmpty() ? AGAIN : DAY))
                : !now.isBefore(success.get().plus(WHOLE)) && !now.isBefore(lastTry.plus(AGAIN));
    }

    private static Instant resume(Optional<Trouble> trouble, Instant lastTry) {
        Instant again = lastTry.plus(AGAIN);
        return trouble.flatMap(
                        one -> one instanceof Trouble.RateLimited(Optional<Instant> until) ? until : Optional.empty())
                .filter(until -> until.isAfter(again))
                .orElse(again);
    }

    /// {@return whether a domain that ends soon should be looked at by itself}
    static boolean isDue(Holding holding, Instant now) {
        Instant looked = holding.detailedAt().orElse(Instant.EPOCH);
        return !now.isBefore(looked.plus(DAY));
    }

    private static Course course(Trouble trouble) {
        return switch (trouble) {
            case Trouble.RateLimited _,
                    Trouble.Outage _,
                    Trouble.Unreachable _,
                    Trouble.TurnedAway _,
                    Trouble.NotUnderstood _ -> Course.PASSES;
            case Trouble.MissingPermission _, Trouble.OutOfReach _, Trouble.NoDomains _, Trouble.NotOnLiveDns _ ->
                Course.LASTS;
            case Trouble.TokenExpired _,
                    Trouble.TokenRevoked _,
                    Trouble.TokenEnded _,
                    Trouble.TokenUnknown _,
                    Trouble.WrongAddress _,
                    Trouble.Misconfigured _ -> Course.STOPS;
        };
    }
}
