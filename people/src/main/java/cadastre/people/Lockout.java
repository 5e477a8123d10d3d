package cadastre.people;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/// How long whoever failed to sign in waits before the next try: arithmetic on instants.
///
/// Three things are wanted that pull against each other: who guesses at one account is slowed down, who guesses
/// one password at many accounts is slowed down, and nobody can keep somebody else out. So a failure delays
/// nobody but the source it came from. How long depends on how often that source failed before, at any account,
/// and, up to a smaller limit, on how often the account was failed at from anywhere: under attack, the first
/// mistake from a new network costs something already. A network that did not fail waits for nothing, and a
/// [Source.Device], in which the account signed in before, waits for nothing but its own mistakes, even behind
/// the same address as the attacker.
///
/// Each try is counted as failed before the password is looked at, and taken back if it was right: so tries at
/// the same time do not slip through together. A right password takes back its own try only, lest who has
/// an account here washes away the guesses at others with it; at a device, which is one account's, it takes back
/// all.
///
/// @param free           so many failures of a source cost nothing
/// @param longest        the longest delay for those of a source
/// @param freeAtAccount  so many failures at an account cost nothing
/// @param longestAccount the longest delay for those at an account
/// @param forgotten      so long after the last one all are forgotten; longer than any delay
public record Lockout(int free, Duration longest, int freeAtAccount, Duration longestAccount, Duration forgotten) {
    private static final Duration FIRST = Duration.ofSeconds(1);

    /// Four mistakes are free, then one second, doubling up to a quarter of an hour; at an account twenty, then
    /// up to half a minute; forgotten after twelve quiet hours.
    public static final Lockout STANDARD =
            new Lockout(4, Duration.ofMinutes(15), 20, Duration.ofSeconds(30), Duration.ofHours(12));

    /// None may be null.
    ///
    /// @throws IllegalArgumentException if a number is negative, a delay shorter than a second, or failures are
    ///     forgotten within a delay
    public Lockout {
        if (free < 0 || freeAtAccount < 0) {
            throw new IllegalArgumentException("a number of failures is not negative");
        }
        if (longest.compareTo(FIRST) < 0 || longestAccount.compareTo(FIRST) < 0) {
            throw new IllegalArgumentException("a delay is at least a second");
        }
        if (forgotten.compareTo(longest) <= 0 || forgotten.compareTo(longestAccount) <= 0) {
            throw new IllegalArgumentException("failures are not forgotten within a delay");
        }
    }

    /// Whether a password is looked at.
    public sealed interface Answer {}

    /// It is. The try counts as failed until it is taken back.
    ///
    /// @param source  the failures of the source from then on
    /// @param account the failures at the account from then on
    public record Go(Failures source, Failures account) implements Answer {
        /// None may be null.
        public Go {
            requireNonNull(source, "source is null");
            requireNonNull(account, "account is null");
        }
    }

    /// It is not, and nothing is counted.
    ///
    /// @param until when to try again
    public record Wait(Instant until) implements Answer {
        /// Not null.
        public Wait {
            requireNonNull(until, "until is null");
        }
    }

    /// {@return whether the password of a try is looked at}
    ///
    /// @param source    where it comes from
    /// @param ofSource  the failures of that source
    /// @param atAccount the failures at the account, whether it is there or not
    /// @param now       when
    public Answer ask(Source source, Failures ofSource, Failures atAccount, Instant now) {
        Failures own = remembered(ofSource, now);
        Failures all = remembered(atAccount, now);
        if (now.isBefore(own.until())) {
            return new Wait(own.until());
        }
        int count = own.count() + 1;
        Duration delay = delay(count - free, longest);
        return switch (source) {
            case Source.Device _ -> new Go(new Failures(count, now, now.plus(delay)), all);
            case Source.Address _ -> {
                int countAtAccount = all.count() + 1;
                Duration other = delay(countAtAccount - freeAtAccount, longestAccount);
                Duration longer = delay.compareTo(other) < 0 ? other : delay;
                yield new Go(new Failures(count, now, now.plus(longer)), new Failures(countAtAccount, now, now));
            }
        };
    }

    /// {@return what is left after a try that [#ask] let through turned out to be right}
    ///
    /// @param source    where it came from
    /// @param ofSource  the failures of that source, with the try
    /// @param atAccount the failures at the account
    public static Go takeBack(Source source, Failures ofSource, Failures atAccount) {
        return switch (source) {
            case Source.Device _ -> new Go(Failures.NONE, atAccount);
            case Source.Address _ -> new Go(ofSource.takeBack(), atAccount.takeBack());
        };
    }

    /// {@return whether nothing depends on these failures any more}
    public boolean isForgotten(Failures failures, Instant now) {
        return !now.isBefore(failures.last().plus(forgotten));
    }

    private Failures remembered(Failures failures, Instant now) {
        return isForgotten(failures, now) ? Failures.NONE : failures;
    }

    /// The delay after that many failures that are not free.
    private static Duration delay(int counted, Duration longest) {
        if (counted <= 0) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(counted - 1, 30));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
