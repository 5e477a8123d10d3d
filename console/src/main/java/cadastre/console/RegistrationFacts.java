package cadastre.console;

import cadastre.provider.Milestone;
import cadastre.register.Facts;
import cadastre.register.Holding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the registrar tells of a domain, line by line. Pure.
final class RegistrationFacts {
    private RegistrationFacts() {}

    static List<DomainPages.Fact> of(Holding holding, Instant now) {
        Facts facts = holding.facts();
        List<DomainPages.Fact> lines = new ArrayList<>();
        for (Milestone milestone : Milestone.values()) {
            Instant at = facts.dates().get(milestone);
            if (at != null) {
                lines.add(new DomainPages.Fact(label(milestone), Say.date(at) + days(milestone, at, now)));
            }
        }
        lines.add(new DomainPages.Fact("Auto-renewal", facts.autoRenew() ? "on" : "off"));
        lines.add(new DomainPages.Fact("Status", joined(facts.status(), "none told")));
        lines.add(new DomainPages.Fact(
                "Transfer lock",
                facts.lockable()
                        .map(can -> facts.status().contains("clientTransferProhibited")
                                ? "on"
                                : can ? "off" : "the registry knows none")
                        .orElse("not read yet")));
        lines.add(new DomainPages.Fact("Organization", text(facts.organization())));
        lines.add(new DomainPages.Fact("Registrant", text(facts.registrant())));
        lines.add(new DomainPages.Fact(
                "Privacy: name and address", hidden(facts.privacy().hidesAddress())));
        lines.add(new DomainPages.Fact(
                "Privacy: mail address", hidden(facts.privacy().hidesMail())));
        lines.add(new DomainPages.Fact("Tags", joined(facts.tags(), "none")));
        lines.add(new DomainPages.Fact("Services at Gandi", joined(facts.services(), "not read yet")));
        lines.add(new DomainPages.Fact("First seen", Say.date(holding.firstSeenAt())));
        lines.add(new DomainPages.Fact("Last listed", Say.ago(holding.seenAt(), now)));
        lines.add(new DomainPages.Fact(
                "Own page read",
                holding.detailedAt().map(at -> Say.ago(at, now)).orElse("not yet")));
        return lines;
    }

    private static String days(Milestone milestone, Instant at, Instant now) {
        return milestone == Milestone.ENDS ? " (" + Say.days(at, now) + " days left)" : "";
    }

    private static String label(Milestone milestone) {
        return switch (milestone) {
            case CREATED -> "At Gandi since";
            case REGISTERED -> "Registered";
            case ENDS -> "Expires";
            case UPDATED -> "Changed last";
            case RENEWABLE -> "May be renewed from";
            case AUTHINFO_ENDS -> "Transfer code ends";
            case HOLD_BEGINS -> "Stops answering";
            case HOLD_ENDS -> "Hold ends";
            case DELETES -> "Given up by Gandi";
            case RESTORE_ENDS -> "Can be restored until";
            case PENDING_DELETE_ENDS -> "Free for anybody";
        };
    }

    private static String hidden(Optional<Boolean> hides) {
        return hides.map(yes -> yes ? "hidden" : "public").orElse("not told");
    }

    private static String joined(List<String> texts, String none) {
        return texts.isEmpty() ? none : String.join(", ", texts);
    }

    private static String text(String text) {
        return text.isEmpty() ? "not told" : text;
    }
}
