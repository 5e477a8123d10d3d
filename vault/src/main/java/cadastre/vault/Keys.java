package cadastre.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/// The keys that wrap the keys of secrets: several, each with a name of eight hexadecimal digits, one of them
/// primary.
///
/// A value: rotating and retiring give other keys. Whoever does either to keys that are kept does it with
/// [KeyFile].
public final class Keys {
    private static final Configuration TINK = TinkConfig2026.get();

    private final KeysetHandle keyset;

    private Keys(KeysetHandle keyset) {
        this.keyset = keyset;
    }

    /// {@return one fresh key}
    public static Keys generate() {
        return withFreshPrimary(KeysetHandle.newBuilder());
    }

    private static Keys withFreshPrimary(KeysetHandle.Builder others) {
        try {
            return new Keys(others.setConfiguration(TINK)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink makes no key for AES-256-GCM", e);
        }
    }

    /// {@return the name of the key that wraps from now on}
    public String primary() {
        return name(keyset.getPrimary());
    }

    /// {@return the names of all, in the order in which they were made}
    public List<String> names() {
        return entries().stream().map(Keys::name).toList();
    }

    private List<KeysetHandle.Entry> entries() {
        return IntStream.range(0, keyset.size()).mapToObj(keyset::getAt).toList();
    }

    private static String name(KeysetHandle.Entry entry) {
        return HexFormat.of().toHexDigits(entry.getId());
    }

    /// {@return these and a fresh primary key}
    public Keys rotated() {
        return withFreshPrimary(KeysetHandle.newBuilder(keyset));
    }

    /// {@return these without one: what it wraps can no longer be opened}
    ///
    /// @throws IllegalArgumentException if there is no such key, or it is the primary one
    public Keys without(String name) {
        int place = names().indexOf(name);
        if (place < 0 || name.equals(primary())) {
            throw new IllegalArgumentException("not a key beside the primary one: " + name);
        }
        try {
            return new Keys(KeysetHandle.newBuilder(keyset)
                    .setConfiguration(TINK)
                    .deleteAt(place)
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink does not build a smaller set of keys", e);
        }
    }

    /// Opens what any of the keys wrapped, wraps with the primary one.
    Aead aead() {
        try {
            return keyset.getPrimitive(TINK, Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink offers no AES-256-GCM", e);
        }
    }

    /// The keys as [#format] wrote them.
    ///
    /// @throws GeneralSecurityException if that is not so
    static Keys parse(String json) throws GeneralSecurityException {
        Keys keys = new Keys(TinkJsonProtoKeysetFormat.parseKeyset(json, TINK, InsecureSecretKeyAccess.get()));
        for (KeysetHandle.Entry entry : keys.entries()) {
            if (entry.getStatus() != KeyStatus.ENABLED
                    || !entry.getKey().getParameters().equals(PredefinedAeadParameters.AES256_GCM)) {
                throw new GeneralSecurityException("key " + name(entry) + " is not for AES-256-GCM, or disabled");
            }
        }
        return keys;
    }

    /// The keys in the clear, as Tink's JSON.
    String format() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, TINK, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink does not write its own keys", e);
        }
    }

    /// {@return the names, never the keys}
    @Override
    public String toString() {
        return "Keys[primary " + primary() + ", all " + names() + "]";
    }
}
