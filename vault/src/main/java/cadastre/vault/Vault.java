package cadastre.vault;

import static java.util.Objects.requireNonNull;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

/// Seals secrets and opens them at their places.
///
/// The octets of a sealed secret are those of Tink's envelope: the length of the wrapped key in four octets,
/// the wrapped key, and the secret under it. The wrapped key begins with a 1 and the four octets that are the
/// wrapping key's name. Safe for use by several threads.
public final class Vault {
    private static final byte[] NOTHING = {};
    private static final int LENGTH_OCTETS = 4;
    private static final byte NAMED = 1;

    private final Keys keys;
    private final Aead wrapping;
    private final Aead envelope;

    /// @param keys what wraps the secrets' own keys; sealing takes the primary one
    public Vault(Keys keys) {
        this.keys = requireNonNull(keys, "keys is null");
        this.wrapping = keys.aead();
        try {
            this.envelope = KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, wrapping);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink offers no envelope with AES-256-GCM", e);
        }
    }

    /// {@return the secret, sealed for `place` with a key of its own under the primary key}
    public SealedSecret seal(Secret secret, SecretPlace place) {
        byte[] octets = secret.octets();
        try {
            byte[] sealed = envelope.encrypt(octets, place.associatedData());
            return new SealedSecret(keys.primary(), place.version(), sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM did not encrypt", e);
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    /// {@return the secret that was sealed for `place`}
    ///
    /// @throws VaultException if the key is not there, or if this is not, octet for octet, what was sealed for
    ///     this place
    public Secret open(SealedSecret sealed, SecretPlace place) throws VaultException {
        wrappedKey(sealed);
        if (sealed.version() != place.version()) {
            throw VaultException.altered();
        }
        try {
            byte[] octets = envelope.decrypt(sealed.octets(), place.associatedData());
            Secret secret = Secret.of(octets);
            Arrays.fill(octets, (byte) 0);
            return secret;
        } catch (GeneralSecurityException e) {
            throw VaultException.altered(e);
        }
    }

    /// {@return the same secret, its key wrapped by the primary key; what is under it already is returned as it
    /// is}
    ///
    /// The secret is not opened, so that only [#open] tells whether it is whole.
    ///
    /// @throws VaultException if the key is not there, or the wrapped key is not what was wrapped
    public SealedSecret rewrap(SealedSecret sealed) throws VaultException {
        byte[] wrapped = wrappedKey(sealed);
        byte[] key;
        try {
            key = wrapping.decrypt(wrapped, NOTHING);
        } catch (GeneralSecurityException e) {
            throw VaultException.altered(e);
        }
        if (sealed.keyName().equals(keys.primary())) {
            return sealed;
        }
        try {
            byte[] again = wrapping.encrypt(key, NOTHING);
            byte[] before = sealed.octets();
            int rest = LENGTH_OCTETS + wrapped.length;
            byte[] after = ByteBuffer.allocate(LENGTH_OCTETS + again.length + before.length - rest)
                    .putInt(again.length)
                    .put(again)
                    .put(before, rest, before.length - rest)
                    .array();
            return new SealedSecret(keys.primary(), sealed.version(), after);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM did not encrypt", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// The wrapped key, which must be under the key that the sealed secret names.
    private byte[] wrappedKey(SealedSecret sealed) throws VaultException {
        if (!keys.names().contains(sealed.keyName())) {
            throw VaultException.noKey(sealed.keyName());
        }
        ByteBuffer octets = ByteBuffer.wrap(sealed.octets());
        int length = octets.remaining() < LENGTH_OCTETS ? -1 : octets.getInt();
        if (length < 1 + LENGTH_OCTETS || length > octets.remaining()) {
            throw VaultException.altered();
        }
        byte[] wrapped = new byte[length];
        octets.get(wrapped);
        String name = HexFormat.of().formatHex(wrapped, 1, 1 + LENGTH_OCTETS);
        if (wrapped[0] != NAMED || !name.equals(sealed.keyName())) {
            throw VaultException.altered();
        }
        return wrapped;
    }
}
