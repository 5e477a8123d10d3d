package cadastre.register;

import cadastre.provider.Milestone;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A fact of a registration whose change is worth a line in its history.
public enum Fact {
    /// When it ends, if that is said.
    EXPIRY("expiry", false),
    /// Whether it is renewed by itself.
    AUTO_RENEWAL("auto-renewal", true),
    /// Its locks and holds.
    STATUS("status", true),
    /// Whose name servers it refers to.
    SERVED_BY("served by", true),
    /// The name servers themselves.
    NAME_SERVERS("name servers", true),
    /// Its tags.
    TAGS("tags", true),
    /// The organization that holds it.
    ORGANIZATION("organization", true),
    /// Its holder.
    REGISTRANT("registrant", true);

    private final String label;
    private final boolean setting;

    Fact(String label, boolean setting) {
        this.label = label;
        this.setting = setting;
    }

    /// {@return its name as people read it}
    public String label() {
        return label;
    }

    /// {@return whether it only changes when somebody changes it, so that a change elsewhere is drift}
    public boolean isSetting() {
        return setting;
    }

    /// {@return its text, the same for equal facts whatever their order; empty as long as it is not known}
    public Optional<String> of(Facts facts) {
        return switch (this) {
            case EXPIRY ->
                Optional.ofNullable(facts.dates().get(Milestone.ENDS)).map(Instant::toString);
            case AUTO_RENEWAL -> Optional.of(facts.autoRenew() ? "on" : "off");
            case STATUS -> Optional.of(set(facts.status()));
            case SERVED_BY -> Optional.of(facts.servedBy().name().toLowerCase(Locale.ROOT));
            case NAME_SERVERS -> nonEmpty(set(facts.nameServers()).toLowerCase(Locale.ROOT));
            case TAGS -> Optional.of(set(facts.tags()));
            case ORGANIZATION -> nonEmpty(facts.organization());
            case REGISTRANT -> nonEmpty(facts.registrant());
        };
    }

    private static Optional<String> nonEmpty(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /// Name servers, locks and tags are sets.
    static String set(List<String> texts) {
        return texts.stream()
                .map(one -> one.endsWith(".") ? one.substring(0, one.length() - 1) : one)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .distinct()
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }
}
