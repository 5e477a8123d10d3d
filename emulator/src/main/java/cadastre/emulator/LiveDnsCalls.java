package cadastre.emulator;

import cadastre.dns.Name;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `/livedns` without the records: zones and their name servers.
final class LiveDnsCalls {
    private static final int PAGE = 100;

    private final Access access;
    private final Guesses guesses;

    LiveDnsCalls(Access access, Guesses guesses) {
        this.access = access;
        this.guesses = guesses;
    }

    void addTo(Router router) {
        String domain = "/v5/livedns/domains/{fqdn}";
        router.on("GET", "/v5/livedns/domains", this::list)
                .on("POST", "/v5/livedns/domains", this::open)
                .on("GET", domain, this::detail)
                .on("PATCH", domain, this::change)
                .on("GET", domain + "/nameservers", this::nameServers)
                .on("GET", "/v5/livedns/dns/rrtypes", _ -> Answers.json(200, RrTypes.ACCEPTED))
                .open("GET", "/v5/livedns/nameservers/{fqdn}", LiveDnsCalls::nameServersOfAnyName);
    }

    private Answer list(Call call) throws Refused {
        List<Domain> domains = access.listed(call, Permission.TECH).stream()
                .filter(domain -> domain.zone(call.now()).isPresent())
                .toList();
        return Answers.page(
                call,
                domains,
                domain -> Fields.of("fqdn", domain.fqdn())
                        .and("domain_href", href(domain, call))
                        .and("domain_records_href", href(domain, call) + "/records"),
                new Answers.Paging(PAGE, guesses.largestPage(), guesses.liveDnsFilteredCount()));
    }

    /// Opens the zone of a domain at Gandi; there are none for other domains.
    private Answer open(Call call) throws Refused {
        Optional<Json> fqdn = call.members().find("fqdn");
        if (fqdn.isEmpty() || !(fqdn.get() instanceof Json.Text(String name, var _))) {
            throw Refused.of(Refused.Fault.body("fqdn", "Required"));
        }
        Call named = new Call(
                call.request(),
                java.util.Map.of("fqdn", name.toLowerCase(Locale.ROOT)),
                call.query(),
                call.origin(),
                call.caller(),
                call.now());
        Domain domain = access.domain(named, Permission.TECH);
        Optional<List<StoredRrset>> items = items(call, domain);
        if (!opened(domain, items)) {
            throw new Refused(Errors.conflict("The domain " + domain.fqdn() + " already exists"));
        }
        return Answers.message(201, "Domain Created", href(domain, call));
    }

    /// {@return the RRsets of a zone that is sent with its name; nothing if it shall have those of a new zone}
    private Optional<List<StoredRrset>> items(Call call, Domain domain) throws Refused {
        Optional<Json> zone = call.members().find("zone");
        if (zone.isEmpty()
                || !(zone.get() instanceof Json.Members members)
                || members.find("items").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RrsetBody(Name.of(domain.fqdn()), guesses).items(members, RrsetBody.Known.NOTHING));
    }

    private static boolean opened(Domain domain, Optional<List<StoredRrset>> items) throws Refused {
        try {
            return items.isPresent() ? domain.openZone(items.get()) : domain.openZone();
        } catch (ZoneConflict e) {
            throw RrsetBody.refused(e);
        }
    }

    private Answer detail(Call call) throws Refused {
        LiveZone zone = access.zone(call);
        Domain domain = access.domain(call, Permission.TECH);
        String href = href(domain, call);
        return Answers.json(
                200,
                Fields.of("domain_keys_href", href + "/keys")
                        .and("fqdn", domain.fqdn())
                        .and("automatic_snapshots", zone.isSnapshotting())
                        .and("domain_records_href", href + "/records")
                        .and("domain_href", href));
    }

    private Answer change(Call call) throws Refused {
        LiveZone zone = access.zone(call);
        Optional<Json> automatic = call.members().find("automatic_snapshots");
        if (automatic.isEmpty() || !(automatic.get() instanceof Json.Bool(boolean wished, var _))) {
            throw Refused.of(Refused.Fault.body(
                    "automatic_snapshots", automatic.isEmpty() ? "Required" : "Value must be a boolean"));
        }
        zone.setSnapshotting(wished);
        return Answers.message(200, "Domain Updated");
    }

    /// The values of an apex NS RRset come back as they are, with their dots; LiveDNS's own names have none.
    private Answer nameServers(Call call) throws Refused {
        Optional<StoredRrset> apex = access.zone(call)
                .find("@", "NS")
                .filter(rrset -> !rrset.values().isEmpty());
        return Answers.json(200, apex.map(StoredRrset::values).orElseGet(() -> NameServers.liveDns(call.fqdn())));
    }

    private static Answer nameServersOfAnyName(Call call) {
        return Answers.json(200, NameServers.liveDns(call.fqdn()));
    }

    private static String href(Domain domain, Call call) {
        return call.url("/livedns/domains/" + domain.fqdn());
    }
}
