package cadastre.registration;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A name held at a registrar. Immutable and thread-safe.
///
/// @param name       the registered name
/// @param delegation what the registrar says about it
public record Registration(Name name, Delegation delegation) {
    /// Neither may be null.
    public Registration {
        requireNonNull(name, "name is null");
        requireNonNull(delegation, "delegation is null");
    }

    /// {@return a digest of all it holds (SHA-256, 64 hexadecimal digits), the same for equal registrations and
    /// no others}
    public String fingerprint() {
        StringBuilder text = new StringBuilder().append(name.lowerCase()).append('\n');
        delegation.asSet().stream()
                .sorted()
                .forEach(server -> text.append(server.lowerCase()).append('\n'));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
