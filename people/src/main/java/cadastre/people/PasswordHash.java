package cadastre.people;

import static java.util.Objects.requireNonNull;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a password is checked with: an Argon2id hash with its salt and its cost. It does not print.
///
/// @param phc the PHC string, `$argon2id$v=19$m=…,t=…,p=…$salt$hash`
/// @rfc 9106
public record PasswordHash(String phc) {
    private static final Pattern FORM = Pattern.compile("\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,7}),t=([1-9][0-9]{0,3})"
            + ",p=([1-9][0-9]{0,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /// Not null.
    ///
    /// @throws IllegalArgumentException if it is not of that form
    public PasswordHash {
        requireNonNull(phc, "phc is null");
        parts(phc);
    }

    static PasswordHash of(Cost cost, byte[] salt, byte[] hash) {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return new PasswordHash("$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.passes() + ",p=" + cost.lanes()
                + "$" + encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash));
    }

    private static Matcher parts(String phc) {
        Matcher parts = FORM.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a PHC string of Argon2id, version 19");
        }
        return parts;
    }

    Cost cost() {
        Matcher parts = parts(phc);
        return new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    byte[] salt() {
        return Base64.getDecoder().decode(parts(phc).group(4));
    }

    byte[] hash() {
        return Base64.getDecoder().decode(parts(phc).group(5));
    }

    /// What Argon2id costs whoever computes it.
    ///
    /// @param memoryKib memory in KiB, at least 8 for each lane, at most 1 GiB
    /// @param passes    how often it is gone over, 1 to 1000
    /// @param lanes     how many may work at once, 1 to 255
    public record Cost(int memoryKib, int passes, int lanes) {
        /// 19 MiB, two passes, one lane: what OWASP asks for.
        public static final Cost STANDARD = new Cost(19 * 1024, 2, 1);

        /// The ranges are checked.
        ///
        /// @throws IllegalArgumentException if one is left
        public Cost {
            if (lanes < 1 || lanes > 255 || passes < 1 || passes > 1000) {
                throw new IllegalArgumentException("passes or lanes out of range: " + passes + ", " + lanes);
            }
            if (memoryKib < 8 * lanes || memoryKib > 1 << 20) {
                throw new IllegalArgumentException("memory out of range: " + memoryKib + " KiB");
            }
        }
    }

    /// {@return the cost only}
    @Override
    public String toString() {
        return "PasswordHash[" + cost() + "]";
    }
}
