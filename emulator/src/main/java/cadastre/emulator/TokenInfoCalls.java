package cadastre.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What Gandi serves as `id.gandi.net/tokeninfo`: a token asks about itself. It needs no permission.
record TokenInfoCalls(Registry registry) {
    void addTo(Router router) {
        router.open("GET", "/tokeninfo", this::introspect);
    }

    private Answer introspect(Call call) {
        String header = call.request().header("authorization").orElse("");
        Optional<Credential> token = header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? new Authentication(registry).bearer(header.substring(7).strip(), call.now())
                : Optional.empty();
        if (token.isEmpty()) {
            return Answer.of(
                    401,
                    Answer.Flavour.ERROR,
                    Errors.JSON,
                    JsonText.compact(Fields.of("message", "The access token is invalid or has expired")));
        }
        Credential credential = token.get();
        return Answers.json(
                200,
                Fields.of("pat_name", credential.name())
                        .and("scope", credential.permissions())
                        .and("entities", entities(credential, registry))
                        .maybe(
                                "expires_in",
                                credential
                                        .expiresAt()
                                        .map(end -> Duration.between(call.now(), end)
                                                .toSeconds())));
    }

    /// A token is bound to its organization, or to some of its domains.
    static List<Fields> entities(Credential credential, Registry registry) {
        if (credential.domains().isEmpty()) {
            Organization organization = credential.defaultOrganization();
            return List.of(Fields.of("id", organization.id())
                    .and("type", "organization")
                    .and("name", organization.legalName()));
        }
        return credential.domains().stream()
                .sorted()
                .flatMap(fqdn -> registry.domain(fqdn).stream())
                .flatMap(domain -> Stream.of(Fields.of("id", domain.facts().id())
                        .and("type", "domain")
                        .and("name", domain.fqdn())))
                .toList();
    }
}
