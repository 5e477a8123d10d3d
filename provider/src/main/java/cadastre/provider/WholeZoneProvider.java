package cadastre.provider;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A provider that writes a zone as a whole, and holds all of it: the SOA and the NS at the apex too.
///
/// The serial of the SOA is the provider's: it is 0 in the zone of a [Reading] (its records have the real one), is not
/// declared, and moves with every write.
public interface WholeZoneProvider extends DnsProvider {
    /// Makes the zone as given, at once: what is not in it goes.
    void replaceZone(Zone zone) throws ProviderException;

    /// {@return `desired` with what such a zone needs beside what was declared: its SOA}
    ///
    /// @param actual what the zone holds now
    Zone completed(Zone desired, Zone actual);

    @Override
    default void put(Name apex, RRset rrset) throws ProviderException {
        replaceName(apex, List.of(rrset.key()), List.of(rrset));
    }

    @Override
    default void remove(Name apex, RRset.Key key) throws ProviderException {
        replaceName(apex, List.of(key), List.of());
    }

    @Override
    default void replaceName(Name apex, Name owner, List<RRset> rrsets) throws ProviderException {
        List<RRset.Key> all =
                read(apex).zone().rrsetsAt(owner).stream().map(RRset::key).toList();
        replaceName(apex, all, rrsets);
    }

    private void replaceName(Name apex, List<RRset.Key> gone, List<RRset> rrsets) throws ProviderException {
        Zone zone = read(apex).zone();
        Map<RRset.Key, RRset> all = new LinkedHashMap<>();
        zone.rrsets().forEach(rrset -> all.put(rrset.key(), rrset));
        gone.forEach(all::remove);
        rrsets.forEach(rrset -> all.put(rrset.key(), rrset));
        Zone changed = Zone.of(apex, new ArrayList<>(all.values()));
        if (!changed.equals(zone)) {
            replaceZone(changed);
        }
    }
}
