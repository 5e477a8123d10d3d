package cadastre.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// A bucket of tokens for each address: it holds as many as requests are allowed in a minute, each request takes one,
/// and they come back evenly. Thread-safe.
final class BucketLimit implements Limit {
    private static final double WINDOW_NANOS = 60e9;

    private final int limit;
    private final Map<String, Bucket> buckets = new HashMap<>();

    private record Bucket(double tokens, Instant at) {}

    BucketLimit(int limit) {
        this.limit = limit;
    }

    @Override
    public synchronized OptionalLong refuse(String address, Instant now) {
        Bucket bucket = buckets.getOrDefault(address, new Bucket(limit, now));
        double passed = Math.max(0, Duration.between(bucket.at(), now).toNanos());
        double tokens = Math.min(limit, bucket.tokens() + passed / WINDOW_NANOS * limit);
        if (tokens < 1) {
            buckets.put(address, new Bucket(tokens, now));
            return OptionalLong.of(Math.max(1, (long) Math.ceil((1 - tokens) * WINDOW_NANOS / limit / 1e9)));
        }
        buckets.put(address, new Bucket(tokens - 1, now));
        return OptionalLong.empty();
    }
}
