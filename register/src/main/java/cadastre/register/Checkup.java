package cadastre.register;

import static java.util.Objects.requireNonNull;

import cadastre.provider.Capability;
import cadastre.provider.Introspection;
import cadastre.provider.ListPage;
import cadastre.provider.Organization;
import cadastre.provider.Portfolio;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tries a credential before it is relied on: three questions, nothing is changed.
public sealed interface Checkup {
    /// It works.
    ///
    /// @param acquaintance what it showed
    /// @param warnings     how it differs from the one it is to replace
    record Works(Acquaintance acquaintance, List<Warning> warnings) implements Checkup {
        /// The list is copied.
        public Works {
            requireNonNull(acquaintance, "acquaintance is null");
            warnings = List.copyOf(warnings);
        }
    }

    /// It does not work, or that cannot be found out now.
    ///
    /// @param trouble why
    record Fails(Trouble trouble) implements Checkup {
        /// It may not be null.
        public Fails {
            requireNonNull(trouble, "trouble is null");
        }
    }

    /// The thread was interrupted; nothing was found out.
    record Interrupted() implements Checkup {}

    /// How a credential differs, to its disadvantage, from the one it is to replace.
    sealed interface Warning {
        /// It sees another organization.
        ///
        /// @param before the one of the integration
        /// @param after  the one it sees, if that was found out
        record OtherOrganization(Organization before, Optional<Organization> after) implements Warning {
            /// Neither may be null.
            public OtherOrganization {
                requireNonNull(before, "before is null");
                requireNonNull(after, "after is null");
            }
        }

        /// It may do less.
        ///
        /// @param missing what the one before may do; not empty
        record FewerCapabilities(Set<Capability> missing) implements Warning {
            /// The set is copied.
            public FewerCapabilities {
                missing = Set.copyOf(missing);
            }
        }

        /// It sees no registration, where there were some.
        record NoDomains() implements Warning {}

        /// {@return what differs: one sentence}
        default String message() {
            return switch (this) {
                case OtherOrganization(Organization before, Optional<Organization> after) ->
                    "This token belongs to " + after.map(Organization::name).orElse("another organization")
                            + ", the one before to " + before.name() + ".";
                case FewerCapabilities(Set<Capability> missing) ->
                    "This token may do less than the one before: "
                            + String.join(
                                    ", ",
                                    missing.stream()
                                            .sorted()
                                            .map(Capability::word)
                                            .toList())
                            + " is missing.";
                case NoDomains _ -> "This token sees no domain.";
            };
        }
    }

    /// Tries a credential.
    ///
    /// @param portfolio  that asks with it
    /// @param credential what is known of it
    /// @param settings   of the integration: `sharing_id` chooses its organization
    /// @param replaces   the integration whose credential it is to replace, if it is
    static Checkup of(
            Portfolio portfolio,
            Credential credential,
            Map<String, String> settings,
            Optional<Integration> replaces,
            InstantSource clock) {
        Testimony testimony = Testimony.of(portfolio);
        Instant now = clock.instant();
        if (testimony instanceof Testimony.Dead) {
            return failed(new Reason.Unauthorized(401), testimony, credential, now);
        }
        try {
            List<Organization> organizations = Acquaintance.organizations(portfolio);
            ListPage page = portfolio.list(1);
            Optional<Introspection> introspection =
                    testimony instanceof Testimony.Alive(var said) ? Optional.of(said) : Optional.empty();
            Acquaintance made = new Acquaintance(introspection, organizations, page.total(), now);
            Optional<Organization> organization = made.organization(Optional.ofNullable(settings.get("sharing_id")));
            boolean empty = page.registrations().isEmpty();
            return new Works(
                    made,
                    replaces.map(before -> warnings(before, made, organization, empty))
                            .orElse(List.of()));
        } catch (ProviderException e) {
            return failed(e.reason(), testimony, credential, now);
        }
    }

    private static Checkup failed(Reason reason, Testimony testimony, Credential credential, Instant now) {
        return Diagnosis.of(reason, Optional.empty(), Set.of(Capability.DOMAIN_READ), testimony, credential, now)
                .<Checkup>map(Fails::new)
                .orElseGet(Interrupted::new);
    }

    private static List<Warning> warnings(
            Integration before, Acquaintance made, Optional<Organization> organization, boolean empty) {
        List<Warning> warnings = new ArrayList<>();
        before.organization()
                .filter(one -> !organization.map(Organization::id).equals(Optional.of(one.id())))
                .ifPresent(one -> warnings.add(new Warning.OtherOrganization(one, organization)));
        if (before.capabilities().isPresent() && made.introspection().isPresent()) {
            Set<Capability> missing = EnumSet.noneOf(Capability.class);
            missing.addAll(before.capabilities().get());
            missing.removeAll(made.introspection().get().capabilities());
            if (!missing.isEmpty()) {
                warnings.add(new Warning.FewerCapabilities(missing));
            }
        }
        if (empty) {
            warnings.add(new Warning.NoDomains());
        }
        return warnings;
    }
}
