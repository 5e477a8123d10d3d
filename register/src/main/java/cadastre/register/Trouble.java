package cadastre.register;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.provider.Capability;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What keeps an integration, or one of its domains, from being looked at; in plain words and with a cure.
public sealed interface Trouble {
    /// The token worked, and its time is over.
    ///
    /// @param at when it ended, as it had said
    record TokenExpired(Instant at) implements Trouble {
        /// It may not be null.
        public TokenExpired {
            requireNonNull(at, "at is null");
        }
    }

    /// The token worked, its time is not over, and it is no longer accepted.
    record TokenRevoked() implements Trouble {}

    /// The token worked and is no longer accepted; nobody told how long it would live.
    record TokenEnded() implements Trouble {}

    /// The token was never seen working.
    record TokenUnknown() implements Trouble {}

    /// The token is alive and may not do what was asked.
    ///
    /// @param missing what it lacks; empty if it seems to lack nothing
    record MissingPermission(Set<Capability> missing) implements Trouble {
        /// The set is copied.
        public MissingPermission {
            missing = Set.copyOf(missing);
        }
    }

    /// A registration that was seen before is out of the credential's reach, or no longer held there.
    ///
    /// @param name what was asked for
    record OutOfReach(Name name) implements Trouble {
        /// It may not be null.
        public OutOfReach {
            requireNonNull(name, "name is null");
        }
    }

    /// The list of registrations is empty.
    record NoDomains() implements Trouble {}

    /// The registration is there; its zone is served by others.
    ///
    /// @param name of the registration
    record NotOnLiveDns(Name name) implements Trouble {
        /// It may not be null.
        public NotOnLiveDns {
            requireNonNull(name, "name is null");
        }
    }

    /// The provider wants to be left alone for a while.
    ///
    /// @param until when it may be asked again, if it said so
    record RateLimited(Optional<Instant> until) implements Trouble {
        /// It may not be null.
        public RateLimited {
            requireNonNull(until, "until is null");
        }
    }

    /// The provider fails.
    ///
    /// @param status of its answers
    record Outage(int status) implements Trouble {}

    /// The provider is not reached.
    record Unreachable() implements Trouble {}

    /// The provider answers what we do not understand.
    record NotUnderstood() implements Trouble {}

    /// Something before the provider answers, or the provider refuses without saying why.
    ///
    /// @param status of the answer
    record TurnedAway(int status) implements Trouble {}

    /// What answers at the address does not speak this interface.
    record WrongAddress() implements Trouble {}

    /// The settings do not allow the attempt.
    ///
    /// @param key which of them
    record Misconfigured(String key) implements Trouble {
        /// It may not be null.
        public Misconfigured {
            requireNonNull(key, "key is null");
        }
    }

    /// {@return its heading in the guide, as the last part of an address, such as `token-expired`}
    default String slug() {
        return switch (this) {
            case TokenExpired _ -> "token-expired";
            case TokenRevoked _ -> "token-revoked";
            case TokenEnded _ -> "token-no-longer-accepted";
            case TokenUnknown _ -> "token-unknown-to-gandi";
            case MissingPermission _ -> "missing-permission";
            case OutOfReach _ -> "domain-out-of-reach";
            case NoDomains _ -> "no-domains-found";
            case NotOnLiveDns _ -> "not-on-livedns";
            case RateLimited _ -> "rate-limited";
            case Outage _ -> "gandi-fails";
            case Unreachable _ -> "gandi-is-not-reached";
            case NotUnderstood _ -> "answer-not-understood";
            case TurnedAway _ -> "turned-away";
            case WrongAddress _ -> "wrong-address";
            case Misconfigured _ -> "wrong-setting";
        };
    }

    /// {@return what is wrong: one or two sentences}
    default String message() {
        return switch (this) {
            case TokenExpired(Instant at) -> "Gandi no longer accepts this token: it ended on " + date(at) + ".";
            case TokenRevoked _ ->
                "Gandi no longer accepts this token, though its time is not over: somebody deleted it at Gandi.";
            case TokenEnded _ -> "Gandi no longer accepts this token: it expired, or somebody deleted it at Gandi.";
            case TokenUnknown _ -> "This token is unknown to Gandi: mistyped, expired or revoked.";
            case MissingPermission(Set<Capability> missing)
            when missing.isEmpty() -> "Gandi accepts this token and yet refuses what was asked.";
            case MissingPermission(Set<Capability> missing) ->
                "This token lacks " + words(missing, " and ", Capability::word) + ". Off without that: "
                        + words(missing, "; ", Capability::unlocks) + ".";
            case OutOfReach(Name name) ->
                "This token does not reach " + name.unicode()
                        + ": it is made for other domains, or the domain left this account.";
            case NoDomains _ -> "Gandi lists no domain for this token.";
            case NotOnLiveDns(Name name) -> name.unicode() + " is held at Gandi, but LiveDNS does not serve it.";
            case RateLimited(Optional<Instant> until) ->
                "Gandi was asked too often from this address"
                        + until.map(at -> "; it may be asked again at " + time(at))
                                .orElse("") + ".";
            case Outage(int status) -> "Gandi fails (status " + status + "). This is not about your token.";
            case Unreachable _ -> "Gandi is not reached from here. This is not about your token.";
            case NotUnderstood _ -> "Gandi answered something that is not understood, so nothing was taken from it.";
            case TurnedAway(int status) ->
                "The request was turned away (status " + status + ") without a word from Gandi's API.";
            case WrongAddress _ -> "What answers at this address is not Gandi's API.";
            case Misconfigured(String key) -> "The setting " + key + " does not allow the attempt.";
        };
    }

    /// {@return what to do about it: one or two sentences}
    default String cure() {
        return switch (this) {
            case TokenExpired _, TokenRevoked _, TokenEnded _ ->
                "Make a new token at Gandi and paste it under Update Credentials. Nothing is lost meanwhile.";
            case TokenUnknown _ -> "Copy the token once more, whole; or make a new one at Gandi and paste that.";
            case MissingPermission(Set<Capability> missing)
            when missing.isEmpty() -> "Look whether the token belongs to the organization that is set here.";
            case MissingPermission(Set<Capability> missing) ->
                "Make a token at Gandi with the box " + words(missing, " and ", one -> "\"" + one.box() + "\"")
                        + " ticked, and paste it under Update Credentials.";
            case OutOfReach _ ->
                "Look at Gandi who holds it. If it is still yours, make a token that reaches all domains of its"
                        + " organization.";
            case NoDomains _ ->
                "Look whether the token belongs to the organization that holds the domains, is not restricted to"
                        + " others, and has the box \"" + Capability.DOMAIN_READ.box() + "\" ticked.";
            case NotOnLiveDns _ -> "Set its name servers to Gandi LiveDNS; its zone appears by itself.";
            case RateLimited _ ->
                "Wait: it goes on by itself. Other programs behind this address may use the allowance up.";
            case Outage _ -> "Wait: it is tried again by itself.";
            case Unreachable _ -> "Look at this machine's way to the Internet; it is tried again by itself.";
            case NotUnderstood _ -> "Try Sync now; if it stays, send the support bundle.";
            case TurnedAway _ -> "Look at the proxies and firewalls between here and Gandi, then try Sync now.";
            case WrongAddress _ -> "Correct the address of the API, or the proxy before it.";
            case Misconfigured(String key) -> "Correct " + key + ".";
        };
    }

    private static String words(Set<Capability> capabilities, String between, Function<Capability, String> word) {
        return capabilities.stream().sorted().map(word).distinct().collect(Collectors.joining(between));
    }

    private static String date(Instant at) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(at.atOffset(ZoneOffset.UTC));
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).format(at.atOffset(ZoneOffset.UTC));
    }
}
