package cadastre.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Schedules by chance, judged by counting every window.
class BudgetLawTest {
    private static final int SCHEDULES = 400;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration WINDOW = Duration.ofSeconds(60);

    /// A request as the outside sees it.
    private static final class Sent {
        final Leave.Granted granted;

        @Nullable
        Instant end;

        Sent(Leave.Granted granted) {
            this.granted = granted;
        }

        boolean usesUp(Instant now) {
            Instant ended = end;
            return ended == null || !ended.plus(WINDOW).isBefore(now);
        }
    }

    private static final class Schedule {
        final Random chance;
        final int limit;
        Budget budget;
        Instant now = START;
        final List<Sent> sent = new ArrayList<>();

        Schedule(long seed) {
            chance = new Random(seed);
            limit = 1 + chance.nextInt(20);
            budget = Budget.of(limit);
        }

        void run(int steps, String law) {
            for (int i = 0; i < steps; i++) {
                now = now.plusNanos(chance.nextLong(2_000_000_000L * (1 + chance.nextInt(6))));
                if (chance.nextInt(3) == 0) {
                    endOne();
                } else {
                    askOne(law);
                }
            }
        }

        private void endOne() {
            List<Sent> flying = sent.stream().filter(one -> one.end == null).toList();
            if (!flying.isEmpty()) {
                budget = budget.end(now);
                flying.get(chance.nextInt(flying.size())).end = now;
            }
        }

        private void askOne(String law) {
            long used = sent.stream().filter(one -> one.usesUp(now)).count();
            Budget.Step step = budget.ask(now);
            budget = step.budget();
            switch (step.leave()) {
                case Leave.Granted granted -> {
                    assertThat(used).as(law).isLessThan(limit);
                    sent.add(new Sent(granted));
                }
                case Leave.Deferred(Instant until) -> {
                    assertThat(used).as(law).isGreaterThanOrEqualTo(limit);
                    assertThat(until).as(law).isAfter(now);
                    if (chance.nextBoolean()) {
                        now = until;
                        long left = sent.stream().filter(one -> one.usesUp(now)).count();
                        boolean free = budget.ask(now).leave() instanceof Leave.Granted;
                        assertThat(free).as(law).isEqualTo(left < limit);
                    }
                }
            }
        }
    }

    @Test
    void noSixtySecondsSeeMoreThanTheLimitWhereverTheyLieAndHoweverSlowTheNetwork() {
        for (long seed = 0; seed < SCHEDULES; seed++) {
            Schedule schedule = new Schedule(seed);
            schedule.run(300, "seed " + seed);
            List<Instant> arrivals = new ArrayList<>();
            for (Sent one : schedule.sent) {
                Instant end = one.end == null ? schedule.now : one.end;
                long flight = Duration.between(one.granted.at(), end).toNanos();
                arrivals.add(one.granted.at().plusNanos(flight == 0 ? 0 : schedule.chance.nextLong(flight + 1)));
            }
            for (Instant from : arrivals) {
                long inside = arrivals.stream()
                        .filter(one -> !one.isBefore(from) && !one.isAfter(from.plus(WINDOW)))
                        .count();
                assertThat(inside).as("seed %d, window from %s", seed, from).isLessThanOrEqualTo(schedule.limit);
            }
        }
    }

    @Test
    void theForecastIsWhatThenHappensIfAnswersComeAtOnce() {
        for (long seed = 0; seed < SCHEDULES; seed++) {
            Schedule schedule = new Schedule(seed);
            schedule.run(schedule.chance.nextInt(200), "seed " + seed);
            while (schedule.sent.stream().anyMatch(one -> one.end == null)) {
                schedule.endOne();
            }
            int requests = schedule.chance.nextInt(80);
            Duration forecast = schedule.budget.forecast(requests, schedule.now);
            assertThat(simulated(schedule.budget, requests, schedule.now))
                    .as("seed %d", seed)
                    .isEqualTo(forecast);
        }
    }

    private static Duration simulated(Budget before, int requests, Instant start) {
        Budget budget = before;
        Instant now = start;
        for (int i = 0; i < requests; i++) {
            Budget.Step step = budget.ask(now);
            while (step.leave() instanceof Leave.Deferred(Instant until)) {
                now = until;
                step = step.budget().ask(now);
            }
            budget = step.budget().end(now);
        }
        return Duration.between(start, now);
    }

    @Test
    void whateverIsRefusedWhenTheDeclaredLimitHolds() {
        for (long seed = 0; seed < SCHEDULES; seed++) {
            Random chance = new Random(seed);
            int limit = 1 + chance.nextInt(30);
            Budget budget = Budget.of(limit);
            Instant now = START;
            List<Instant> grants = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                now = now.plusMillis(chance.nextInt(4_000));
                Budget.Step step = budget.ask(now);
                budget = step.budget();
                if (step.leave() instanceof Leave.Granted) {
                    grants.add(now);
                    if (chance.nextInt(20) == 0) {
                        budget = budget.tooMany(now, now.plusMillis(chance.nextInt(30_000)));
                        assertThat(budget.perMinute(now).getAsInt())
                                .as("seed %d", seed)
                                .isBetween(1, limit);
                    }
                    budget = budget.end(now);
                }
            }
            for (Instant from : grants) {
                assertThat(grants.stream()
                                .filter(one -> !one.isBefore(from) && !one.isAfter(from.plus(WINDOW)))
                                .count())
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(limit);
            }
        }
    }
}
