package cadastre.emulator;

import java.util.Set;

/// What a call needs of a token.
enum Permission {
    /// To see registrations.
    VIEW,
    /// To renew registrations, which costs money.
    RENEW,
    /// To see and change zones, and the technical side of registrations. There is no permission to see zones
    /// only.
    TECH;

    /// {@return the scopes, as Gandi names them, of which each gives this permission}
    Set<String> grantedBy() {
        return switch (this) {
            case VIEW -> Set.of("domain:view", "domain:renew", "domain:tech");
            case RENEW -> Set.of("domain:renew");
            case TECH -> Set.of("domain:tech");
        };
    }
}
