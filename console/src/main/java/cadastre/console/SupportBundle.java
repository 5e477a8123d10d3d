package cadastre.console;

import cadastre.provider.Capability;
import cadastre.register.Card;
import cadastre.register.Integration;
import cadastre.register.SentRequest;
import cadastre.register.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What whoever is asked for help needs to know of an integration. Holds no secret and no record. Pure.
final class SupportBundle {
    private SupportBundle() {}

    static String of(Card card, Optional<String> failure, List<SentRequest> requests, Instant now) {
        Integration integration = card.integration();
        StringBuilder text = new StringBuilder();
        line(text, "Cadastre support bundle of", now.toString());
        line(text, "Integration ID", integration.id().text());
        line(text, "Provider", integration.provider());
        line(text, "Status", card.status(now).label());
        line(text, "Added", integration.addedAt().toString());
        line(
                text,
                "Last success",
                integration.lastSuccess().map(Instant::toString).orElse("never"));
        line(text, "Trouble", integration.trouble().map(Trouble::message).orElse("none"));
        failure.ifPresent(one -> line(text, "Could not begin", one));
        line(text, "Token since", integration.credential().since().toString());
        line(
                text,
                "Token ends",
                integration.credential().endsAt().map(Instant::toString).orElse("not told"));
        line(
                text,
                "Token last worked",
                integration.credential().workedAt().map(Instant::toString).orElse("never"));
        line(
                text,
                "Capabilities",
                integration
                        .capabilities()
                        .map(all -> all.stream().sorted().map(Capability::word).collect(Collectors.joining(", ")))
                        .orElse("not told"));
        line(text, "Domains", String.valueOf(card.domains()));
        line(text, "Zones read", String.valueOf(card.zones()));
        line(text, "Requests in the last hour", String.valueOf(card.lastHour()));
        text.append("\nThe latest requests:\n");
        for (SentRequest one : requests) {
            text.append(one.at())
                    .append("  ")
                    .append(
                            one.status().isPresent()
                                    ? String.valueOf(one.status().getAsInt())
                                    : "---")
                    .append("  ")
                    .append(one.call())
                    .append(one.requestId().map(id -> "  " + id).orElse(""))
                    .append('\n');
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }
}
