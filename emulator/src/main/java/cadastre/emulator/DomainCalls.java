package cadastre.emulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// `/domain`: registrations.
final class DomainCalls {
    private static final int PAGE = 100;

    private final Access access;
    private final Guesses guesses;
    private final RegistryDelay registryDelay;

    DomainCalls(Access access, Guesses guesses, RegistryDelay registryDelay) {
        this.access = access;
        this.guesses = guesses;
        this.registryDelay = registryDelay;
    }

    void addTo(Router router) {
        String domain = "/v5/domain/domains/{fqdn}";
        router.on("GET", "/v5/domain/domains", this::list)
                .on("GET", domain, this::detail)
                .on("GET", domain + "/nameservers", this::nameServers)
                .on("PUT", domain + "/nameservers", this::delegate)
                .on("GET", domain + "/livedns", this::liveDns)
                .on("POST", domain + "/livedns", this::useLiveDns);
    }

    private Answer list(Call call) throws Refused {
        List<Domain> domains = new ArrayList<>(access.listed(call, Permission.VIEW));
        domains.removeIf(asked(call).negate());
        domains.sort(order(call));
        if (call.request().wantsCsv()) {
            return Csv.answer(domains.stream()
                    .map(domain -> DomainJson.item(domain, call))
                    .toList());
        }
        return Answers.page(
                call,
                domains,
                domain -> DomainJson.item(domain, call),
                new Answers.Paging(PAGE, guesses.largestPage(), true));
    }

    private static Predicate<Domain> asked(Call call) {
        Query query = call.query();
        Optional<Pattern> fqdn = query.find("fqdn").map(DomainCalls::glob);
        Optional<String> nameServer = query.find("nameserver");
        Optional<String> tld = query.find("tld");
        return domain -> (fqdn.isEmpty() || fqdn.get().matcher(domain.fqdn()).matches())
                && (nameServer.isEmpty() || nameServer.get().equals(NameServers.kind(domain.nameServers(call.now()))))
                && (tld.isEmpty() || tld.get().equals(domain.facts().tld()));
    }

    private static Pattern glob(String text) {
        StringBuilder regex = new StringBuilder();
        for (String literal : text.toLowerCase(Locale.ROOT).split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
        }
        return Pattern.compile(regex.toString());
    }

    private static Comparator<Domain> order(Call call) throws Refused {
        String sortBy = call.query().find("sort_by").orElse("fqdn");
        String field = sortBy.startsWith("-") ? sortBy.substring(1) : sortBy;
        Comparator<Domain> order = switch (field) {
            case "fqdn" -> Comparator.comparing(Domain::fqdn);
            case "tld" ->
                Comparator.<Domain, String>comparing(domain -> domain.facts().tld())
                        .thenComparing(Domain::fqdn);
            case "created_at" -> Comparator.comparing(domain -> domain.facts().createdAt());
            case "registry_created_at" ->
                Comparator.comparing(domain -> domain.facts().registryCreatedAt());
            case "registry_ends_at" ->
                Comparator.comparing(domain -> domain.facts().endsAt());
            case "updated_at" -> Comparator.comparing(domain -> domain.facts().updatedAt());
            default ->
                throw Refused.of(
                        new Refused.Fault("querystring", "sort_by", "\"" + field + "\" is not a field to sort by"));
        };
        return sortBy.startsWith("-") ? order.reversed() : order;
    }

    private Answer detail(Call call) throws Refused {
        return Answers.json(200, DomainJson.detail(access.domain(call, Permission.VIEW), call, guesses));
    }

    private Answer nameServers(Call call) throws Refused {
        return Answers.json(200, access.domain(call, Permission.VIEW).nameServers(call.now()));
    }

    private Answer delegate(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        Json.Members body = call.members();
        Optional<Json> sent = body.find("nameservers");
        if (sent.isEmpty()) {
            throw Refused.of(Refused.Fault.body("nameservers", "Required"));
        }
        if (!(sent.get() instanceof Json.Array(List<Json> list, var _))) {
            throw Refused.of(Refused.Fault.body("nameservers", "\"" + sent.get().kind() + "\" is not iterable"));
        }
        if (list.isEmpty()) {
            throw Refused.of(Refused.Fault.body("nameservers.0", "At least one nameserver is required"));
        }
        domain.delegate(hostNames(list), call.now(), registryDelay.after(call.now()));
        return Answers.message(
                guesses.nameServersStatus(),
                "Nameservers update has been requested",
                call.url("/domain/domains/" + domain.fqdn() + "/nameservers"));
    }

    /// A registry keeps names in lower case, without a final dot, each once.
    private static List<String> hostNames(List<Json> list) throws Refused {
        List<Refused.Fault> faults = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < list.size(); i++) {
            String text = list.get(i) instanceof Json.Text(String value, var _) ? value : "";
            String name = text.toLowerCase(Locale.ROOT);
            name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
            if (text.isEmpty()) {
                faults.add(Refused.Fault.body("nameservers." + i, "Required"));
            } else if (!NameServers.isHostName(name)) {
                faults.add(Refused.Fault.body("nameservers." + i, PythonText.quoted(text) + ": invalid hostname"));
            }
            names.add(name);
        }
        if (!faults.isEmpty()) {
            throw Refused.of(faults);
        }
        return List.copyOf(names);
    }

    private Answer liveDns(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.VIEW);
        List<String> names = domain.nameServers(call.now());
        String kind = NameServers.kind(names);
        return Answers.json(
                200,
                Fields.of("current", kind.equals("abc") ? "classic" : kind)
                        .and("nameservers", names)
                        .and("dnssec_available", !kind.equals("abc"))
                        .and("livednssec_available", kind.equals("livedns")));
    }

    private Answer useLiveDns(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        domain.delegate(NameServers.liveDns(domain.fqdn()), call.now(), registryDelay.after(call.now()));
        return Answers.message(
                202, "LiveDNS has been requested", call.url("/domain/domains/" + domain.fqdn() + "/livedns"));
    }
}
