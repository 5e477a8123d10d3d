package cadastre.vault;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// A sealed secret was not opened.
public final class VaultException extends Exception {
    private static final long serialVersionUID = 1L;

    /// Why.
    public enum Reason {
        /// The key that wraps the secret's own is not in the key file.
        NO_KEY,
        /// This is not, octet for octet, what was sealed for this place under this key. Nobody can tell which
        /// of these is wrong.
        ALTERED
    }

    private final Reason reason;

    private VaultException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    static VaultException noKey(String keyName) {
        return new VaultException(
                Reason.NO_KEY,
                "The key " + keyName
                        + ", which this secret is sealed with, is not in the key file. Put back the key file"
                        + " that holds it, or enter the secret anew.",
                null);
    }

    static VaultException altered() {
        return altered(null);
    }

    static VaultException altered(@Nullable Throwable cause) {
        return new VaultException(
                Reason.ALTERED,
                "The sealed secret is not what was sealed here: it was changed, or belongs elsewhere. Restore it from a"
                        + " backup, or enter the secret anew.",
                cause);
    }

    /// {@return why}
    public Reason reason() {
        return reason;
    }

    /// {@return what is wrong and what to do}
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage(), "every one is made with a message");
    }
}
