package cadastre.people;

import cadastre.vault.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// 256 random bits that let in whoever has them. Only the digest is kept; it does not print.
public final class Ticket {
    private static final int OCTETS = 32;
    private static final Pattern SPELLING = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Secret secret;

    private Ticket(byte[] octets) {
        this.secret = Secret.of(octets);
    }

    /// {@return one that nobody has}
    public static Ticket fresh(SecureRandom chance) {
        byte[] octets = new byte[OCTETS];
        chance.nextBytes(octets);
        return new Ticket(octets);
    }

    /// {@return what [#text] wrote; empty for any other text, and then it is of nobody}
    public static Optional<Ticket> parse(String text) {
        return SPELLING.matcher(text).matches()
                ? Optional.of(new Ticket(Base64.getUrlDecoder().decode(text)))
                : Optional.empty();
    }

    /// {@return 43 characters that may stand in an address or a cookie; for its holder alone}
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret.octets());
    }

    /// {@return what is kept of it, and by which it is found}
    public Digest digest() {
        return Digest.of(secret.octets());
    }

    /// {@return the same for all tickets}
    @Override
    public String toString() {
        return "Ticket[not shown]";
    }
}
