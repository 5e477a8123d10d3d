package cadastre.provider;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A provider did not do what it was asked to.
///
/// The message is the text that users of DNSControl know; it never holds a secret. What to do about it is the
/// [#advice].
public final class ProviderException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final @Nullable String advice;

    /// @param message what happened, as users read it
    /// @param reason  why
    /// @param advice  what to do about it: sentences; null if there is nothing to say
    public ProviderException(String message, Reason reason, @Nullable String advice) {
        this(message, reason, advice, null);
    }

    /// @param message what happened, as users read it
    /// @param reason  why
    /// @param advice  what to do about it: sentences; null if there is nothing to say
    /// @param cause   what was caught, if anything
    public ProviderException(String message, Reason reason, @Nullable String advice, @Nullable Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
        this.reason = requireNonNull(reason, "reason is null");
        this.advice = advice;
    }

    /// {@return why}
    public Reason reason() {
        return reason;
    }

    /// {@return what to do about it, in sentences, if there is anything to say}
    public Optional<String> advice() {
        return Optional.ofNullable(advice);
    }

    /// {@return what is wrong}
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage(), "every one is made with a message");
    }
}
