package cadastre.dns;

import java.util.Optional;

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

    /// {@return the TTL that was typed: seconds, or numbers with the units `s`, `m`, `h`, `d` and `w`, such as
    /// `300`, `1h` or `1h30m`; empty for any other text}
    public static Optional<Ttl> parse(String text) {
        long seconds = Ttls.seconds(text.strip());
        return seconds < 0 || seconds > Integer.MAX_VALUE ? Optional.empty() : Optional.of(new Ttl((int) seconds));
    }

    @Override
    public int compareTo(Ttl other) {
        return Integer.compare(seconds, other.seconds);
    }
}
