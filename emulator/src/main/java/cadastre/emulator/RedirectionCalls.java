package cadastre.emulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// `/domain/domains/{fqdn}/webredirs`: web addresses that lead to others.
///
/// The list is cut to 50 where nobody says otherwise, and does not say how many there are: clients have lost some
/// by it.
final class RedirectionCalls {
    private static final int PAGE = 50;
    private static final List<String> TYPES = List.of("http301", "http302", "cloak");
    private static final List<String> PROTOCOLS = List.of("http", "https", "httpsonly");

    private final Access access;
    private final Guesses guesses;

    RedirectionCalls(Access access, Guesses guesses) {
        this.access = access;
        this.guesses = guesses;
    }

    void addTo(Router router) {
        String redirections = "/v5/domain/domains/{fqdn}/webredirs";
        router.on("GET", redirections, this::list)
                .on("POST", redirections, this::create)
                .on("GET", redirections + "/{host}", this::read)
                .on("PATCH", redirections + "/{host}", this::change)
                .on("DELETE", redirections + "/{host}", this::delete);
    }

    private Answer list(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.VIEW);
        List<DomainServices.Redirection> redirections = domain.services().redirections();
        Optional<String> host = call.query().find("host").map(text -> text.toLowerCase(Locale.ROOT));
        redirections.removeIf(one -> host.isPresent() && !host.get().equals(one.host()));
        if (call.request().wantsCsv()) {
            return Csv.answer(redirections.stream().map(RedirectionCalls::json).toList());
        }
        return Answers.uncountedPage(call, redirections, RedirectionCalls::json, PAGE, guesses.largestPage());
    }

    private Answer create(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        Body body = Body.of(call);
        String host = body.requiredText("host").toLowerCase(Locale.ROOT);
        if (!host.isEmpty() && !host.equals(domain.fqdn()) && !host.endsWith("." + domain.fqdn())) {
            body.fault("host", "\"" + host + "\" is not a fully qualified host of " + domain.fqdn());
        }
        String url = body.requiredText("url");
        DomainServices.Redirection redirection = new DomainServices.Redirection(
                host,
                checked(body, url),
                body.oneOf("type", "http302", TYPES),
                body.oneOf("protocol", "http", PROTOCOLS),
                call.now(),
                call.now());
        boolean override = body.bool("override").orElse(false);
        body.check();
        if (!domain.services().redirect(redirection, override)) {
            throw new Refused(Errors.conflict("The web redirection " + host + " already exists"));
        }
        return Answers.message(
                201, "Web redirection created", call.url("/domain/domains/" + domain.fqdn() + "/webredirs/" + host));
    }

    private static String checked(Body body, String url) {
        if (!url.isEmpty() && !url.matches("https?://\\S+")) {
            body.fault("url", "Must be a URL");
        }
        return url;
    }

    private Answer read(Call call) throws Refused {
        return Answers.json(200, json(existing(access.domain(call, Permission.VIEW), call)));
    }

    private Answer change(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        DomainServices.Redirection old = existing(domain, call);
        Body body = Body.of(call);
        DomainServices.Redirection changed = new DomainServices.Redirection(
                old.host(),
                checked(body, body.text("url").orElse(old.url())),
                body.oneOf("type", old.type(), TYPES),
                body.oneOf("protocol", old.protocol(), PROTOCOLS),
                old.createdAt(),
                call.now());
        body.check();
        domain.services().redirect(changed, true);
        return Answers.message(200, "Web redirection updated");
    }

    private Answer delete(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        domain.services().removeRedirection(existing(domain, call).host());
        return Answer.empty(204);
    }

    private static DomainServices.Redirection existing(Domain domain, Call call) throws Refused {
        return domain.services()
                .redirection(call.parameter("host").toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new Refused(Errors.notFound()));
    }

    private static Fields json(DomainServices.Redirection one) {
        Fields fields = Fields.of("host", one.host())
                .and("url", one.url())
                .and("type", one.type())
                .and("protocol", one.protocol());
        if (!one.protocol().equals("http")) {
            String id = UUID.nameUUIDFromBytes(("certificate/" + one.host()).getBytes(StandardCharsets.UTF_8))
                    .toString();
            fields.and("cert_status", "created").and("cert_uuid", id);
        }
        return fields.and("created_at", DomainJson.date(one.createdAt()))
                .and("updated_at", DomainJson.date(one.updatedAt()));
    }
}
