package cadastre.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/// The octets of a credential. It does not print itself: [#toString] is the same for all.
///
/// Its text never belongs into a message, an address or a log; the client puts it into the one header it is
/// for.
public final class Secret {
    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /// {@return the secret of `text`, without white space around it}
    ///
    /// @throws IllegalArgumentException if nothing is left, or it holds what cannot stand in a header (anything
    /// but `!` to `~`); the message does not repeat it
    public static Secret of(String text) {
        String stripped = text.strip();
        if (!isOne(stripped)) {
            throw new IllegalArgumentException("a secret has at least one character, all of them visible ASCII");
        }
        return new Secret(stripped);
    }

    /// {@return whether [#of] takes `text`}
    public static boolean isOne(String text) {
        String stripped = text.strip();
        return !stripped.isEmpty() && stripped.chars().allMatch(c -> c >= '!' && c <= '~');
    }

    /// The secret that HTTP's Basic scheme makes of a user and a password.
    ///
    /// @rfc 7617 section 2
    static Secret basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Secret(Base64.getEncoder().encodeToString(both));
    }

    /// For the header only.
    String reveal() {
        return text;
    }

    /// {@return how many characters it has}
    public int length() {
        return text.length();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.US_ASCII), that.text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
