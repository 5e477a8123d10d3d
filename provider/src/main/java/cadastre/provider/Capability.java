package cadastre.provider;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// What a credential may do, in the four words that users see.
public enum Capability {
    /// Sees the registrations.
    DOMAIN_READ("domain:read", "See and renew domain names", "sync, expiry dates and their reminders"),
    /// Changes what the registry holds of them.
    DOMAIN_WRITE(
            "domain:write",
            "Manage domain name technical configurations",
            "editing name servers, auto-renewal and locks"),
    /// Sees the zones.
    DNS_READ("dns:read", "Manage domain name technical configurations", "records, snapshots and drift"),
    /// Changes them.
    DNS_WRITE("dns:write", "Manage domain name technical configurations", "editing records, undo and roll back");

    private final String word;
    private final String box;
    private final String unlocks;

    Capability(String word, String box, String unlocks) {
        this.word = requireNonNull(word, "word is null");
        this.box = requireNonNull(box, "box is null");
        this.unlocks = requireNonNull(unlocks, "unlocks is null");
    }

    /// {@return its name, such as `dns:read`}
    public String word() {
        return word;
    }

    /// {@return the capability of that name, if it is one}
    public static Optional<Capability> find(String word) {
        for (Capability one : values()) {
            if (one.word.equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /// {@return the label of the box on Gandi's page of tokens that grants it}
    public String box() {
        return box;
    }

    /// {@return what of ours is off without it, to be read after "off without that:"}
    public String unlocks() {
        return unlocks;
    }
}
