package cadastre.emulator;

import cadastre.dns.Name;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// The keys with which LiveDNS signs one zone. Thread-safe.
final class ZoneKeys {
    /// ECDSA on the curve P-256 with SHA-256, whose public keys have 64 octets.
    private static final int ALGORITHM = 13;

    private static final int KSK = 257;

    private final Name apex;
    private final List<ZoneKey> keys;
    private int made;

    ZoneKeys(Name apex, Collection<ZoneKey> keys) {
        this.apex = apex;
        this.keys = new ArrayList<>(keys);
        this.made = keys.size();
    }

    /// All of it at one moment.
    ///
    /// @param made how many there ever were
    record Held(List<ZoneKey> keys, int made) {}

    ZoneKeys(Name apex, Held held) {
        this(apex, held.keys());
        this.made = held.made();
    }

    synchronized Held held() {
        return new Held(List.copyOf(keys), made);
    }

    /// {@return all, those that were deleted too}
    synchronized List<ZoneKey> all() {
        return List.copyOf(keys);
    }

    /// {@return whether the zone is signed}
    synchronized boolean isInUse() {
        return keys.stream().anyMatch(key -> !key.deleted());
    }

    synchronized Optional<ZoneKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /// Makes a key. Nothing is ever signed with it, so it is no point on the curve but octets that look like one,
    /// the same ones in each run.
    ///
    /// @param flags 256 or 257
    synchronized ZoneKey make(int flags) {
        made++;
        String seed = "key/" + apex + "/" + made;
        byte[] octets = new byte[64];
        System.arraycopy(digest(seed + "/x"), 0, octets, 0, 32);
        System.arraycopy(digest(seed + "/y"), 0, octets, 32, 32);
        ZoneKey key = ZoneKey.of(
                id(apex, made - 1),
                apex,
                new PublicKey(flags, ALGORITHM, Base64.getEncoder().encodeToString(octets)),
                "active",
                false);
        keys.add(key);
        return key;
    }

    /// Makes the zone signed: by what keys it had before, or a new one.
    synchronized void activate() {
        if (keys.isEmpty()) {
            make(KSK);
        }
        keys.replaceAll(key -> key.withDeleted(false));
    }

    synchronized void deactivate() {
        keys.replaceAll(key -> key.withDeleted(true));
    }

    /// {@return whether there is such a key}
    synchronized boolean setDeleted(String id, boolean deleted) {
        Predicate<ZoneKey> one = key -> key.id().equals(id);
        keys.replaceAll(key -> one.test(key) ? key.withDeleted(deleted) : key);
        return keys.stream().anyMatch(one);
    }

    /// {@return the id of the key of that number, from 0: the same one in each run}
    static String id(Name apex, int number) {
        return UUID.nameUUIDFromBytes(("key/" + apex + "/" + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
