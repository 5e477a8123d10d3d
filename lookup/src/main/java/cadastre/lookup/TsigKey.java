package cadastre.lookup;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import java.time.Clock;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.xbill.DNS.TSIG;

/// A key that messages between two parties are signed with. It does not print its secret. Thread-safe.
///
/// @rfc 8945 section 4.2
public final class TsigKey {
    /// How messages are signed.
    ///
    /// @rfc 8945 section 6
    public enum Algorithm {
        /// Broken, and still the only one that some servers are set up with.
        HMAC_MD5("HmacMD5"),
        /// Weak.
        HMAC_SHA1("HmacSHA1"),
        /// SHA-224.
        HMAC_SHA224("HmacSHA224"),
        /// SHA-256, the usual one.
        HMAC_SHA256("HmacSHA256"),
        /// SHA-384.
        HMAC_SHA384("HmacSHA384"),
        /// SHA-512.
        HMAC_SHA512("HmacSHA512");

        private final String platform;

        Algorithm(String platform) {
            this.platform = platform;
        }

        private org.xbill.DNS.Name wire() {
            return switch (this) {
                case HMAC_MD5 -> TSIG.HMAC_MD5;
                case HMAC_SHA1 -> TSIG.HMAC_SHA1;
                case HMAC_SHA224 -> TSIG.HMAC_SHA224;
                case HMAC_SHA256 -> TSIG.HMAC_SHA256;
                case HMAC_SHA384 -> TSIG.HMAC_SHA384;
                case HMAC_SHA512 -> TSIG.HMAC_SHA512;
            };
        }
    }

    private final Name name;
    private final Algorithm algorithm;
    private final SecretKey secret;

    /// A key.
    ///
    /// @param name   what both parties call it
    /// @param secret at least one octet; copied
    /// @throws IllegalArgumentException if the secret is empty
    public TsigKey(Name name, Algorithm algorithm, byte[] secret) {
        this.name = requireNonNull(name, "name is null");
        this.algorithm = requireNonNull(algorithm, "algorithm is null");
        this.secret = new SecretKeySpec(secret, algorithm.platform);
    }

    /// {@return what both parties call it}
    public Name name() {
        return name;
    }

    /// For one message or one stream: what signs them is not to be shared.
    TSIG signer() {
        return new TSIG(algorithm.wire(), Records.theirs(name), secret, Clock.systemUTC());
    }

    @Override
    public String toString() {
        return "TsigKey[" + name + ", " + algorithm + ", secret hidden]";
    }
}
