package cadastre.emulator;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Who asks. A token works only as `Bearer` and a key only as `Apikey`.
record Authentication(Registry registry) {
    /// {@return the credential that `request` presents}
    ///
    /// @throws Refused without credentials 401; for a wrong or expired token, or a token presented as a key, 403;
    /// for a wrong key 401
    Credential require(Request request, Instant now) throws Refused {
        String header = request.header("authorization").orElse("");
        int blank = header.indexOf(' ');
        if (blank < 0) {
            throw new Refused(Errors.noCredentials());
        }
        String secret = header.substring(blank + 1).strip();
        return switch (header.substring(0, blank).toLowerCase(Locale.ROOT)) {
            case "bearer" -> bearer(secret, now).orElseThrow(() -> new Refused(Errors.forbidden()));
            case "apikey" -> key(secret);
            default -> throw new Refused(Errors.noCredentials());
        };
    }

    /// {@return the token of that secret, if it lives}
    Optional<Credential> bearer(String secret, Instant now) {
        return registry.credential(secret)
                .filter(credential -> credential.kind() == Credential.Kind.TOKEN)
                .filter(credential -> !credential.isExpired(now));
    }

    private Credential key(String secret) throws Refused {
        Optional<Credential> credential = registry.credential(secret);
        if (credential.isEmpty()) {
            throw new Refused(Errors.wrongKey());
        }
        if (credential.get().kind() != Credential.Kind.API_KEY) {
            throw new Refused(Errors.forbidden());
        }
        return credential.get();
    }
}
