package cadastre.register;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is known of an integration's credential. The secret itself is elsewhere, sealed.
///
/// @param address  where the sealed secret is
/// @param masked   what may be shown of it, such as `pat_••••3f9c`
/// @param since    when it was given to us
/// @param endsAt   when it ends, if anybody told
/// @param workedAt when it was last seen to work; empty if it never was
public record Credential(
        String address, String masked, Instant since, Optional<Instant> endsAt, Optional<Instant> workedAt) {
    /// How long before the end of a token it is said that it ends.
    public static final Duration SOON = Duration.ofDays(30);

    private static final int SHOWN = 4;

    /// None may be null.
    public Credential {
        requireNonNull(address, "address is null");
        requireNonNull(masked, "masked is null");
        requireNonNull(since, "since is null");
        requireNonNull(endsAt, "endsAt is null");
        requireNonNull(workedAt, "workedAt is null");
    }

    /// {@return what may be shown of a secret: its last four characters, if they are few of many}
    public static String mask(String secret) {
        return secret.length() < 4 * SHOWN ? "••••••••" : "••••••••" + secret.substring(secret.length() - SHOWN);
    }

    /// {@return how long it still lives at `now`, if anybody told; negative after its end}
    public Optional<Duration> left(Instant now) {
        return endsAt.map(end -> Duration.between(now, end));
    }

    /// {@return the same, seen to work}
    ///
    /// @param end when it ends, if it said so; else what is known stays
    public Credential worked(Instant at, Optional<Instant> end) {
        return new Credential(address, masked, since, end.or(() -> endsAt), Optional.of(at));
    }
}
