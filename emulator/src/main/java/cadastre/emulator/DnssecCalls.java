package cadastre.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// DNSSEC: by LiveDNS as a whole, its single keys, and the keys that the registry holds for other name servers.
final class DnssecCalls {
    private static final int PAGE = 100;
    private static final RegistryChange SIGNING = new RegistryChange.Signing();
    private static final RegistryChange UNSIGNING = new RegistryChange.Unsigning();

    private final Access access;
    private final Guesses guesses;
    private final RegistryDelay registryDelay;

    DnssecCalls(Access access, Guesses guesses, RegistryDelay registryDelay) {
        this.access = access;
        this.guesses = guesses;
        this.registryDelay = registryDelay;
    }

    void addTo(Router router) {
        String dnssec = "/v5/domain/domains/{fqdn}/livedns/dnssec";
        String registryKeys = "/v5/domain/domains/{fqdn}/dnskeys";
        String keys = "/v5/livedns/domains/{fqdn}/keys";
        router.on("GET", dnssec, this::state)
                .on("POST", dnssec, this::activate)
                .on("DELETE", dnssec, this::deactivate)
                .on("GET", registryKeys, this::registryKeys)
                .on("POST", registryKeys, this::addRegistryKey)
                .on("PUT", registryKeys, this::replaceRegistryKeys)
                .on("DELETE", registryKeys + "/{id}", this::deleteRegistryKey)
                .on("GET", keys, this::keys)
                .on("POST", keys, this::makeKey)
                .on("GET", keys + "/{id}", this::key)
                .on("PATCH", keys + "/{id}", this::undelete)
                .on("PUT", keys + "/{id}", this::undelete)
                .on("DELETE", keys + "/{id}", this::deleteKey);
    }

    private Answer state(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.VIEW);
        String state = state(domain, call);
        Fields answer = Fields.of("state", state);
        return Answers.json(
                200,
                state.equals("activation_error")
                        ? answer.and("error", "ALIAS records are not allowed with DNSSEC")
                        : answer);
    }

    private static String state(Domain domain, Call call) {
        if (domain.isPending(SIGNING.subject(), call.now())) {
            return "activating";
        }
        if (domain.isPending(UNSIGNING.subject(), call.now())) {
            return "deactivating";
        }
        if (!domain.keys().isInUse()) {
            return "inactive";
        }
        return hasAlias(domain, call) ? "activation_error" : "active";
    }

    private static boolean hasAlias(Domain domain, Call call) {
        return domain.zone(call.now()).flatMap(zone -> zone.find("@", "ALIAS")).isPresent();
    }

    private Answer activate(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        String state = state(domain, call);
        if (!state.equals("inactive")) {
            throw conflict(state, "DNSSEC is not inactive");
        }
        if (!NameServers.kind(domain.nameServers(call.now())).equals("livedns")) {
            throw conflict(state, "The domain does not use LiveDNS");
        }
        if (hasAlias(domain, call)) {
            throw conflict(state, "ALIAS records are not allowed with DNSSEC");
        }
        domain.later(SIGNING, call.now(), registryDelay.after(call.now()));
        return Answers.json(202, Fields.of("state", "activating"));
    }

    private Answer deactivate(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        String state = state(domain, call);
        if (!state.equals("active") && !state.equals("activation_error")) {
            throw conflict(state, "DNSSEC is not active");
        }
        domain.later(UNSIGNING, call.now(), registryDelay.after(call.now()));
        return Answers.json(202, Fields.of("state", "deactivating"));
    }

    private static Refused conflict(String state, String error) {
        return new Refused(Answer.of(
                409,
                Answer.Flavour.ERROR,
                Errors.JSON,
                JsonText.spaced(
                        Fields.of("state", state).and("cause", "Conflict").and("error", error))));
    }

    private Answer registryKeys(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.VIEW);
        return Answers.page(
                call,
                domain.registryKeys(),
                key -> DomainJson.registryKey(key, domain, call),
                new Answers.Paging(PAGE, guesses.largestPage(), true));
    }

    private Answer addRegistryKey(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        Body body = Body.of(call);
        int id = domain.newKeyId();
        Optional<RegistryKey> key = registryKey(body, id, call);
        body.check();
        key.ifPresent(one -> request(call, domain, new RegistryChange.KeyAdded(one)));
        return Answers.message(
                202,
                "The domain name is being updated",
                call.url("/domain/domains/" + domain.fqdn() + "/dnskeys/" + id));
    }

    private Answer replaceRegistryKeys(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        Body body = Body.of(call);
        List<RegistryKey> keys = new ArrayList<>();
        for (Body one : body.objects("keys")) {
            registryKey(one, domain.newKeyId(), call).ifPresent(keys::add);
        }
        body.check();
        request(call, domain, new RegistryChange.KeysReplaced(keys));
        return Answers.message(202, "The domain name is being updated");
    }

    private static Optional<RegistryKey> registryKey(Body body, int id, Call call) {
        String type = body.oneOf("type", "ksk", List.of("ksk", "zsk", "none"));
        body.require("algorithm");
        int algorithm = body.integer("algorithm", 13, 1, 255);
        String text = body.requiredText("public_key");
        Optional<PublicKey> key = PublicKey.parse(type.equals("zsk") ? 256 : 257, algorithm, text);
        if (key.isEmpty()) {
            body.fault("public_key", "Invalid base64");
        }
        return key.map(one -> new RegistryKey(
                id, algorithm, type, one.base64(), one.tag(), one.digest(cadastre.dns.Name.of(call.fqdn())), 2));
    }

    private Answer deleteRegistryKey(Call call) throws Refused {
        Domain domain = access.domain(call, Permission.TECH);
        RegistryKey key = domain.registryKeys().stream()
                .filter(one -> Integer.toString(one.id()).equals(call.parameter("id")))
                .findFirst()
                .orElseThrow(() -> new Refused(Errors.notFound()));
        request(call, domain, new RegistryChange.KeyRemoved(key.id()));
        return Answers.message(202, "The domain name is being updated");
    }

    private void request(Call call, Domain domain, RegistryChange change) {
        domain.later(change, call.now(), registryDelay.after(call.now()));
    }

    private Answer keys(Call call) throws Refused {
        access.zone(call);
        Domain domain = access.domain(call, Permission.TECH);
        return Answers.json(
                200,
                domain.keys().all().stream().map(key -> json(key, domain, call)).toList());
    }

    private Answer makeKey(Call call) throws Refused {
        access.zone(call);
        Domain domain = access.domain(call, Permission.TECH);
        Body body = Body.of(call);
        body.require("flags");
        int flags = body.integer("flags", 257, 256, 257);
        body.check();
        ZoneKey key = domain.keys().make(flags);
        return Answers.message(201, "Domain Key Created", href(key, domain, call));
    }

    private Answer key(Call call) throws Refused {
        access.zone(call);
        Domain domain = access.domain(call, Permission.TECH);
        ZoneKey key = domain.keys().find(call.parameter("id")).orElseThrow(() -> new Refused(Errors.notFound()));
        return Answers.json(
                200,
                json(key, domain, call)
                        .and("fingerprint", key.fingerprint())
                        .and("public_key", key.publicKey())
                        .and("tag", key.tag()));
    }

    private Answer undelete(Call call) throws Refused {
        access.zone(call);
        Domain domain = access.domain(call, Permission.TECH);
        Body body = Body.of(call);
        boolean deleted = body.requiredBool("deleted");
        body.check();
        if (!domain.keys().setDeleted(call.parameter("id"), deleted)) {
            throw new Refused(Errors.notFound());
        }
        return Answers.message(200, "Domain Key Updated");
    }

    private Answer deleteKey(Call call) throws Refused {
        access.zone(call);
        Domain domain = access.domain(call, Permission.TECH);
        if (!domain.keys().setDeleted(call.parameter("id"), true)) {
            throw new Refused(Errors.notFound());
        }
        return Answer.empty(204);
    }

    private static Fields json(ZoneKey key, Domain domain, Call call) {
        return Fields.of("id", key.id())
                .and("fqdn", domain.fqdn())
                .and("algorithm", key.algorithm())
                .and("algorithm_name", key.algorithmName())
                .and("flags", key.flags())
                .and("status", key.status())
                .and("deleted", key.deleted())
                .and("ds", key.ds())
                .and("key_href", href(key, domain, call));
    }

    private static String href(ZoneKey key, Domain domain, Call call) {
        return call.url("/livedns/domains/" + domain.fqdn() + "/keys/" + key.id());
    }
}
