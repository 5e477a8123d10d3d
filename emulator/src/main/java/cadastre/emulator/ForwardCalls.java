package cadastre.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `/email/forwards/{fqdn}`: mail that is passed on.
final class ForwardCalls {
    private static final int PAGE = 100;

    private final Access access;
    private final Guesses guesses;

    ForwardCalls(Access access, Guesses guesses) {
        this.access = access;
        this.guesses = guesses;
    }

    void addTo(Router router) {
        String forwards = "/v5/email/forwards/{fqdn}";
        router.on("GET", forwards, this::list)
                .on("POST", forwards, this::create)
                .on("PUT", forwards + "/{source}", this::replace)
                .on("DELETE", forwards + "/{source}", this::delete);
    }

    private Answer list(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.VIEW);
        List<Map.Entry<String, List<String>>> all =
                new ArrayList<>(domain.services().forwards().entrySet());
        call.query()
                .find("source")
                .ifPresent(source -> all.removeIf(one -> !one.getKey().equals(source)));
        call.query()
                .find("destination")
                .ifPresent(to -> all.removeIf(one -> !one.getValue().contains(to)));
        return Answers.page(
                call,
                all,
                one -> Fields.of("source", one.getKey())
                        .and("destinations", one.getValue())
                        .and("href", href(domain, one.getKey(), call)),
                new Answers.Paging(PAGE, guesses.largestPage(), true));
    }

    private Answer create(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        Body body = Body.of(call);
        String source = body.requiredText("source").toLowerCase(Locale.ROOT);
        List<String> destinations = destinations(body);
        body.check();
        if (domain.services().forwards().containsKey(source)) {
            throw new Refused(Errors.conflict("The forward " + source + " already exists"));
        }
        domain.services().forward(source, destinations);
        return Answers.message(201, "The forward has been created", href(domain, source, call));
    }

    private Answer replace(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        String source = existing(domain, call);
        Body body = Body.of(call);
        List<String> destinations = destinations(body);
        body.check();
        domain.services().forward(source, destinations);
        return Answers.message(200, "The forward has been updated");
    }

    private Answer delete(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        domain.services().forward(existing(domain, call), List.of());
        return Answer.empty(204);
    }

    private static List<String> destinations(Body body) {
        List<String> destinations = body.requiredTexts("destinations");
        for (int i = 0; i < destinations.size(); i++) {
            if (!destinations.get(i).matches("[^@\\s]+@[^@\\s]+")) {
                body.fault("destinations." + i, "Invalid email address");
            }
        }
        if (destinations.isEmpty() && body.has("destinations")) {
            body.fault("destinations", "Shorter than minimum length 1");
        }
        return destinations;
    }

    private static String existing(Domain domain, Call call) throws Refused {
        String source = call.parameter("source").toLowerCase(Locale.ROOT);
        if (!domain.services().forwards().containsKey(source)) {
            throw new Refused(Errors.notFound());
        }
        return source;
    }

    private static String href(Domain domain, String source, Call call) {
        return call.url("/email/forwards/" + domain.fqdn() + "/" + source);
    }
}
