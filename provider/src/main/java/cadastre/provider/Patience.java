package cadastre.provider;

import java.time.Duration;

/// How long and how often one request is tried.
///
/// @param tooMany      how long it is repeated while the provider says that there are too many; waiting for our
/// own                     budget does not count
/// @param reads        how often a request that only reads is sent at most, if the connection is lost or the
///                     provider fails; at least 1
/// @param connect      how long a connection may take
/// @param readAnswer   how long the whole answer to a request that only reads may take
/// @param changeAnswer how long the whole answer to a change may take
public record Patience(Duration tooMany, int reads, Duration connect, Duration readAnswer, Duration changeAnswer) {
    /// @throws IllegalArgumentException if a request may not be sent at all, or has no time
    public Patience {
        boolean timeless = connect.isNegative() || connect.isZero() || readAnswer.isNegative() || readAnswer.isZero();
        if (reads < 1 || timeless || changeAnswer.isNegative() || changeAnswer.isZero() || tooMany.isNegative()) {
            throw new IllegalArgumentException("patience is at least one attempt and some time for it");
        }
    }

    /// {@return what suits Gandi, whose answers to changes of large zones take minutes}
    public static Patience usual() {
        return new Patience(
                Duration.ofMinutes(15), 4, Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ofMinutes(10));
    }
}
