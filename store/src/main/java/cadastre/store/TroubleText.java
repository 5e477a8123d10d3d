package cadastre.store;

import cadastre.dns.Name;
import cadastre.provider.Capability;
import cadastre.register.Trouble;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A trouble as JSON and back: `{"trouble":"token-expired","at":"2026-11-24T10:00:00Z"}`.
final class TroubleText {
    private static final String KIND = "trouble";

    private TroubleText() {}

    static @Nullable String of(Optional<Trouble> trouble) {
        return trouble.map(TroubleText::of).orElse(null);
    }

    static String of(Trouble trouble) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(KIND, trouble.slug());
        switch (trouble) {
            case Trouble.TokenExpired(Instant at) -> members.put("at", at.toString());
            case Trouble.MissingPermission(Set<Capability> missing) ->
                members.put(
                        "missing",
                        missing.stream().sorted().map(Capability::word).collect(Collectors.joining(" ")));
            case Trouble.OutOfReach(Name name) -> members.put("name", name.toString());
            case Trouble.NotOnLiveDns(Name name) -> members.put("name", name.toString());
            case Trouble.RateLimited(Optional<Instant> until) ->
                until.ifPresent(at -> members.put("until", at.toString()));
            case Trouble.Outage(int status) -> members.put("status", Integer.toString(status));
            case Trouble.TurnedAway(int status) -> members.put("status", Integer.toString(status));
            case Trouble.Misconfigured(String key) -> members.put("key", key);
            case Trouble.TokenRevoked _,
                    Trouble.TokenEnded _,
                    Trouble.TokenUnknown _,
                    Trouble.NoDomains _,
                    Trouble.Unreachable _,
                    Trouble.NotUnderstood _,
                    Trouble.WrongAddress _ -> {}
        }
        return Json.of(members);
    }

    static Optional<Trouble> parse(Optional<String> text) {
        return text.map(TroubleText::parse);
    }

    private static Trouble parse(String text) {
        Map<String, String> members = Json.map(text);
        String kind = member(members, KIND);
        return switch (kind) {
            case "token-expired" -> new Trouble.TokenExpired(Instant.parse(member(members, "at")));
            case "token-revoked" -> new Trouble.TokenRevoked();
            case "token-no-longer-accepted" -> new Trouble.TokenEnded();
            case "token-unknown-to-gandi" -> new Trouble.TokenUnknown();
            case "missing-permission" -> new Trouble.MissingPermission(capabilities(member(members, "missing")));
            case "domain-out-of-reach" -> new Trouble.OutOfReach(Name.of(member(members, "name")));
            case "no-domains-found" -> new Trouble.NoDomains();
            case "not-on-livedns" -> new Trouble.NotOnLiveDns(Name.of(member(members, "name")));
            case "rate-limited" ->
                new Trouble.RateLimited(
                        Optional.ofNullable(members.get("until")).map(Instant::parse));
            case "gandi-fails" -> new Trouble.Outage(Integer.parseInt(member(members, "status")));
            case "gandi-is-not-reached" -> new Trouble.Unreachable();
            case "answer-not-understood" -> new Trouble.NotUnderstood();
            case "turned-away" -> new Trouble.TurnedAway(Integer.parseInt(member(members, "status")));
            case "wrong-address" -> new Trouble.WrongAddress();
            case "wrong-setting" -> new Trouble.Misconfigured(member(members, "key"));
            default -> throw new IllegalStateException("the database holds a trouble of another version: " + kind);
        };
    }

    /// {@return the capabilities of words with blanks between them}
    static Set<Capability> capabilities(String words) {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        for (String word : words.split(" ", -1)) {
            Capability.find(word).ifPresent(capabilities::add);
        }
        return capabilities;
    }

    private static String member(Map<String, String> members, String key) {
        String value = members.get(key);
        if (value == null) {
            throw new IllegalStateException("the database holds a trouble without " + key);
        }
        return value;
    }
}
