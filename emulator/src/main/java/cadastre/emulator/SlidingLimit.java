package cadastre.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// At most so many requests in any 60 seconds from one address. Requests that were refused do not count.
/// Thread-safe.
final class SlidingLimit implements Limit {
    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final int limit;
    private final Map<String, Deque<Instant>> granted = new HashMap<>();

    SlidingLimit(int limit) {
        this.limit = limit;
    }

    @Override
    public synchronized OptionalLong refuse(String address, Instant now) {
        Deque<Instant> times = granted.computeIfAbsent(address, _ -> new ArrayDeque<>());
        while (!times.isEmpty() && !times.getFirst().plus(WINDOW).isAfter(now)) {
            times.removeFirst();
        }
        if (times.size() < limit) {
            times.addLast(now);
            return OptionalLong.empty();
        }
        long millis = Duration.between(now, times.getFirst().plus(WINDOW)).toMillis();
        return OptionalLong.of(Math.max(1, (millis + 999) / 1000));
    }
}
