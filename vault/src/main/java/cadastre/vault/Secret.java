package cadastre.vault;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/// Octets that nobody else may see: they do not print, are not serialised, and can be wiped.
///
/// Wiping clears these octets. Copies that were handed out, and texts made of them, are their receivers' to
/// keep short. Safe for use by several threads.
public final class Secret implements AutoCloseable {
    private final byte[] octets;
    private boolean wiped;

    private Secret(byte[] octets) {
        this.octets = octets;
    }

    /// {@return the secret that these octets are; they are copied}
    public static Secret of(byte[] octets) {
        return new Secret(octets.clone());
    }

    /// {@return the secret that is the UTF-8 form of `text`}
    ///
    /// @throws IllegalArgumentException if `text` has half a surrogate pair, which has no such form
    public static Secret of(CharSequence text) {
        requireNonNull(text, "text is null");
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] octets = new byte[encoded.remaining()];
            encoded.get(octets).rewind();
            encoded.put(new byte[octets.length]);
            return new Secret(octets);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a secret has half a surrogate pair", e);
        }
    }

    /// {@return a copy of the octets}
    ///
    /// @throws IllegalStateException if the secret was wiped
    public synchronized byte[] octets() {
        requireKept();
        return octets.clone();
    }

    /// {@return the text whose UTF-8 form the octets are}
    ///
    /// @throws IllegalStateException if the secret was wiped
    public synchronized String text() {
        requireKept();
        return new String(octets, StandardCharsets.UTF_8);
    }

    /// {@return whether both hold the same octets, found out in a time that does not depend on where they differ}
    ///
    /// @throws IllegalStateException if either was wiped
    public boolean sameAs(Secret other) {
        byte[] theirs = other.octets();
        try {
            return sameAs(theirs);
        } finally {
            Arrays.fill(theirs, (byte) 0);
        }
    }

    private synchronized boolean sameAs(byte[] theirs) {
        requireKept();
        return MessageDigest.isEqual(octets, theirs);
    }

    private void requireKept() {
        if (wiped) {
            throw new IllegalStateException("the secret was wiped");
        }
    }

    /// Wipes the octets. Wiping twice is as wiping once.
    @Override
    public synchronized void close() {
        Arrays.fill(octets, (byte) 0);
        wiped = true;
    }

    /// {@return the same for all secrets}
    @Override
    public String toString() {
        return "Secret[not shown]";
    }
}
