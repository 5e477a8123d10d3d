package cadastre.emulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The requests that were answered, in the order of the answers. Thread-safe.
final class RequestLog {
    /// Older ones are forgotten, so that an emulator can run for weeks.
    static final int KEPT = 100_000;

    private final Deque<Exchange> exchanges = new ArrayDeque<>();

    synchronized void add(Exchange exchange) {
        if (exchanges.size() == KEPT) {
            exchanges.removeFirst();
        }
        exchanges.addLast(exchange);
    }

    synchronized List<Exchange> all() {
        return List.copyOf(exchanges);
    }

    synchronized void clear() {
        exchanges.clear();
    }
}
