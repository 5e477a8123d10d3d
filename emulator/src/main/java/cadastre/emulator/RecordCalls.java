package cadastre.emulator;

import cadastre.dns.Name;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `/livedns/domains/{fqdn}/records` and below.
final class RecordCalls {
    private static final String CREATED = "DNS Record Created";
    private static final int PAGE = 100;

    private final Access access;
    private final Guesses guesses;

    RecordCalls(Access access, Guesses guesses) {
        this.access = access;
        this.guesses = guesses;
    }

    void addTo(Router router) {
        String records = "/v5/livedns/domains/{fqdn}/records";
        router.on("GET", records, this::list)
                .on("POST", records, this::create)
                .on("PUT", records, this::replaceZone)
                .on("DELETE", records, this::clear)
                .on("GET", records + "/{name}", this::listName)
                .on("POST", records + "/{name}", this::createAtName)
                .on("PUT", records + "/{name}", this::replaceName)
                .on("DELETE", records + "/{name}", this::deleteName)
                .on("GET", records + "/{name}/{type}", this::read)
                .on("POST", records + "/{name}/{type}", this::createTyped)
                .on("PUT", records + "/{name}/{type}", this::put)
                .on("PATCH", records + "/{name}/{type}", this::patch)
                .on("DELETE", records + "/{name}/{type}", this::delete);
    }

    private Answer list(Call call) throws Refused {
        LiveZone zone = access.zone(call);
        if (call.request().wantsPlainText()) {
            return Answer.of(200, Answer.Flavour.SUCCESS, "text/plain", ZoneText.write(zone.state()));
        }
        Optional<String> type = call.query().find("rrset_type");
        List<StoredRrset> rrsets = new ArrayList<>(zone.list());
        rrsets.removeIf(rrset -> type.isPresent() && !rrset.type().equals(type.get()));
        Optional<String> sortBy = call.query().find("sort_by");
        if (sortBy.isPresent()) {
            rrsets.sort(order(sortBy.get()));
        }
        return Answers.page(
                call,
                rrsets,
                rrset -> json(call, rrset),
                new Answers.Paging(PAGE, guesses.largestPage(), guesses.liveDnsFilteredCount()));
    }

    private static Comparator<StoredRrset> order(String sortBy) throws Refused {
        String field = sortBy.startsWith("-") ? sortBy.substring(1) : sortBy;
        Comparator<StoredRrset> order = switch (field) {
            case "rrset_name" -> Comparator.comparing(RrsetKey::of);
            case "rrset_type" -> Comparator.comparing(StoredRrset::type).thenComparing(RrsetKey::of);
            case "rrset_ttl" -> Comparator.comparingInt(StoredRrset::ttl).thenComparing(RrsetKey::of);
            default ->
                throw Refused.of(new Refused.Fault(
                        "querystring", "sort_by", "\"" + field + "\" is not one of rrset_name, rrset_type, rrset_ttl"));
        };
        return sortBy.startsWith("-") ? order.reversed() : order;
    }

    private Answer create(Call call) throws Refused {
        return create(call, access.zone(call), RrsetBody.Known.NOTHING);
    }

    private Answer createAtName(Call call) throws Refused {
        return create(call, access.zone(call), RrsetBody.Known.name(call.parameter("name")));
    }

    private Answer createTyped(Call call) throws Refused {
        return create(call, access.zone(call), RrsetBody.Known.both(call.parameter("name"), call.parameter("type")));
    }

    private Answer create(Call call, LiveZone zone, RrsetBody.Known known) throws Refused {
        StoredRrset rrset = bodies(call).one(call.members(), known);
        if (isServed(rrset)) {
            return created(call, rrset);
        }
        try {
            return switch (zone.create(rrset)) {
                case CREATED -> created(call, rrset);
                case SAME_VALUES -> Answers.message(200, "A DNS Record already exists with same value");
                case OTHER_VALUES ->
                    throw new Refused(Errors.conflict("A DNS Record already exists with different value"));
            };
        } catch (ZoneConflict e) {
            throw RrsetBody.refused(e);
        }
    }

    private Answer replaceZone(Call call) throws Refused {
        LiveZone zone = access.zone(call);
        List<StoredRrset> rrsets;
        if (call.request().mediaType().filter("text/plain"::equals).isPresent()) {
            rrsets = ZoneText.read(call.request().body(), apex(call), guesses);
        } else if (call.request().body().isEmpty()) {
            throw Refused.of(Refused.Fault.body("items", "Required"));
        } else {
            call.requireType(List.of("application/json", "text/plain"));
            rrsets = new ArrayList<>(bodies(call).items(call.members(), RrsetBody.Known.NOTHING));
        }
        rrsets.removeIf(RecordCalls::isServed);
        try {
            zone.replaceAll(rrsets);
        } catch (ZoneConflict e) {
            throw RrsetBody.refused(e);
        }
        return Answers.message(201, CREATED, recordsUrl(call));
    }

    private Answer clear(Call call) throws Refused {
        access.zone(call).clear();
        return Answer.empty(204);
    }

    private Answer listName(Call call) throws Refused {
        LiveZone zone = access.zone(call);
        List<StoredRrset> rrsets = zone.at(OwnerNames.forReading(call.parameter("name"), apex(call)));
        if (rrsets.isEmpty() && guesses.missingNameIs404()) {
            throw new Refused(Errors.notFound());
        }
        return Answers.page(
                call,
                rrsets,
                rrset -> json(call, rrset),
                new Answers.Paging(PAGE, guesses.largestPage(), guesses.liveDnsFilteredCount()));
    }

    private Answer replaceName(Call call) throws Refused {
        LiveZone zone = access.zone(call);
        List<StoredRrset> rrsets =
                new ArrayList<>(bodies(call).items(call.members(), RrsetBody.Known.name(call.parameter("name"))));
        rrsets.removeIf(RecordCalls::isServed);
        String name = rrsets.isEmpty()
                ? OwnerNames.forReading(call.parameter("name"), apex(call))
                : rrsets.getFirst().name();
        try {
            zone.replaceName(name, rrsets);
        } catch (ZoneConflict e) {
            throw RrsetBody.refused(e);
        }
        return Answers.message(201, CREATED, recordsUrl(call) + "/" + encoded(name));
    }

    private Answer deleteName(Call call) throws Refused {
        access.zone(call).remove(OwnerNames.forReading(call.parameter("name"), apex(call)));
        return Answer.empty(204);
    }

    private Answer read(Call call) throws Refused {
        return Answers.json(200, json(call, existing(call, access.zone(call))));
    }

    private Answer put(Call call) throws Refused {
        LiveZone zone = access.zone(call);
        StoredRrset rrset =
                bodies(call).one(call.members(), RrsetBody.Known.both(call.parameter("name"), call.parameter("type")));
        if (!isServed(rrset)) {
            write(zone, rrset);
        }
        return created(call, rrset);
    }

    /// Adds and removes single values. Two of these at once are both kept, unlike two that read, unite and PUT.
    private Answer patch(Call call) throws Refused {
        LiveZone zone = access.zone(call);
        Json.Members body = call.members();
        List<Refused.Fault> faults = new ArrayList<>();
        List<String> add = RrsetBody.values(body, "add_rrset_values", false, "", faults);
        List<String> remove = RrsetBody.values(body, "remove_rrset_values", false, "", faults);
        Optional<Integer> ttl =
                body.find("rrset_ttl").isPresent() ? Optional.of(RrsetBody.ttl(body, "", faults)) : Optional.empty();
        for (int i = 0; i < add.size(); i++) {
            if (!add.get(i).matches("[\\x20-\\x7E]{1,16384}")) {
                faults.add(Refused.Fault.body("add_rrset_values." + i, "String does not match expected pattern"));
            }
        }
        if (!faults.isEmpty()) {
            throw Refused.of(faults);
        }
        RdataText texts = new RdataText(apex(call), guesses.spelling());
        synchronized (zone) {
            StoredRrset old = existing(call, zone);
            Set<String> values = new LinkedHashSet<>(old.values());
            values.removeAll(texts.normalised(with(old, ttl, remove)).values());
            values.addAll(texts.normalised(with(old, ttl, add)).values());
            StoredRrset changed = with(old, ttl, List.copyOf(values));
            write(zone, changed);
            return Answers.json(200, json(call, changed));
        }
    }

    private static StoredRrset with(StoredRrset old, Optional<Integer> ttl, List<String> values) {
        return new StoredRrset(old.name(), old.type(), ttl.orElse(old.ttl()), values);
    }

    private Answer delete(Call call) throws Refused {
        access.zone(call).remove(OwnerNames.forReading(call.parameter("name"), apex(call)), call.parameter("type"));
        return Answer.empty(204);
    }

    private StoredRrset existing(Call call, LiveZone zone) throws Refused {
        String name = call.parameter("name");
        String type = call.parameter("type");
        return zone.find(OwnerNames.forReading(name, apex(call)), type)
                .orElseThrow(() -> new Refused(Errors.noSuchRrset(name, type)));
    }

    private static void write(LiveZone zone, StoredRrset rrset) throws Refused {
        try {
            zone.put(rrset);
        } catch (ZoneConflict e) {
            throw RrsetBody.refused(e);
        }
    }

    private RrsetBody bodies(Call call) {
        return new RrsetBody(apex(call), guesses);
    }

    /// The SOA is LiveDNS's own: it may be sent and is not kept.
    private static boolean isServed(StoredRrset rrset) {
        return rrset.type().equals("SOA");
    }

    private static Answer created(Call call, StoredRrset rrset) {
        return Answers.message(201, CREATED, rrsetUrl(call, rrset));
    }

    private static Fields json(Call call, StoredRrset rrset) {
        return Fields.of("rrset_name", rrset.name())
                .and("rrset_type", rrset.type())
                .and("rrset_ttl", rrset.ttl())
                .and("rrset_values", rrset.values())
                .and("rrset_href", rrsetUrl(call, rrset));
    }

    private static Name apex(Call call) {
        return Name.of(call.fqdn());
    }

    private static String recordsUrl(Call call) {
        return call.url("/livedns/domains/" + call.fqdn() + "/records");
    }

    private static String rrsetUrl(Call call, StoredRrset rrset) {
        return recordsUrl(call) + "/" + encoded(rrset.name()) + "/" + rrset.type();
    }

    /// Everything but unreserved characters is percent-encoded, `@` and `*` too.
    ///
    /// @rfc 3986 section 2.3
    private static String encoded(String segment) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : segment.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean unreserved = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '.'
                    || c == '_'
                    || c == '~';
            encoded.append(unreserved ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return encoded.toString();
    }
}
