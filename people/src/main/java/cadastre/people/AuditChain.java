package cadastre.people;

import static java.util.Objects.requireNonNull;

import cadastre.vault.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Entries of an audit log, each linked by a keyed hash to all before it.
///
/// A link is HMAC-SHA256 over the number, the link before, and the entry. Without the key nobody changes,
/// removes, inserts or exchanges entries unseen, but for cutting off the end: that is seen by whoever has noted
/// a head elsewhere. Each workspace has a chain of its own, from number 1. Safe for use by several threads.
public final class AuditChain {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "cadastre audit chain 1".getBytes(StandardCharsets.UTF_8);
    private static final int KEY_OCTETS = 32;

    private final Secret key;

    /// @param key 32 octets or more; it is copied
    /// @throws IllegalArgumentException if it is shorter
    public AuditChain(Secret key) {
        byte[] octets = key.octets();
        if (octets.length < KEY_OCTETS) {
            throw new IllegalArgumentException("the key of an audit chain has at least 32 octets");
        }
        this.key = Secret.of(octets);
        Arrays.fill(octets, (byte) 0);
    }

    /// How far a chain goes.
    ///
    /// @param number of the last entry; 0 if there is none
    /// @param link   of the last entry; zeros if there is none
    public record Head(long number, Digest link) {
        /// Of a chain without entries.
        public static final Head NONE = new Head(0, Digest.ofOctets(new byte[32]));

        /// Not null.
        ///
        /// @throws IllegalArgumentException if `number` is negative
        public Head {
            requireNonNull(link, "link is null");
            if (number < 0) {
                throw new IllegalArgumentException("entries count from 1: " + number);
            }
        }
    }

    /// An entry in its place.
    ///
    /// @param number counts the entries of a workspace from 1
    /// @param entry  what was done
    /// @param link   what holds it there
    public record Chained(long number, AuditEntry entry, Digest link) {
        /// None may be null.
        public Chained {
            requireNonNull(entry, "entry is null");
            requireNonNull(link, "link is null");
        }

        /// {@return the head of a chain that ends here}
        public Head head() {
            return new Head(number, link);
        }
    }

    /// What is to be said of a chain.
    public sealed interface Verdict {}

    /// It is whole.
    ///
    /// @param head how far it goes
    public record Whole(Head head) implements Verdict {
        /// Not null.
        public Whole {
            requireNonNull(head, "head is null");
        }
    }

    /// It is not. What stands before is whole; nothing is said of what stands after.
    ///
    /// @param number of the first entry that is not what was linked there
    /// @param damage what is seen there
    public record Broken(long number, Damage damage) implements Verdict {
        /// Not null.
        public Broken {
            requireNonNull(damage, "damage is null");
        }

        /// {@return where and what}
        public String message() {
            return "The audit log is broken at entry " + number + ": " + damage.message;
        }
    }

    /// What is seen where a chain is broken.
    public enum Damage {
        /// An entry with this number is not there, but a later one is.
        MISSING("it is missing, or stands elsewhere."),
        /// The entry is not the one that was linked here under this key.
        ALTERED("it is not what was noted, or the key is another."),
        /// The log ends before the head that was noted.
        CUT_OFF("the log ends before it.");

        private final String message;

        Damage(String message) {
            this.message = message;
        }
    }

    /// {@return the entry, linked to what ends with `head`}
    public Chained next(Head head, AuditEntry entry) {
        long number = Math.addExact(head.number(), 1);
        return new Chained(number, entry, link(head, entry));
    }

    private Digest link(Head head, AuditEntry entry) {
        byte[] octets = key.octets();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(octets, ALGORITHM));
            mac.update(PURPOSE);
            mac.update(ByteBuffer.allocate(8).putLong(head.number() + 1).array());
            mac.update(head.link().octets());
            return Digest.ofOctets(mac.doFinal(entry.octets()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    /// {@return whether the entries are the whole chain of a workspace}
    ///
    /// @param workspace whose
    /// @param entries   in the order of their numbers, from 1
    /// @param noted     a head that was noted elsewhere, to see whether the end is cut off
    public Verdict verify(WorkspaceId workspace, Iterable<Chained> entries, Optional<Head> noted) {
        Head head = Head.NONE;
        for (Chained one : entries) {
            long number = head.number() + 1;
            if (one.number() != number) {
                return new Broken(number, Damage.MISSING);
            }
            byte[] expected = link(head, one.entry()).octets();
            boolean right = MessageDigest.isEqual(expected, one.link().octets())
                    && one.entry().workspace().equals(workspace);
            boolean asNoted = noted.isEmpty()
                    || noted.get().number() != number
                    || noted.get().link().equals(one.link());
            if (!right || !asNoted) {
                return new Broken(number, Damage.ALTERED);
            }
            head = one.head();
        }
        boolean reached = noted.isEmpty() || noted.get().number() <= head.number();
        return reached ? new Whole(head) : new Broken(head.number() + 1, Damage.CUT_OFF);
    }
}
