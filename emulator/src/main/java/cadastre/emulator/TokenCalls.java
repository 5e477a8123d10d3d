package cadastre.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// `/organization/access-tokens`: a token makes its successor, in the last thirty days of its life. It stays good
/// until its own end.
final class TokenCalls {
    private static final Duration LAST_DAYS = Duration.ofDays(30);
    private static final int LONGEST_NAME = 42;

    private final Registry registry;

    TokenCalls(Registry registry) {
        this.registry = registry;
    }

    void addTo(Router router) {
        router.on("POST", "/v5/organization/access-tokens", this::renew);
    }

    private Answer renew(Call call) throws Refused {
        Credential old = call.credential();
        Optional<Instant> end = old.expiresAt();
        if (old.kind() != Credential.Kind.TOKEN || end.isEmpty()) {
            throw new Refused(Errors.forbidden());
        }
        if (call.now().isBefore(end.get().minus(LAST_DAYS))) {
            throw new Refused(Errors.badRequest("The access token can only be renewed in its last 30 days"));
        }
        Body body = Body.of(call);
        String name = body.text("name").orElse(old.name());
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            body.fault("name", "A name has 1 to " + LONGEST_NAME + " characters");
        }
        Instant expiry = expiry(body, call.now(), old);
        body.check();
        Credential made = registry.succeed(old, name, call.now(), expiry);
        return Answers.json(
                201,
                Fields.of("access_token", made.secret())
                        .and("entities", TokenInfoCalls.entities(made, registry))
                        .and("expires_at", DomainJson.date(expiry))
                        .and("id", made.id())
                        .and("name", name)
                        .and("scopes", made.permissions()));
    }

    private static Instant expiry(Body body, Instant now, Credential old) {
        Instant latest =
                ZonedDateTime.ofInstant(now, ZoneOffset.UTC).plusYears(1).toInstant();
        Optional<String> sent = body.text("expires_at");
        if (sent.isEmpty()) {
            Instant same = now.plus(old.lifetime());
            return same.isAfter(latest) ? latest : same;
        }
        try {
            Instant asked = Instant.parse(sent.get());
            if (asked.isAfter(now) && !asked.isAfter(latest)) {
                return asked;
            }
            body.fault("expires_at", "Must be in the future, at most one year from now");
        } catch (DateTimeParseException e) {
            body.fault("expires_at", "Invalid date");
        }
        return latest;
    }
}
