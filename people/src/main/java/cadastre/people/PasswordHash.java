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
    private static final String NONE = "not a PHC string of Argon2id, version 19";
    private static final int SALT = 4;
    private static final int HASH = 5;
    private static final Pattern FORM = Pattern.compile("\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,7}),t=([1-9][0-9]{0,3})"
            + ",p=([1-9][0-9]{0,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /// Not null.
    ///
    /// @throws IllegalArgumentException if it is not of that form, or its cost is out of range
    public PasswordHash {
        requireNonNull(phc, "phc is null");
        Matcher parts = parts(phc);
        cost(parts);
        decoded(parts, SALT);
        decoded(parts, HASH);
    }

    static PasswordHash of(Cost cost, byte[] salt, byte[] hash) {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return new PasswordHash("$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.passes() + ",p=" + cost.lanes()
                + "$" + encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash));
    }

    private static Matcher parts(String phc) {
        Matcher parts = FORM.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalArgumentException(NONE);
        }
        return parts;
    }

    private static Cost cost(Matcher parts) {
        return new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    private static byte[] decoded(Matcher parts, int group) {
        try {
            return Base64.getDecoder().decode(parts.group(group));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(NONE, e);
        }
    }

    Cost cost() {
        return cost(parts(phc));
    }

    byte[] salt() {
        return decoded(parts(phc), SALT);
    }

    byte[] hash() {
        return decoded(parts(phc), HASH);
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
