package cadastre.console;

import cadastre.vault.Secret;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// New tokens that somebody has still to say a word about, in memory and for ten minutes: so that they need not be
/// pasted twice and never stand in a page. Thread-safe.
final class PendingTokens {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int MOST = 1000;

    private final InstantSource clock;
    private final SecureRandom chance = new SecureRandom();
    private final Map<String, Pending> tokens = new ConcurrentHashMap<>();

    private record Pending(Secret token, String owner, Instant until) {}

    PendingTokens(InstantSource clock) {
        this.clock = clock;
    }

    /// Keeps one.
    ///
    /// @param owner only who says the same gets it back
    /// @return by which it is found
    String keep(Secret token, String owner) {
        forget();
        byte[] octets = new byte[16];
        chance.nextBytes(octets);
        String nonce = HexFormat.of().formatHex(octets);
        tokens.put(nonce, new Pending(token, owner, clock.instant().plus(LIFE)));
        return nonce;
    }

    /// {@return it, once}
    Optional<Secret> take(String nonce, String owner) {
        forget();
        Pending pending = tokens.remove(nonce);
        return pending != null && pending.owner().equals(owner) ? Optional.of(pending.token()) : Optional.empty();
    }

    private void forget() {
        Instant now = clock.instant();
        tokens.values().removeIf(one -> one.until().isBefore(now));
        if (tokens.size() > MOST) {
            tokens.clear();
        }
    }
}
