package cadastre.vault;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/// A secret as it is stored. Without the key file nobody learns more from it than about how long the secret is.
public final class SealedSecret {
    private final String keyName;
    private final int version;
    private final byte[] octets;

    /// What was stored. Whether it is whole is seen when it is opened.
    ///
    /// @param keyName the name of the key that wraps the secret's own
    /// @param version the version of the place that it was sealed for
    /// @param octets  what [Vault] made; they are copied
    public SealedSecret(String keyName, int version, byte[] octets) {
        this.keyName = requireNonNull(keyName, "keyName is null");
        this.version = version;
        this.octets = octets.clone();
    }

    /// {@return the name of the key that wraps the secret's own}
    public String keyName() {
        return keyName;
    }

    /// {@return the version of the place that it was sealed for}
    public int version() {
        return version;
    }

    /// {@return a copy of the octets to store}
    public byte[] octets() {
        return octets.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedSecret that
                && keyName.equals(that.keyName)
                && version == that.version
                && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * keyName.hashCode() + version) + Arrays.hashCode(octets);
    }

    /// {@return the key's name, the version and the number of octets}
    @Override
    public String toString() {
        return "SealedSecret[key " + keyName + ", version " + version + ", " + octets.length + " octets]";
    }
}
