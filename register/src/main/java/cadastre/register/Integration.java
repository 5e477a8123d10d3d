package cadastre.register;

import static java.util.Objects.requireNonNull;

import cadastre.provider.Capability;
import cadastre.provider.Organization;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One account at a provider: its credential, its organization, and how it fares.
///
/// @param id           what it is called for good
/// @param name         what its user calls it
/// @param provider     the kind of provider, such as `GANDI_V5`
/// @param settings     what else an account needs that is no secret, such as `sharing_id` and `apiurl`
/// @param credential   what is known of its credential
/// @param organization whose registrations it sees, if it was found out
/// @param capabilities what the credential may do, if it says so
/// @param lastSuccess  when a pass over all of it last came to its end
/// @param trouble      what keeps it from being looked at, or from being looked at whole
/// @param readOnly     whether nothing may be changed through it
/// @param addedAt      when it was added
public record Integration(
        Id id,
        String name,
        String provider,
        Map<String, String> settings,
        Credential credential,
        Optional<Organization> organization,
        Optional<Set<Capability>> capabilities,
        Optional<Instant> lastSuccess,
        Optional<Trouble> trouble,
        boolean readOnly,
        Instant addedAt) {
    /// The collections are copied.
    ///
    /// @throws IllegalArgumentException if the name is blank
    public Integration {
        requireNonNull(id, "id is null");
        requireNonNull(provider, "provider is null");
        settings = Map.copyOf(settings);
        requireNonNull(credential, "credential is null");
        requireNonNull(organization, "organization is null");
        capabilities = capabilities.map(Set::copyOf);
        requireNonNull(lastSuccess, "lastSuccess is null");
        requireNonNull(trouble, "trouble is null");
        requireNonNull(addedAt, "addedAt is null");
        if (name.isBlank()) {
            throw new IllegalArgumentException("an integration has a name");
        }
    }

    /// What an integration is called for good.
    ///
    /// @param text such as `int_8w2kq4`: users see it as Integration ID
    public record Id(String text) {
        /// @throws IllegalArgumentException if it is empty
        public Id {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("an id is not empty");
            }
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// How an integration fares, in the words on its card.
    public enum Status {
        /// No pass came to its end yet.
        NEVER_SYNCED("Never synced"),
        /// A pass is under way.
        SYNCING("Syncing"),
        /// All is well.
        SYNCED("Synced"),
        /// The token is not accepted.
        AUTHENTICATION_ERROR("Authentication error"),
        /// The token's time is over.
        TOKEN_EXPIRED("Token expired"),
        /// All is well, and the token's time is soon over.
        TOKEN_EXPIRES_SOON("Token expires soon"),
        /// The token may not do all that is needed.
        MISSING_PERMISSION("Missing permission"),
        /// The provider wants to be left alone for a while.
        RATE_LIMITED("Rate limited"),
        /// Anything else.
        FAILED("Failed");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /// {@return the words on the card}
        public String label() {
            return label;
        }
    }

    /// {@return how it fares at `now`}
    ///
    /// @param syncing whether a pass over it is under way
    public Status status(boolean syncing, Instant now) {
        if (syncing) {
            return Status.SYNCING;
        }
        if (trouble.isPresent()) {
            return status(trouble.get());
        }
        if (credential.endsAt().filter(end -> !end.isAfter(now)).isPresent()) {
            return Status.TOKEN_EXPIRED;
        }
        if (credential
                .left(now)
                .filter(left -> left.compareTo(Credential.SOON) < 0)
                .isPresent()) {
            return Status.TOKEN_EXPIRES_SOON;
        }
        return lastSuccess.isPresent() ? Status.SYNCED : Status.NEVER_SYNCED;
    }

    private static Status status(Trouble trouble) {
        return switch (trouble) {
            case Trouble.TokenExpired _ -> Status.TOKEN_EXPIRED;
            case Trouble.TokenRevoked _, Trouble.TokenEnded _, Trouble.TokenUnknown _ -> Status.AUTHENTICATION_ERROR;
            case Trouble.MissingPermission _ -> Status.MISSING_PERMISSION;
            case Trouble.RateLimited _ -> Status.RATE_LIMITED;
            case Trouble.OutOfReach _,
                    Trouble.NoDomains _,
                    Trouble.NotOnLiveDns _,
                    Trouble.Outage _,
                    Trouble.Unreachable _,
                    Trouble.NotUnderstood _,
                    Trouble.TurnedAway _,
                    Trouble.WrongAddress _,
                    Trouble.Misconfigured _ -> Status.FAILED;
        };
    }
}
