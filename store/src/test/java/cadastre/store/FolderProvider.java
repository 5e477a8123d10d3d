package cadastre.store;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.provider.DnsProvider;
import cadastre.provider.Introspection;
import cadastre.provider.ListPage;
import cadastre.provider.ListedRegistration;
import cadastre.provider.Organization;
import cadastre.provider.Portfolio;
import cadastre.provider.Privacy;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import cadastre.provider.Reason;
import cadastre.provider.RegistrationDetail;
import cadastre.provider.ServedBy;
import cadastre.provider.Snapshot;
import cadastre.provider.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// A provider that outlives the process which asks it: one file for each zone, replaced whole.
final class FolderProvider implements Portfolio, DnsProvider, Snapshots {
    private static final int PAGE = 10;

    private final Path folder;

    FolderProvider(Path folder) {
        this.folder = folder;
    }

    void hold(Zone zone) {
        write(zone);
    }

    private Path file(Name apex) {
        return folder.resolve(apex.withoutDot() + ".zone");
    }

    private void write(Zone zone) {
        try {
            Path fresh = folder.resolve(zone.apex().withoutDot() + ".new");
            Files.writeString(fresh, RRsetText.of(List.copyOf(zone.rrsets())));
            Files.move(fresh, file(zone.apex()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Zone zone(Name apex) {
        try {
            return Zone.of(apex, RRsetText.parse(Files.readString(file(apex))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Name> zones() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".zone"))
                    .map(name -> Name.of(name.substring(0, name.length() - ".zone".length())))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Introspection> introspect() {
        return Optional.empty();
    }

    @Override
    public List<Organization> organizations() {
        return List.of();
    }

    @Override
    public ListPage list(int number) {
        List<Name> all = zones();
        int from = Math.min((number - 1) * PAGE, all.size());
        int to = Math.min(from + PAGE, all.size());
        List<ListedRegistration> page = all.subList(from, to).stream()
                .map(name -> Opened.listed(name.toString(), ServedBy.LIVEDNS, Optional.empty()))
                .toList();
        return new ListPage(page, OptionalInt.of(all.size()), to == all.size());
    }

    @Override
    public RegistrationDetail detail(Name name) throws ProviderException {
        if (!zones().contains(name)) {
            throw new ProviderException("not there", new Reason.NotFound(Reason.Missing.REGISTRATION), null);
        }
        return new RegistrationDetail(
                name,
                ServedBy.LIVEDNS,
                List.of(),
                true,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Optional.empty(),
                true,
                Privacy.UNTOLD);
    }

    @Override
    public Reading read(Name apex) {
        return Opened.reading(zone(apex));
    }

    @Override
    public List<String> nameServers(Name apex) {
        return List.of();
    }

    @Override
    public void put(Name apex, RRset rrset) {
        List<RRset> rrsets = new ArrayList<>(zone(apex).rrsets());
        rrsets.removeIf(one -> one.key().equals(rrset.key()));
        rrsets.add(rrset);
        write(Zone.of(apex, rrsets));
    }

    @Override
    public void remove(Name apex, RRset.Key key) {
        List<RRset> rrsets = new ArrayList<>(zone(apex).rrsets());
        rrsets.removeIf(one -> one.key().equals(key));
        write(Zone.of(apex, rrsets));
    }

    @Override
    public void replaceName(Name apex, Name owner, List<RRset> all) {
        List<RRset> rrsets = new ArrayList<>(zone(apex).rrsets());
        rrsets.removeIf(one -> one.owner().equals(owner));
        rrsets.addAll(all);
        write(Zone.of(apex, rrsets));
    }

    @Override
    public boolean isSigned(Name apex) {
        return false;
    }

    @Override
    public List<Snapshot> snapshots(Name apex) {
        return List.of();
    }

    @Override
    public Zone snapshot(Name apex, String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String takeSnapshot(Name apex, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void renameSnapshot(Name apex, String id, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteSnapshot(Name apex, String id) {
        throw new UnsupportedOperationException();
    }
}
