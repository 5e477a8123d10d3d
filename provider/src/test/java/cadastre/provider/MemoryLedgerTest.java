package cadastre.provider;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.budget.Budget;
import cadastre.budget.Leave;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemoryLedgerTest {
    @Test
    void manyThreadsTogetherGetNoMoreThanTheBudget() throws Exception {
        MemoryLedger ledger = new MemoryLedger(Budget.of(100));
        AtomicInteger granted = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int j = 0; j < 50; j++) {
                    if (ledger.ask(FakeTime.NOON) instanceof Leave.Granted one) {
                        granted.incrementAndGet();
                        ledger.end(one, FakeTime.NOON);
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(granted).hasValue(100);
    }

    @Test
    void aLaterAndStricterLimitCounts() {
        MemoryLedger ledger = new MemoryLedger(Budget.unlimited());
        assertThat(ledger.perMinute(FakeTime.NOON)).isEmpty();
        ledger.atMost(30);
        ledger.atMost(60);
        assertThat(ledger.perMinute(FakeTime.NOON)).hasValue(30);
        assertThat(ledger.forecast(31, FakeTime.NOON)).isPositive();
    }
}
