package cadastre.desk;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Says that something moved, to whoever watches it now. Says not what: who is told looks. Thread-safe.
///
/// Nothing is kept: who watches looks first, and is told of what moves after.
public final class Bulletin {
    private final Map<String, Set<Runnable>> listeners = new ConcurrentHashMap<>();

    /// A watch that was begun. Closing it ends it; closing it twice is as once.
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /// Begins to watch.
    ///
    /// @param topic    such as the name of a workspace and what of it
    /// @param listener called on the thread that moved it: returns at once and throws nothing
    public Watch watch(String topic, Runnable listener) {
        listeners.computeIfAbsent(topic, _ -> ConcurrentHashMap.newKeySet()).add(listener);
        return () -> listeners.computeIfPresent(topic, (_, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    /// Tells those who watch.
    public void post(String topic) {
        Set<Runnable> all = listeners.get(topic);
        if (all != null) {
            all.forEach(Runnable::run);
        }
    }
}
