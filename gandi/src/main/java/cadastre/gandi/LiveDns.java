package cadastre.gandi;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.provider.DnsProvider;
import cadastre.provider.Organization;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import cadastre.provider.Reason;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The zones at LiveDNS. Thread-safe.
///
/// Records are written by PUT, which makes them as given whether they exist or not. SOA and the implicit apex
/// NS are not in what is read.
public final class LiveDns implements DnsProvider {
    private final Api api;
    private final Domains domains;

    LiveDns(Api api, Domains domains) {
        this.api = api;
        this.domains = domains;
    }

    /// {@inheritDoc}
    ///
    /// Without `sharing_id` Gandi lists what the credential's first organization has. If that is nothing, and
    /// the credential is an API key, the others are asked too.
    @Override
    public List<Name> zones() throws ProviderException {
        List<Name> zones = zones(api.entry().sharingId());
        boolean elsewhere = zones.isEmpty()
                && api.entry().sharingId().isEmpty()
                && api.entry().kind() == Entry.Kind.APIKEY;
        if (!elsewhere) {
            return zones;
        }
        List<Name> all = new ArrayList<>();
        for (Organization organization : domains.organizations()) {
            all.addAll(zones(Optional.of(organization.id())));
        }
        return all.stream().distinct().toList();
    }

    private List<Name> zones(Optional<String> sharingId) throws ProviderException {
        List<Name> zones = new ArrayList<>();
        for (Json item : new Pages(api, "livedns/domains", Domains.query(sharingId), Domains::fqdn).read()) {
            zones.add(domains.name(item));
        }
        return zones;
    }

    @Override
    public Reading read(Name apex) throws ProviderException {
        Pages pages = new Pages(
                api,
                path(apex, "records"),
                List.of(),
                item -> item.text("rrset_name").orElse("") + " "
                        + item.text("rrset_type").orElse(""));
        return Records.reading(apex, pages.read());
    }

    /// {@return one RRset, or nothing if the zone has none of that name and type}
    ///
    /// @param key its owner name spelled as it is stored
    public Optional<RRset> rrset(Name apex, RRset.Key key) throws ProviderException {
        try {
            Json json = api.object(uri(apex, key));
            return Records.reading(apex, List.of(json)).zone().rrset(key);
        } catch (ProviderException e) {
            if (e.reason().equals(new Reason.NotFound(Reason.Missing.RRSET))) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// {@return what is at `owner`; an empty list if there is nothing}
    ///
    /// @param owner spelled as it is stored
    public List<RRset> rrsetsAt(Name apex, Name owner) throws ProviderException {
        try {
            List<Json> items = api.list(uri(apex, owner));
            return List.copyOf(Records.reading(apex, items).zone().rrsetsAt(owner));
        } catch (ProviderException e) {
            if (e.reason().equals(new Reason.NotFound(Reason.Missing.RRSET))) {
                return List.of();
            }
            throw e;
        }
    }

    @Override
    public List<String> nameServers(Name apex) throws ProviderException {
        return api.texts(api.uri(path(apex, "nameservers")));
    }

    @Override
    public void put(Name apex, RRset rrset) throws ProviderException {
        api.put(uri(apex, rrset.key()), Records.body(rrset));
    }

    /// Makes an RRset that must not exist. It is no error if it exists with the same data.
    ///
    /// @throws ProviderException with [Reason.Refused] 409 if there is another one
    public void create(Name apex, RRset rrset) throws ProviderException {
        api.post(api.uri(path(apex, "records")), Records.namedBody(apex, rrset));
    }

    @Override
    public void remove(Name apex, RRset.Key key) throws ProviderException {
        api.delete(uri(apex, key));
    }

    /// Takes everything at a name away.
    ///
    /// @param owner spelled as it is stored
    public void removeName(Name apex, Name owner) throws ProviderException {
        api.delete(uri(apex, owner));
    }

    @Override
    public void replaceName(Name apex, Name owner, List<RRset> rrsets) throws ProviderException {
        if (rrsets.isEmpty() || rrsets.stream().anyMatch(rrset -> !rrset.owner().equals(owner))) {
            throw new IllegalArgumentException("a name is replaced by at least one RRset, all of them at " + owner);
        }
        api.put(uri(apex, owner), Records.items(rrsets));
    }

    /// Makes the whole zone as given, at once: what is not given goes.
    public void replaceZone(Zone zone) throws ProviderException {
        requireNonNull(zone, "zone is null");
        api.put(api.uri(path(zone.apex(), "records")), Records.items(zone));
    }

    /// Takes all records of a zone away.
    public void empty(Name apex) throws ProviderException {
        api.delete(api.uri(path(apex, "records")));
    }

    /// {@inheritDoc}
    ///
    /// Two lists say it: the keys LiveDNS signs with, and those the registry knows. The second is asked only if
    /// the first has none in use. Where the zone or the registration is not at Gandi, there are none.
    @Override
    public boolean isSigned(Name apex) throws ProviderException {
        for (Json key : keys(path(apex, "keys"))) {
            boolean deleted = key.bool("deleted").orElse(false);
            if (!deleted && key.text("status").orElse("active").equals("active")) {
                return true;
            }
        }
        return !keys(Domains.path(apex, "dnskeys")).isEmpty();
    }

    private List<Json> keys(String path) throws ProviderException {
        try {
            return api.list(api.uri(path));
        } catch (ProviderException e) {
            if (e.reason().equals(new Reason.NotFound(Reason.Missing.ZONE))
                    || e.reason().equals(new Reason.NotFound(Reason.Missing.REGISTRATION))) {
                return List.of();
            }
            throw e;
        }
    }

    /// {@return whether there is such a zone, for one that [#zones] does not name: its records answer, or the
    /// domain is in the account}
    ///
    /// One or two requests.
    public boolean exists(Name apex) throws ProviderException {
        try {
            api.get(api.uri(path(apex, "records")));
            return true;
        } catch (ProviderException e) {
            if (!(e.reason() instanceof Reason.NotFound)) {
                throw e;
            }
        }
        try {
            domains.detail(apex);
            return true;
        } catch (ProviderException e) {
            if (e.reason() instanceof Reason.NotFound) {
                return false;
            }
            throw e;
        }
    }

    private static String path(Name apex, String rest) {
        return "livedns/domains/" + Domains.segment(apex) + "/" + rest;
    }

    private URI uri(Name apex, Name owner) {
        return api.uri(path(apex, "records/" + ApiAddress.segment(Records.relative(apex, owner))));
    }

    private URI uri(Name apex, RRset.Key key) {
        return URI.create(
                uri(apex, key.owner()) + "/" + ApiAddress.segment(key.type().mnemonic()));
    }
}
