package cadastre.desk;

import cadastre.people.WorkspaceId;
import cadastre.provider.Introspection;
import cadastre.provider.Organization;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import cadastre.register.Acquaintance;
import cadastre.register.Checkup;
import cadastre.register.Credential;
import cadastre.register.Integration;
import cadastre.register.Integrations;
import cadastre.register.Trouble;
import cadastre.store.Store;
import cadastre.vault.Secret;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Takes tokens in: cleans them, tries them, and only then seals them. Thread-safe.
final class Admissions {
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int ID_LETTERS = 8;
    /// What one that is only tried is called in messages.
    private static final String UNNAMED = "Gandi";

    private final Store store;
    private final Lines lines;
    private final SecureRandom chance;
    private final InstantSource clock;

    Admissions(Store store, Lines lines, SecureRandom chance, InstantSource clock) {
        this.store = store;
        this.lines = lines;
        this.chance = chance;
        this.clock = clock;
    }

    /// Adds an integration by its token alone.
    Admission add(WorkspaceId workspace, String pasted) {
        return switch (PastedToken.of(pasted)) {
            case PastedToken.NoToken(String message) -> new Admission.NoToken(message);
            case PastedToken.Clean(String text) -> {
                try (Secret token = Secret.of(text)) {
                    yield released(token, add(workspace, token));
                }
            }
        };
    }

    /// A token that is not taken is not remembered either.
    private Admission released(Secret token, Admission admission) {
        if (!(admission instanceof Admission.Admitted)) {
            lines.release(token);
        }
        return admission;
    }

    private Admission add(WorkspaceId workspace, Secret token) {
        Integration.Id id = freshId();
        Reference reference = new Reference(workspace, id);
        Credential untried =
                new Credential("", Credential.mask(token.text()), clock.instant(), Optional.empty(), Optional.empty());
        return switch (tried(reference, UNNAMED, Map.of(), token, untried, Optional.empty())) {
            case Checkup.Fails(Trouble trouble) -> new Admission.Refused(trouble);
            case Checkup.Interrupted _ -> new Admission.Refused(new Trouble.Unreachable());
            case Checkup.Works(Acquaintance acquaintance, var _) -> {
                Integrations integrations = store.compartment(workspace).integrations();
                Instant now = clock.instant();
                Credential kept = lines.keep(reference, token, Optional.empty(), now);
                integrations.add(new Integration(
                        id,
                        name(acquaintance),
                        "GANDI_V5",
                        Map.of(),
                        kept.worked(now, acquaintance.endsAt()),
                        acquaintance.organization(Optional.empty()),
                        acquaintance.introspection().map(Introspection::capabilities),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        now));
                yield new Admission.Admitted(id);
            }
        };
    }

    private static String name(Acquaintance acquaintance) {
        Optional<String> own = acquaintance.introspection().flatMap(Introspection::name);
        Optional<String> organization =
                acquaintance.organization(Optional.empty()).map(Organization::name);
        return own.or(() -> organization)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(UNNAMED);
    }

    /// Puts a new token in place of the one before, which is dropped only after the new one was tried.
    ///
    /// @param meant whether the warnings were read and it shall be so
    Admission update(Reference reference, String pasted, boolean meant) {
        Integrations integrations = store.compartment(reference.workspace()).integrations();
        Optional<Integration> integration = integrations.find(reference.integration());
        if (integration.isEmpty()) {
            return new Admission.NoIntegration();
        }
        return switch (PastedToken.of(pasted)) {
            case PastedToken.NoToken(String message) -> new Admission.NoToken(message);
            case PastedToken.Clean(String text) -> {
                try (Secret token = Secret.of(text)) {
                    yield released(token, update(reference, integration.get(), token, meant));
                }
            }
        };
    }

    private Admission update(Reference reference, Integration integration, Secret token, boolean meant) {
        Credential untried =
                new Credential("", Credential.mask(token.text()), clock.instant(), Optional.empty(), Optional.empty());
        Checkup checkup =
                tried(reference, integration.name(), integration.settings(), token, untried, Optional.of(integration));
        return switch (checkup) {
            case Checkup.Fails(Trouble trouble) -> new Admission.Refused(trouble);
            case Checkup.Interrupted _ -> new Admission.Refused(new Trouble.Unreachable());
            case Checkup.Works(Acquaintance acquaintance, var warnings) -> {
                Optional<String> sharing =
                        Optional.ofNullable(integration.settings().get("sharing_id"));
                if (!warnings.isEmpty() && !meant) {
                    yield new Admission.Doubtful(warnings, acquaintance.organization(sharing));
                }
                Instant now = clock.instant();
                Credential kept = lines.keep(reference, token, Optional.of(integration.credential()), now);
                boolean replaced = store.compartment(reference.workspace())
                        .integrations()
                        .updateCredential(
                                reference.integration(), kept.worked(now, acquaintance.endsAt()), acquaintance);
                lines.forget(reference, replaced ? integration.credential() : kept);
                yield replaced ? new Admission.Admitted(reference.integration()) : new Admission.NoIntegration();
            }
        };
    }

    private Checkup tried(
            Reference reference,
            String name,
            Map<String, String> settings,
            Secret token,
            Credential untried,
            Optional<Integration> replaces) {
        try {
            Line line = lines.open(reference, name, settings, token);
            return Checkup.of(line.source().portfolio(), untried, settings, replaces, clock);
        } catch (ProviderException e) {
            String key = e.reason() instanceof Reason.Misconfigured(String one) ? one : "the settings";
            return new Checkup.Fails(new Trouble.Misconfigured(key));
        }
    }

    private Integration.Id freshId() {
        StringBuilder text = new StringBuilder("int_");
        for (int i = 0; i < ID_LETTERS; i++) {
            text.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
        }
        return new Integration.Id(text.toString());
    }
}
