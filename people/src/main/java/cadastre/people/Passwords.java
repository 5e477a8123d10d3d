package cadastre.people;

import static java.util.Objects.requireNonNull;

import cadastre.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Hashes passwords and checks them, with Argon2id.
///
/// A password is its Unicode text in NFC: it does not matter on which keyboard an `ä` was typed. Safe for use
/// by several threads; of those that hash at once no more than a given number do, so that a flood of sign-ins
/// takes a bounded amount of memory.
///
/// @rfc 9106 section 3.1
public final class Passwords {
    private static final int SALT_OCTETS = 16;
    private static final int HASH_OCTETS = 32;

    private final PasswordHash.Cost cost;
    private final Semaphore places;

    /// @param cost   of what is hashed from now on
    /// @param atOnce how many threads may hash at once, at least 1; each takes the memory that `cost` says
    public Passwords(PasswordHash.Cost cost, int atOnce) {
        this.cost = requireNonNull(cost, "cost is null");
        if (atOnce < 1) {
            throw new IllegalArgumentException("at least one thread hashes, not " + atOnce);
        }
        this.places = new Semaphore(atOnce, true);
    }

    /// {@return what `password` will be checked with}
    public PasswordHash hash(Secret password, SecureRandom chance) {
        byte[] salt = new byte[SALT_OCTETS];
        chance.nextBytes(salt);
        return PasswordHash.of(cost, salt, argon2id(password, cost, salt, HASH_OCTETS));
    }

    /// {@return whether `password` is the one that was hashed}
    public boolean isRight(Secret password, PasswordHash hash) {
        byte[] expected = hash.hash();
        return MessageDigest.isEqual(expected, argon2id(password, hash.cost(), hash.salt(), expected.length));
    }

    /// Does the work of checking a password where there is none to check, so that it takes the same time.
    public void checkNothing(Secret password) {
        argon2id(password, cost, new byte[SALT_OCTETS], HASH_OCTETS);
    }

    /// {@return whether the hash is of another cost than is asked for now, so that the password, when next
    /// known, should be hashed again}
    public boolean isOutdated(PasswordHash hash) {
        return !hash.cost().equals(cost);
    }

    private byte[] argon2id(Secret password, PasswordHash.Cost how, byte[] salt, int octets) {
        byte[] text = Normalizer.normalize(password.text(), Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        byte[] hash = new byte[octets];
        places.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(how.memoryKib())
                    .withIterations(how.passes())
                    .withParallelism(how.lanes())
                    .withSalt(salt)
                    .build());
            generator.generateBytes(text, hash);
            return hash;
        } finally {
            places.release();
            Arrays.fill(text, (byte) 0);
        }
    }
}
