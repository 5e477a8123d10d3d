package cadastre.emulator;

import cadastre.dns.Name;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// The public key of a DNSKEY record, and what is computed from it.
///
/// @rfc 4034 section 2
record PublicKey(int flags, int algorithm, String base64) {
    private static final int PROTOCOL = 3;

    private static final Map<Integer, String> NAMES = Map.of(
            8, "RSASHA256",
            10, "RSASHA512",
            13, "ECDSAP256SHA256",
            14, "ECDSAP384SHA384",
            15, "ED25519",
            16, "ED448");

    /// {@return the key, or nothing if `base64` is not base64}
    static Optional<PublicKey> parse(int flags, int algorithm, String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64);
            return Optional.of(
                    new PublicKey(flags, algorithm, Base64.getEncoder().encodeToString(key)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static String algorithmName(int algorithm) {
        return NAMES.getOrDefault(algorithm, "ALGORITHM" + algorithm);
    }

    private byte[] rdata() {
        ByteArrayOutputStream rdata = new ByteArrayOutputStream();
        rdata.write(flags >> 8);
        rdata.write(flags);
        rdata.write(PROTOCOL);
        rdata.write(algorithm);
        rdata.writeBytes(Base64.getDecoder().decode(base64));
        return rdata.toByteArray();
    }

    /// {@return the key tag}
    ///
    /// @rfc 4034 appendix B
    int tag() {
        byte[] rdata = rdata();
        int sum = 0;
        for (int i = 0; i < rdata.length; i++) {
            sum += (rdata[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
        }
        return (sum + (sum >> 16)) & 0xffff;
    }

    /// {@return the SHA-256 digest for a DS record, hexadecimal in upper case}
    ///
    /// @rfc 4034 section 5.1.4
    /// @rfc 4509 section 2.1
    String digest(Name owner) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        for (String label : owner.lowerCase().labels()) {
            input.write(label.length());
            input.writeBytes(label.getBytes(StandardCharsets.ISO_8859_1));
        }
        input.write(0);
        input.writeBytes(rdata());
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(input.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
