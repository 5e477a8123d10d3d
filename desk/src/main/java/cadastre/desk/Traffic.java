package cadastre.desk;

import cadastre.provider.Authorization;
import cadastre.provider.Observer;
import cadastre.provider.Request;
import cadastre.register.SentRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/// Whose requests are sent: counts them, and collects them for the request log. Thread-safe.
final class Traffic implements Observer {
    private static final System.Logger LOG = System.getLogger(Traffic.class.getName());

    private final InstantSource clock;
    private final Runnable pause;
    private final Map<Authorization, Reference> owners = new ConcurrentHashMap<>();
    private final Map<Reference, AtomicLong> counts = new ConcurrentHashMap<>();
    private final Map<Reference, Queue<SentRequest>> collected = new ConcurrentHashMap<>();

    /// @param pause is run when nothing is sent for a while
    Traffic(InstantSource clock, Runnable pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /// From now on what is sent with that credential is that integration's.
    void belongs(Authorization authorization, Reference reference) {
        owners.put(authorization, reference);
    }

    /// Forgets a credential that is of no integration any more.
    void forget(Authorization authorization) {
        owners.remove(authorization);
    }

    /// {@return how many requests were sent for an integration since the start}
    long count(Reference reference) {
        AtomicLong count = counts.get(reference);
        return count == null ? 0 : count.get();
    }

    @Override
    public void ended(Request request, OptionalInt status) {
        Reference reference = request.authorization().map(owners::get).orElse(null);
        if (reference != null) {
            counts.computeIfAbsent(reference, _ -> new AtomicLong()).incrementAndGet();
            String call = request.method() + " " + request.uri().getRawPath();
            collected
                    .computeIfAbsent(reference, _ -> new ConcurrentLinkedQueue<>())
                    .add(new SentRequest(clock.instant(), call, status, Optional.empty()));
        }
    }

    @Override
    public void waiting(Wait why, Duration duration) {
        pause.run();
    }

    @Override
    public void warning(String text) {
        LOG.log(System.Logger.Level.WARNING, text);
    }

    /// Hands over what was collected since the last time.
    void handOver(BiConsumer<Reference, List<SentRequest>> keeper) {
        collected.forEach((reference, queue) -> {
            List<SentRequest> requests = new ArrayList<>();
            for (SentRequest one = queue.poll(); one != null; one = queue.poll()) {
                requests.add(one);
            }
            if (!requests.isEmpty()) {
                keeper.accept(reference, requests);
            }
        });
    }
}
