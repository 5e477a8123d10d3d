package cadastre.emulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// `/livedns/domains/{fqdn}/snapshots`. There is no call that restores one: that is a `PUT` of its records.
final class SnapshotCalls {
    private static final int PAGE = 100;

    private final Access access;
    private final Guesses guesses;

    SnapshotCalls(Access access, Guesses guesses) {
        this.access = access;
        this.guesses = guesses;
    }

    void addTo(Router router) {
        String snapshots = "/v5/livedns/domains/{fqdn}/snapshots";
        router.on("GET", snapshots, this::list)
                .on("POST", snapshots, this::take)
                .on("GET", snapshots + "/{id}", this::read)
                .on("PATCH", snapshots + "/{id}", this::rename)
                .on("DELETE", snapshots + "/{id}", this::delete);
    }

    private Answer list(Call call) throws Refused {
        List<SnapshotChain.Kept> snapshots = new ArrayList<>(access.zone(call).snapshots());
        Optional<String> automatic = call.query().find("automatic");
        if (automatic.isPresent()) {
            boolean asked = flag(automatic.get());
            snapshots.removeIf(snapshot -> snapshot.automatic() != asked);
        }
        snapshots.sort(order(call.query().find("sort_by").orElse("date_created")));
        return Answers.page(
                call,
                snapshots,
                snapshot -> json(snapshot, call),
                new Answers.Paging(PAGE, guesses.largestPage(), guesses.liveDnsFilteredCount()));
    }

    private static boolean flag(String text) throws Refused {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default ->
                throw Refused.of(
                        new Refused.Fault("querystring", "automatic", "\"" + text + "\" is neither true nor false"));
        };
    }

    private static Comparator<SnapshotChain.Kept> order(String sortBy) throws Refused {
        Comparator<SnapshotChain.Kept> oldest = Comparator.comparing(SnapshotChain.Kept::createdAt);
        return switch (sortBy) {
            case "date_created" -> oldest;
            case "-date_created" -> oldest.reversed();
            default ->
                throw Refused.of(new Refused.Fault(
                        "querystring", "sort_by", "\"" + sortBy + "\" is not one of date_created, -date_created"));
        };
    }

    private Answer take(Call call) throws Refused {
        LiveZone zone = access.zone(call);
        Optional<String> name = call.members().find("name").isPresent() ? Optional.of(name(call)) : Optional.empty();
        SnapshotChain.Kept taken = zone.takeSnapshot(name);
        return Answers.json(201, Fields.of("id", taken.id()).and("message", "Zone Snapshot Created"))
                .with("location", href(taken, call));
    }

    private static String name(Call call) throws Refused {
        Optional<Json> name = call.members().find("name");
        if (name.isPresent() && name.get() instanceof Json.Text(String text, var _) && !text.isEmpty()) {
            return text;
        }
        throw Refused.of(Refused.Fault.body(
                "name", name.isPresent() && !(name.get() instanceof Json.Text) ? "Invalid type" : "Required"));
    }

    private Answer read(Call call) throws Refused {
        LiveZone zone = access.zone(call);
        String id = call.parameter("id");
        SnapshotChain.Kept snapshot = existing(zone, id);
        List<StoredRrset> rrsets = zone.snapshotRrsets(id).orElseThrow(() -> new Refused(Errors.notFound()));
        if (call.request().wantsPlainText()) {
            String text = ZoneText.write(new LiveZone.State(snapshot.createdAt().getEpochSecond(), rrsets));
            return Answer.of(200, Answer.Flavour.SUCCESS, "text/plain", text);
        }
        List<Fields> data = rrsets.stream()
                .map(rrset -> Fields.of("rrset_name", rrset.name())
                        .and("rrset_type", rrset.type())
                        .and("rrset_ttl", rrset.ttl())
                        .and("rrset_values", rrset.values()))
                .toList();
        return Answers.json(200, json(snapshot, call).and("zone_data", data));
    }

    private static SnapshotChain.Kept existing(LiveZone zone, String id) throws Refused {
        return zone.snapshots().stream()
                .filter(snapshot -> snapshot.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(Errors.notFound()));
    }

    private Answer rename(Call call) throws Refused {
        if (!access.zone(call).renameSnapshot(call.parameter("id"), name(call))) {
            throw new Refused(Errors.notFound());
        }
        return Answers.message(200, "Zone Snapshot Updated");
    }

    private Answer delete(Call call) throws Refused {
        if (!access.zone(call).deleteSnapshot(call.parameter("id"))) {
            throw new Refused(Errors.notFound());
        }
        return Answer.empty(204);
    }

    /// One client reads `snapshot_href`, the documentation says `href`: both are there.
    private static Fields json(SnapshotChain.Kept snapshot, Call call) {
        String href = href(snapshot, call);
        return Fields.of("id", snapshot.id())
                .and("name", snapshot.name())
                .and("created_at", DomainJson.date(snapshot.createdAt()))
                .and("automatic", snapshot.automatic())
                .and("href", href)
                .and("snapshot_href", href);
    }

    private static String href(SnapshotChain.Kept snapshot, Call call) {
        return call.url("/livedns/domains/" + call.fqdn() + "/snapshots/" + snapshot.id());
    }
}
