package cadastre.emulator;

import java.util.List;
import java.util.Optional;

/// `/livedns/axfr` and `/livedns/domains/{fqdn}/axfr`: to which servers, and with which TSIG keys, zones are
/// transferred.
final class TransferCalls {
    private static final List<String> SOFTWARE = List.of("bind", "knot", "nsd", "powerdns");

    private final Access access;
    private final Registry registry;

    TransferCalls(Access access, Registry registry) {
        this.access = access;
        this.registry = registry;
    }

    void addTo(Router router) {
        String domain = "/v5/livedns/domains/{fqdn}/axfr";
        String keys = "/v5/livedns/axfr/tsig";
        router.on("GET", domain + "/slaves", this::secondaries)
                .on("PUT", domain + "/slaves/{ip}", this::addSecondary)
                .on("DELETE", domain + "/slaves/{ip}", this::removeSecondary)
                .on("GET", domain + "/tsig", this::keysOfZone)
                .on("PUT", domain + "/tsig/{id}", this::addKey)
                .on("DELETE", domain + "/tsig/{id}", this::removeKey)
                .on("GET", keys, this::keys)
                .on("POST", keys, this::makeKey)
                .on("GET", keys + "/{id}", this::key)
                .on("GET", keys + "/{id}/config/{software}", this::configuration);
    }

    private DomainServices services(Call call) throws Refused {
        access.zone(call);
        return access.domain(call, Permission.TECH).services();
    }

    private Answer secondaries(Call call) throws Refused {
        return Answers.json(200, services(call).secondaries());
    }

    private Answer addSecondary(Call call) throws Refused {
        String ip = call.parameter("ip");
        DomainServices services = services(call);
        if (!Addresses.isAddress(ip)) {
            throw Refused.of(new Refused.Fault("path", "ip", "'" + ip + "' is not an IP address"));
        }
        services.addSecondary(ip);
        return Answers.message(
                201, "Zone Slave Created", call.url("/livedns/domains/" + call.fqdn() + "/axfr/slaves/" + ip));
    }

    private Answer removeSecondary(Call call) throws Refused {
        services(call).removeSecondary(call.parameter("ip"));
        return Answer.empty(204);
    }

    private Answer keysOfZone(Call call) throws Refused {
        List<String> ids = services(call).transferKeys();
        return Answers.json(
                200,
                ids.stream()
                        .flatMap(id -> registry.tsigKey(id).stream())
                        .map(key -> Fields.of("id", key.id())
                                .and("key_name", key.name())
                                .and("href", href(key, call)))
                        .toList());
    }

    private Answer addKey(Call call) throws Refused {
        DomainServices services = services(call);
        TsigKey key = own(call);
        services.addTransferKey(key.id());
        return Answers.message(
                201, "Zone TSIG Key Created", call.url("/livedns/domains/" + call.fqdn() + "/axfr/tsig/" + key.id()));
    }

    private Answer removeKey(Call call) throws Refused {
        services(call).removeTransferKey(call.parameter("id"));
        return Answer.empty(204);
    }

    private Answer keys(Call call) throws Refused {
        String organization = access.organization(call, Permission.TECH).id();
        return Answers.json(
                200,
                registry.tsigKeys().stream()
                        .filter(key -> key.organization().equals(organization))
                        .map(key -> json(key, call))
                        .toList());
    }

    private Answer makeKey(Call call) throws Refused {
        TsigKey key = registry.makeTsigKey(access.organization(call, Permission.TECH));
        return Answers.json(
                        201,
                        Fields.of("href", href(key, call)).and("id", key.id()).and("key_name", key.name()))
                .with("location", href(key, call));
    }

    private Answer key(Call call) throws Refused {
        TsigKey key = own(call);
        Fields samples = Fields.none();
        SOFTWARE.forEach(software -> samples.and(software, href(key, call) + "/config/" + software));
        return Answers.json(200, json(key, call).and("config_samples", samples));
    }

    private Answer configuration(Call call) throws Refused {
        TsigKey key = own(call);
        Optional<String> text = key.configuration(call.parameter("software"));
        return text.map(one -> Answer.of(200, Answer.Flavour.SUCCESS, "text/plain", one))
                .orElseThrow(() -> new Refused(Errors.notFound()));
    }

    private TsigKey own(Call call) throws Refused {
        access.require(call, Permission.TECH);
        return registry.tsigKey(call.parameter("id"))
                .filter(key -> call.credential().organizations().stream()
                        .anyMatch(one -> one.id().equals(key.organization())))
                .orElseThrow(() -> new Refused(Errors.notFound()));
    }

    private static Fields json(TsigKey key, Call call) {
        return Fields.of("id", key.id())
                .and("key_name", key.name())
                .and("secret", key.secret())
                .and("href", href(key, call));
    }

    private static String href(TsigKey key, Call call) {
        return call.url("/livedns/axfr/tsig/" + key.id());
    }
}
