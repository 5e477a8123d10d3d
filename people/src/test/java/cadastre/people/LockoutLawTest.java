package cadastre.people;

import static cadastre.people.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Histories by chance: several networks and devices, several accounts, wrong and right passwords.
class LockoutLawTest {
    private static final int HISTORIES = 400;
    private static final Lockout LOCKOUT = Lockout.STANDARD;

    /// A try, and what was said to it.
    private record Try(Instant at, Source source, SignInName name, boolean right) {}

    private static SignInName name(int number) {
        return new SignInName("account" + number);
    }

    private static List<Try> history(long seed) {
        Random chance = new Random(seed);
        List<Try> history = new ArrayList<>();
        Instant now = NOW;
        int networks = 1 + chance.nextInt(6);
        // Some histories are fast, some slow enough that things are forgotten.
        long pause = chance.nextBoolean() ? 2_000 : 200_000;
        for (int i = 0; i < 400; i++) {
            now = now.plusMillis(chance.nextLong(chance.nextInt(50) == 0 ? 50_000_000 : pause));
            SignInName name = name(chance.nextInt(3));
            Source source = chance.nextInt(4) == 0
                    ? new Source.Device(name, Digest.of("device " + chance.nextInt(2)))
                    : new Source.Address("c000020" + chance.nextInt(networks));
            history.add(new Try(now, source, name, chance.nextInt(10) == 0));
        }
        return history;
    }

    /// What is said to each try.
    private static Map<Try, Lockout.Answer> play(List<Try> history) {
        Map<Try, Lockout.Answer> answers = new HashMap<>();
        MemoryAttempts attempts = new MemoryAttempts();
        for (Try one : history) {
            Lockout.Answer answer = attempts.ask(one.source(), one.name(), LOCKOUT, one.at());
            answers.put(one, answer);
            if (one.right() && answer instanceof Lockout.Go) {
                attempts.takeBack(one.source(), one.name());
            }
        }
        return answers;
    }

    private static boolean goes(Map<Try, Lockout.Answer> answers, Try one) {
        return answers.get(one) instanceof Lockout.Go;
    }

    @Test
    void whoDidNotFailWaitsForNothing() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            List<Try> history = history(seed);
            Map<Try, Lockout.Answer> answers = play(history);
            Map<Source, Boolean> failed = new HashMap<>();
            for (Try one : history) {
                if (!failed.getOrDefault(one.source(), false)) {
                    assertThat(goes(answers, one)).as("seed %s, %s", seed, one).isTrue();
                }
                failed.merge(one.source(), !one.right(), Boolean::logicalOr);
            }
        }
    }

    @Test
    void whatIsSaidToADeviceDoesNotDependOnAnybodyElse() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            List<Try> history = history(seed);
            Map<Try, Lockout.Answer> answers = play(history);
            Source device = new Source.Device(name(0), Digest.of("device 0"));
            List<Try> alone =
                    history.stream().filter(one -> one.source().equals(device)).toList();
            Map<Try, Lockout.Answer> answersAlone = play(alone);
            for (Try one : alone) {
                assertThat(goes(answers, one)).as("seed %s, %s", seed, one).isEqualTo(goes(answersAlone, one));
            }
        }
    }

    @Test
    void othersMakeANetworkWaitHalfAMinuteLongerAtMost() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            List<Try> history = history(seed);
            Map<Try, Lockout.Answer> answers = play(history);
            Map<Source, Integer> counts = new HashMap<>();
            for (Try one : history) {
                if (answers.get(one) instanceof Lockout.Wait(Instant until)) {
                    // As if each of its own tries had failed, and none were ever forgotten.
                    Duration own = own(counts.getOrDefault(one.source(), 0));
                    Duration most = own.compareTo(LOCKOUT.longestAccount()) < 0 ? LOCKOUT.longestAccount() : own;
                    assertThat(Duration.between(one.at(), until))
                            .as("seed %s, %s", seed, one)
                            .isPositive()
                            .isLessThanOrEqualTo(most);
                } else {
                    counts.merge(one.source(), 1, Integer::sum);
                }
            }
        }
    }

    private static Duration own(int count) {
        if (count <= LOCKOUT.free()) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(20, count - LOCKOUT.free() - 1));
        return doubled.compareTo(LOCKOUT.longest()) < 0 ? doubled : LOCKOUT.longest();
    }

    @Test
    void oneNetworkLooksAtFewPasswordsADayHoweverItTries() {
        for (long seed = 1; seed <= 50; seed++) {
            Random chance = new Random(seed);
            MemoryAttempts attempts = new MemoryAttempts();
            Source network = new Source.Address("c0000201");
            SignInName own = name(0);
            int looked = 0;
            for (Instant now = NOW; now.isBefore(NOW.plus(Duration.ofDays(1))); ) {
                // It signs in with an account of its own now and then, which must not help.
                boolean right = chance.nextInt(3) == 0;
                SignInName name = right ? own : name(1 + chance.nextInt(1000));
                switch (attempts.ask(network, name, LOCKOUT, now)) {
                    case Lockout.Wait(Instant until) -> now = until;
                    case Lockout.Go _ -> {
                        if (right) {
                            attempts.takeBack(network, name);
                            now = now.plusSeconds(1);
                        } else {
                            looked++;
                        }
                    }
                }
            }
            // Fifteen within the first quarter of an hour and a bit, then four an hour.
            assertThat(looked).as("seed %s", seed).isLessThanOrEqualTo(15 + 4 * 24);
        }
    }

    @Test
    void moreFailuresNeverMeanLessWaiting() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            Random chance = new Random(seed);
            Source network = new Source.Address("c0000201");
            int own = chance.nextInt(30);
            int account = chance.nextInt(60);
            Instant few = until(network, own, account);
            assertThat(until(network, own + 1 + chance.nextInt(5), account))
                    .as("seed %s", seed)
                    .isAfterOrEqualTo(few);
            assertThat(until(network, own, account + 1 + chance.nextInt(5)))
                    .as("seed %s", seed)
                    .isAfterOrEqualTo(few);
        }
    }

    private static Instant until(Source source, int own, int account) {
        return switch (LOCKOUT.ask(source, new Failures(own, NOW, NOW), new Failures(account, NOW, NOW), NOW)) {
            case Lockout.Go(Failures after, Failures _) -> after.until();
            case Lockout.Wait wait -> throw new AssertionError(wait);
        };
    }
}
