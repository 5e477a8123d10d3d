package cadastre.emulator;

import java.util.Set;

/// What a call needs of a token, and which of Gandi's scopes give it.
enum Permission {
    VIEW(Set.of("domain:view", "domain:renew", "domain:tech")),
    TECH(Set.of("domain:tech"));

    private final Set<String> grantedBy;

    Permission(Set<String> grantedBy) {
        this.grantedBy = grantedBy;
    }

    Set<String> grantedBy() {
        return grantedBy;
    }
}
