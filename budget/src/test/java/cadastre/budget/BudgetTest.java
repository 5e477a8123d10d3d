package cadastre.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final Instant NOON = Instant.parse("2026-08-22T12:00:00Z");

    private Budget budget = Budget.of(3);

    private Leave ask(long millis) {
        Budget.Step step = budget.ask(at(millis));
        budget = step.budget();
        return step.leave();
    }

    private Leave.Granted sent(long millis) {
        Leave leave = ask(millis);
        assertThat(leave).isInstanceOf(Leave.Granted.class);
        return (Leave.Granted) leave;
    }

    private void sentAndAnswered(long millis) {
        sent(millis);
        budget = budget.end(at(millis));
    }

    private void refused(long millis, long resume) {
        sent(millis);
        budget = budget.tooMany(at(millis), at(resume)).end(at(millis));
    }

    private static Instant at(long millis) {
        return NOON.plusMillis(millis);
    }

    @Test
    void aBurstMayUseAllPlacesAtOnce() {
        sentAndAnswered(0);
        sentAndAnswered(0);
        sentAndAnswered(0);
        assertThat(ask(1)).isEqualTo(new Leave.Deferred(at(60_000).plusNanos(1)));
    }

    @Test
    void aPlaceIsUsedForSixtySecondsIncludingTheirEnd() {
        sentAndAnswered(0);
        sentAndAnswered(10);
        sentAndAnswered(20);
        assertThat(ask(60_000)).isInstanceOf(Leave.Deferred.class);
        assertThat(budget.ask(at(60_000).plusNanos(1)).leave()).isInstanceOf(Leave.Granted.class);
        sentAndAnswered(60_001);
        assertThat(ask(60_002)).isEqualTo(new Leave.Deferred(at(60_010).plusNanos(1)));
    }

    @Test
    void aSlowAnswerKeepsItsPlaceUntilSixtySecondsAfterItsEnd() {
        budget = Budget.of(1);
        sent(0);
        assertThat(ask(59_000)).isEqualTo(new Leave.Deferred(at(119_000).plusNanos(1)));
        budget = budget.end(at(70_000));
        assertThat(ask(129_999)).isEqualTo(new Leave.Deferred(at(130_000).plusNanos(1)));
        sent(130_001);
    }

    @Test
    void withoutALimitNothingIsDeferred() {
        budget = Budget.unlimited();
        for (int i = 0; i < 5000; i++) {
            sentAndAnswered(0);
        }
        assertThat(budget.forecast(1_000_000, at(0))).isZero();
        assertThat(budget.perMinute(at(0))).isEmpty();
    }

    @Test
    void aRefusalPausesEverybodyAndLowersTheRateToWhatWasAnswered() {
        budget = Budget.of(100);
        for (int i = 0; i < 70; i++) {
            sentAndAnswered(i);
        }
        sent(100);
        budget = budget.tooMany(at(200), at(5_000)).end(at(200));
        assertThat(ask(300)).isEqualTo(new Leave.Deferred(at(5_000)));
        assertThat(budget.perMinute(at(300))).hasValue(70);
    }

    @Test
    void oneShortageLowersTheRateOnce() {
        budget = Budget.of(100);
        for (int i = 0; i < 20; i++) {
            sent(i);
        }
        for (int i = 0; i < 20; i++) {
            budget = budget.tooMany(at(100), at(1_000)).end(at(100));
        }
        assertThat(budget.perMinute(at(100))).hasValue(50);
        refused(60_100, 0);
        assertThat(budget.perMinute(at(60_100))).hasValue(50);
        refused(60_101, 0);
        assertThat(budget.perMinute(at(60_101))).hasValue(25);
    }

    @Test
    void theRateNeverFallsBelowOne() {
        budget = Budget.of(2);
        for (int i = 0; i < 5; i++) {
            refused(i * 70_000L, 0);
        }
        assertThat(budget.perMinute(at(400_000))).hasValue(1);
    }

    @Test
    void aRefusalSetsALimitWhereThereWasNone() {
        budget = Budget.unlimited();
        refused(0, 0);
        assertThat(budget.perMinute(at(0))).hasValue(60);
        budget = Budget.unlimited();
        for (int i = 0; i < 40; i++) {
            sentAndAnswered(0);
        }
        refused(0, 0);
        assertThat(budget.perMinute(at(0))).hasValue(40);
        assertThat(ask(1)).isInstanceOf(Leave.Deferred.class);
    }

    @Test
    void theRateGrowsBackByATenthInTenQuietMinutes() {
        budget = Budget.of(100);
        refused(0, 0);
        assertThat(budget.perMinute(at(0))).hasValue(50);
        assertThat(budget.perMinute(at(599_999))).hasValue(50);
        assertThat(budget.perMinute(at(600_000))).hasValue(60);
        assertThat(budget.perMinute(at(36_000_000))).hasValue(100);
    }

    @Test
    void theForecastCountsWholeMinutes() {
        budget = Budget.of(120);
        assertThat(budget.forecast(0, NOON)).isZero();
        assertThat(budget.forecast(120, NOON)).isZero();
        assertThat(budget.forecast(121, NOON)).isEqualTo(Duration.ofSeconds(60).plusNanos(1));
        assertThat(budget.forecast(1201, NOON)).isEqualTo(Duration.ofMinutes(10).plusNanos(10));
    }

    @Test
    void theForecastWaitsForAPause() {
        refused(0, 90_000);
        assertThat(budget.forecast(1, at(1_000))).isEqualTo(Duration.ofSeconds(89));
    }

    @Test
    void aClockThatGoesBackwardsGivesNothingAway() {
        sentAndAnswered(10_000);
        sentAndAnswered(10_000);
        sentAndAnswered(5_000);
        assertThat(ask(0)).isEqualTo(new Leave.Deferred(at(70_000).plusNanos(1)));
    }

    @Test
    void theStricterOfTwoLimitsCounts() {
        assertThat(Budget.of(120).atMost(30).perMinute(NOON)).hasValue(30);
        assertThat(Budget.of(120).atMost(300).perMinute(NOON)).hasValue(120);
        assertThat(Budget.unlimited().atMost(300).perMinute(NOON)).hasValue(300);
        assertThatThrownBy(() -> Budget.unlimited().atMost(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> Budget.of(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> budget.forecast(-1, NOON)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> budget.end(NOON)).isInstanceOf(IllegalStateException.class);
    }
}
