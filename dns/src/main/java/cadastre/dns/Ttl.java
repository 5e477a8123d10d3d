package cadastre.dns;

/// How long, in seconds, an RRset may be cached.
///
/// @rfc 2181 section 8
/// @param seconds 0 to 2³¹−1
public record Ttl(int seconds) implements Comparable<Ttl> {
    /// @throws IllegalArgumentException if `seconds` is negative
    public Ttl {
        if (seconds < 0) {
            throw new IllegalArgumentException("a TTL is 0 to 2147483647 seconds, not " + seconds);
        }
    }

    @Override
    public int compareTo(Ttl other) {
        return Integer.compare(seconds, other.seconds);
    }
}
