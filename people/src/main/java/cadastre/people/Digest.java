package cadastre.people;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// 256 bits that stand for more than can be kept, or than should be.
///
/// @param hex 64 lower-case hexadecimal digits
public record Digest(String hex) {
    private static final Pattern SPELLING = Pattern.compile("[0-9a-f]{64}");

    /// Not null.
    ///
    /// @throws IllegalArgumentException if these are not 64 lower-case hexadecimal digits
    public Digest {
        requireNonNull(hex, "hex is null");
        if (!SPELLING.matcher(hex).matches()) {
            throw new IllegalArgumentException("not 64 lower-case hexadecimal digits: " + hex);
        }
    }

    /// {@return the SHA-256 of `octets`}
    public static Digest of(byte[] octets) {
        try {
            return ofOctets(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// {@return the SHA-256 of the UTF-8 form of `text`}
    public static Digest of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The digest that these 32 octets are.
    static Digest ofOctets(byte[] digest) {
        return new Digest(HexFormat.of().formatHex(digest));
    }

    byte[] octets() {
        return HexFormat.of().parseHex(hex);
    }

    /// {@return the digits}
    @Override
    public String toString() {
        return hex;
    }
}
