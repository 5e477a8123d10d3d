package cadastre.desk;

import cadastre.register.Card;
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

    private Schedule() {}

    /// {@return whether a look at everything should begin, or go on, at `now`}
    ///
    /// @param last the last look at everything, if there was one
    static boolean isDue(Card card, Optional<PassState> last, Instant lastTry, Instant now) {
        boolean endless = card.integration().trouble().isPresent()
                && !goesAwayByItself(card.integration().trouble().get());
        if (endless) {
            return false;
        }
        boolean stopped =
                last.filter(state -> state.stopped() && !state.isFinished()).isPresent();
        if (stopped || card.integration().trouble().isPresent()) {
            return !now.isBefore(resume(card, lastTry));
        }
        Optional<Instant> success = card.integration().lastSuccess();
        return success.isEmpty()
                ? !now.isBefore(lastTry.plus(AGAIN))
                : !now.isBefore(success.get().plus(WHOLE));
    }

    private static Instant resume(Card card, Instant lastTry) {
        Instant again = lastTry.plus(AGAIN);
        return card.integration()
                .trouble()
                .flatMap(trouble ->
                        trouble instanceof Trouble.RateLimited(Optional<Instant> until) ? until : Optional.empty())
                .filter(until -> until.isAfter(again))
                .orElse(again);
    }

    private static boolean goesAwayByItself(Trouble trouble) {
        return switch (trouble) {
            case Trouble.RateLimited _,
                    Trouble.Outage _,
                    Trouble.Unreachable _,
                    Trouble.TurnedAway _,
                    Trouble.NotUnderstood _ -> true;
            case Trouble.TokenExpired _,
                    Trouble.TokenRevoked _,
                    Trouble.TokenEnded _,
                    Trouble.TokenUnknown _,
                    Trouble.MissingPermission _,
                    Trouble.OutOfReach _,
                    Trouble.NoDomains _,
                    Trouble.NotOnLiveDns _,
                    Trouble.WrongAddress _,
                    Trouble.Misconfigured _ -> false;
        };
    }
}
