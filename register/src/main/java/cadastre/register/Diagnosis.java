package cadastre.register;

import cadastre.dns.Name;
import cadastre.provider.Capability;
import cadastre.provider.Reason;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Finds out what is behind a provider's refusal. All wrong tokens get the same answer (`gandi-api` 1.2), so
/// what the token says about itself, and what is known from better days, must tell them apart.
public final class Diagnosis {
    private Diagnosis() {}

    /// {@return the trouble behind `reason`; empty for [Reason.Interrupted], which is none}
    ///
    /// @param about      the registration or zone that was asked for, if it was about one
    /// @param needed     what the question needs a credential to be capable of
    /// @param testimony  what the credential says about itself
    /// @param credential what is known of it
    public static Optional<Trouble> of(
            Reason reason,
            Optional<Name> about,
            Set<Capability> needed,
            Testimony testimony,
            Credential credential,
            Instant now) {
        return switch (reason) {
            case Reason.Unauthorized _ -> Optional.of(refused(needed, testimony, credential, now));
            case Reason.RateLimited(var until) -> Optional.of(new Trouble.RateLimited(until));
            case Reason.NotFound(Reason.Missing what) -> Optional.of(missing(what, about));
            case Reason.Refused(int status) -> Optional.of(new Trouble.TurnedAway(status));
            case Reason.Broken(int status) -> Optional.of(new Trouble.Outage(status));
            case Reason.Unreachable _ -> Optional.of(new Trouble.Unreachable());
            case Reason.UnknownOutcome _, Reason.NotUnderstood _, Reason.InconsistentPages _ ->
                Optional.of(new Trouble.NotUnderstood());
            case Reason.Misconfigured(String key) -> Optional.of(new Trouble.Misconfigured(key));
            case Reason.Interrupted _ -> Optional.empty();
        };
    }

    private static Trouble missing(Reason.Missing what, Optional<Name> about) {
        return switch (what) {
            case REGISTRATION -> about.<Trouble>map(Trouble.OutOfReach::new).orElseGet(Trouble.NoDomains::new);
            case ZONE -> about.<Trouble>map(Trouble.NotOnLiveDns::new).orElseGet(Trouble.NotUnderstood::new);
            case RRSET, SNAPSHOT -> new Trouble.NotUnderstood();
            case ADDRESS -> new Trouble.WrongAddress();
        };
    }

    private static Trouble refused(Set<Capability> needed, Testimony testimony, Credential credential, Instant now) {
        return switch (testimony) {
            case Testimony.Alive(var introspection) -> {
                Set<Capability> missing = EnumSet.noneOf(Capability.class);
                missing.addAll(needed);
                missing.removeAll(introspection.capabilities());
                yield new Trouble.MissingPermission(missing);
            }
            case Testimony.Accepted _ -> new Trouble.MissingPermission(needed);
            case Testimony.Dead _ -> ended(credential, true, now);
            case Testimony.Silent _ -> ended(credential, false, now);
        };
    }

    /// @param sure whether the credential is known to be dead, and not only to be refused
    private static Trouble ended(Credential credential, boolean sure, Instant now) {
        if (credential.workedAt().isEmpty()) {
            return new Trouble.TokenUnknown();
        }
        if (credential.endsAt().isEmpty()) {
            return new Trouble.TokenEnded();
        }
        Instant end = credential.endsAt().get();
        if (!end.isAfter(now)) {
            return new Trouble.TokenExpired(end);
        }
        return sure ? new Trouble.TokenRevoked() : new Trouble.TokenEnded();
    }
}
