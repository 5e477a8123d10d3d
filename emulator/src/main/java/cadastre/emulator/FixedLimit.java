package cadastre.emulator;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// At most so many requests in each minute of the clock from one address. Requests that were refused do not count.
/// Thread-safe.
final class FixedLimit implements Limit {
    private static final long WINDOW = 60;

    private final int limit;
    private final Map<String, Window> windows = new HashMap<>();

    private record Window(long begin, int granted) {}

    FixedLimit(int limit) {
        this.limit = limit;
    }

    @Override
    public synchronized OptionalLong refuse(String address, Instant now) {
        long begin = Math.floorDiv(now.getEpochSecond(), WINDOW) * WINDOW;
        Window window = windows.get(address);
        int granted = window == null || window.begin() != begin ? 0 : window.granted();
        if (granted == limit) {
            return OptionalLong.of(Math.max(1, begin + WINDOW - now.getEpochSecond()));
        }
        windows.put(address, new Window(begin, granted + 1));
        return OptionalLong.empty();
    }
}
