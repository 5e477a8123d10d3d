package cadastre.gandi;

import cadastre.dns.Name;
import cadastre.dns.Zone;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import cadastre.provider.Snapshot;
import cadastre.provider.Snapshots;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The snapshots that LiveDNS keeps of zones. Thread-safe.
///
/// A snapshot that is gone and a registration that is out of reach answer alike. So where one is not found, the
/// list is asked: if it answers, it was the snapshot.
final class KeptZones implements Snapshots {
    private final Api api;

    KeptZones(Api api) {
        this.api = api;
    }

    @Override
    public List<Snapshot> snapshots(Name apex) throws ProviderException {
        Pages pages =
                new Pages(api, path(apex), List.of(), item -> item.text("id").orElse(""));
        List<Snapshot> snapshots = new ArrayList<>();
        for (Json item : pages.read()) {
            Optional<String> id = item.text("id");
            Optional<Instant> takenAt = Registrations.date(item, "created_at");
            if (id.isEmpty() || takenAt.isEmpty()) {
                throw api.notUnderstood(api.uri(path(apex)), "a list of snapshots");
            }
            snapshots.add(new Snapshot(
                    id.get(),
                    item.text("name").orElse(""),
                    takenAt.get(),
                    item.bool("automatic").orElse(false)));
        }
        // Of several in one second the one that Gandi lists last is the newest.
        return snapshots.reversed().stream()
                .sorted(Comparator.comparing(Snapshot::takenAt).reversed())
                .toList();
    }

    @Override
    public Zone snapshot(Name apex, String id) throws ProviderException {
        URI uri = uri(apex, id);
        Json json;
        try {
            json = api.object(uri);
        } catch (ProviderException e) {
            throw told(apex, e);
        }
        if (!(json.member("zone_data").orElse(null) instanceof Json.Items(List<Json> rrsets))) {
            throw api.notUnderstood(uri, "a snapshot");
        }
        return Records.reading(apex, rrsets).zone();
    }

    @Override
    public String takeSnapshot(Name apex, String name) throws ProviderException {
        return api.postForId(api.uri(path(apex)), Records.named(name));
    }

    @Override
    public void renameSnapshot(Name apex, String id, String name) throws ProviderException {
        try {
            api.patch(uri(apex, id), Records.named(name));
        } catch (ProviderException e) {
            throw told(apex, e);
        }
    }

    @Override
    public void deleteSnapshot(Name apex, String id) throws ProviderException {
        try {
            api.delete(uri(apex, id));
        } catch (ProviderException e) {
            ProviderException told = told(apex, e);
            if (!told.reason().equals(new Reason.NotFound(Reason.Missing.SNAPSHOT))) {
                throw told;
            }
        }
    }

    /// What the failure of a question about one snapshot is.
    private ProviderException told(Name apex, ProviderException e) throws ProviderException {
        if (!e.reason().equals(new Reason.NotFound(Reason.Missing.REGISTRATION))) {
            return e;
        }
        snapshots(apex); // fails as it should if it is not the snapshot
        return new ProviderException(
                String.valueOf(e.getMessage()),
                new Reason.NotFound(Reason.Missing.SNAPSHOT),
                "Gandi no longer keeps this snapshot of " + apex.withoutDot() + ".",
                e);
    }

    private static String path(Name apex) {
        return "livedns/domains/" + Domains.segment(apex) + "/snapshots";
    }

    private URI uri(Name apex, String id) {
        return api.uri(path(apex) + "/" + ApiAddress.segment(id));
    }
}
