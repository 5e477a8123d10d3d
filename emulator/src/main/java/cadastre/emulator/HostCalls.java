package cadastre.emulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// `/domain/domains/{fqdn}/hosts`: glue, the addresses of name servers below the domain that the registry hands out.
final class HostCalls {
    private static final int PAGE = 100;
    private static final Pattern LABELS = Pattern.compile("@|[a-z0-9_]([a-z0-9_.-]{0,200}[a-z0-9_])?");

    private final Access access;
    private final Guesses guesses;
    private final RegistryDelay registryDelay;

    HostCalls(Access access, Guesses guesses, RegistryDelay registryDelay) {
        this.access = access;
        this.guesses = guesses;
        this.registryDelay = registryDelay;
    }

    void addTo(Router router) {
        String hosts = "/v5/domain/domains/{fqdn}/hosts";
        router.on("GET", hosts, this::list)
                .on("POST", hosts, this::create)
                .on("GET", hosts + "/{name}", this::read)
                .on("PUT", hosts + "/{name}", this::replace)
                .on("DELETE", hosts + "/{name}", this::delete);
    }

    private Answer list(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.VIEW);
        return Answers.page(
                call,
                List.copyOf(domain.hosts().entrySet()),
                host -> json(domain, host.getKey(), host.getValue(), call),
                new Answers.Paging(PAGE, guesses.largestPage(), true));
    }

    private Answer create(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        Body body = Body.of(call);
        String name = body.requiredText("name").toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !LABELS.matcher(name).matches()) {
            body.fault("name", "'" + name + "': invalid hostname");
        }
        List<String> ips = ips(body);
        body.check();
        if (domain.hosts().containsKey(name)) {
            throw new Refused(Errors.conflict("The host " + name + " already exists"));
        }
        return request(domain, name, ips, call);
    }

    private Answer read(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.VIEW);
        return Answers.json(200, json(domain, name(call), existing(domain, call), call));
    }

    private Answer replace(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        existing(domain, call);
        Body body = Body.of(call);
        List<String> ips = ips(body);
        body.check();
        return request(domain, name(call), ips, call);
    }

    private Answer delete(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        existing(domain, call);
        return request(domain, name(call), List.of(), call);
    }

    private Answer request(Domain domain, String name, List<String> ips, Call call) {
        domain.later(new RegistryChange.Host(name, ips), call.now(), registryDelay.after(call.now()));
        return Answers.message(202, "The host is being updated", href(domain, name, call));
    }

    private static List<String> ips(Body body) {
        List<String> ips = body.requiredTexts("ips");
        for (int i = 0; i < ips.size(); i++) {
            if (!Addresses.isAddress(ips.get(i))) {
                body.fault("ips." + i, "'" + ips.get(i) + "' is not an IP address");
            }
        }
        if (ips.isEmpty() && body.has("ips")) {
            body.fault("ips", "Shorter than minimum length 1");
        }
        return ips;
    }

    private static String name(Call call) {
        return call.parameter("name").toLowerCase(Locale.ROOT);
    }

    private static List<String> existing(Domain domain, Call call) throws Refused {
        Map<String, List<String>> hosts = domain.hosts();
        if (!hosts.containsKey(name(call))) {
            throw new Refused(Errors.notFound());
        }
        return hosts.getOrDefault(name(call), List.of());
    }

    private static Fields json(Domain domain, String name, List<String> ips, Call call) {
        boolean apex = name.equals("@");
        return Fields.of("name", name)
                .and("fqdn", apex ? domain.fqdn() : name + "." + domain.fqdn())
                .and("fqdn_unicode", apex ? domain.unicode() : name + "." + domain.unicode())
                .and("href", href(domain, name, call))
                .and("ips", ips);
    }

    private static String href(Domain domain, String name, Call call) {
        return call.url("/domain/domains/" + domain.fqdn() + "/hosts/" + name);
    }
}
