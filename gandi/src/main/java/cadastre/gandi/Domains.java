package cadastre.gandi;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.provider.Attachment;
import cadastre.provider.AutoRenewal;
import cadastre.provider.Introspection;
import cadastre.provider.ListPage;
import cadastre.provider.ListedRegistration;
import cadastre.provider.LiveDnsAttachment;
import cadastre.provider.Organization;
import cadastre.provider.Portfolio;
import cadastre.provider.ProviderException;
import cadastre.provider.Registrar;
import cadastre.provider.RegistrationDetail;
import cadastre.provider.TransferLock;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The registrations held at Gandi, and who holds them. Thread-safe.
public final class Domains implements Portfolio, Registrar, LiveDnsAttachment, AutoRenewal, TransferLock {
    private final Api api;
    /// How many items the first page had when it was asked for last: so many are granted a page. 0 is not known.
    private volatile int granted;

    Domains(Api api) {
        this.api = api;
    }

    /// {@inheritDoc}
    ///
    /// Without `sharing_id` an API key is shown what its first organization has; a token belongs to one.
    @Override
    public ListPage list(int number) throws ProviderException {
        if (number < 1) {
            throw new IllegalArgumentException("pages are counted from 1, not " + number);
        }
        URI uri = page(number);
        Api.Read read = api.get(uri);
        if (!(read.json() instanceof Json.Items(List<Json> items))) {
            throw api.notUnderstood(uri, "a list");
        }
        List<ListedRegistration> registrations = new ArrayList<>();
        for (Json item : items) {
            try {
                registrations.add(Registrations.listed(item));
            } catch (PresentationException e) {
                throw api.notUnderstood(uri, "a list of domains: \"" + fqdn(item) + "\"");
            }
        }
        if (number == 1) {
            granted = items.size();
        }
        OptionalInt total = read.answer().number("Total-Count");
        return new ListPage(
                registrations, total, isLast(number, items.size(), total, Pages.hasNext(read.answer()), granted));
    }

    private URI page(int number) {
        List<String> pairs = new ArrayList<>(query(api.entry().sharingId()));
        pairs.add("page=" + number);
        pairs.add("per_page=" + Pages.PER_PAGE);
        return api.entry().address().resource("domain/domains", String.join("&", pairs));
    }

    /// Where it is not known how many are granted a page (a walk that goes on after a restart), a page counts as
    /// the last only if that holds however many they are: asking for one page too many costs a request, one too
    /// few loses registrations.
    ///
    /// @param granted items a page; 0 is not known
    static boolean isLast(int number, int length, OptionalInt total, boolean linked, int granted) {
        if (length == 0) {
            return true;
        }
        if (total.isPresent()) {
            int perPage = granted > 0 ? granted : length;
            return (long) (number - 1) * perPage + length >= total.getAsInt();
        }
        return !linked && length < (granted > 0 ? Math.max(granted, Pages.SMALLEST_PAGE) : Pages.SMALLEST_PAGE);
    }

    @Override
    public RegistrationDetail detail(Name name) throws ProviderException {
        URI uri = api.uri("domain/domains/" + segment(name));
        try {
            return Registrations.detail(api.object(uri));
        } catch (PresentationException e) {
            throw api.notUnderstood(uri, "a domain");
        }
    }

    @Override
    public List<String> nameServers(Name name) throws ProviderException {
        return api.texts(api.uri(path(name, "nameservers")));
    }

    @Override
    public void delegate(Name name, List<String> nameServers) throws ProviderException {
        if (nameServers.isEmpty()) {
            throw new IllegalArgumentException("a delegation names at least one name server");
        }
        api.put(api.uri(path(name, "nameservers")), Records.nameServers(Registrations.undotted(nameServers)));
    }

    @Override
    public Attachment attachment(Name name) throws ProviderException {
        return Registrations.attachment(api.object(api.uri(path(name, "livedns"))));
    }

    @Override
    public List<String> ownNameServers(Name name) throws ProviderException {
        return Registrations.undotted(api.texts(api.uri("livedns/nameservers/" + segment(name))));
    }

    @Override
    public void attach(Name name) throws ProviderException {
        api.post(api.uri(path(name, "livedns")), "{}");
    }

    @Override
    public void renewByItself(Name name, boolean wished) throws ProviderException {
        api.patch(api.uri(path(name, "autorenew")), "{\"enabled\":" + wished + "}");
    }

    @Override
    public void lockTransfer(Name name, boolean wished) throws ProviderException {
        api.patch(api.uri(path(name, "status")), "{\"clientTransferProhibited\":" + wished + "}");
    }

    @Override
    public List<Organization> organizations() throws ProviderException {
        URI uri = api.uri("organization/organizations");
        List<Organization> organizations = new ArrayList<>();
        for (Json item : api.list(uri)) {
            organizations.add(Registrations.organization(item)
                    .orElseThrow(() -> api.notUnderstood(uri, "a list of organizations")));
        }
        return organizations;
    }

    /// {@inheritDoc}
    ///
    /// An API key says nothing.
    @Override
    public Optional<Introspection> introspect() throws ProviderException {
        if (api.entry().kind() == Entry.Kind.APIKEY) {
            return Optional.empty();
        }
        return Optional.of(
                Registrations.introspection(api.object(api.entry().address().tokenInfo())));
    }

    /// The domain an item of a list is about.
    Name name(Json item) throws ProviderException {
        try {
            return Name.parse(fqdn(item));
        } catch (PresentationException e) {
            throw api.notUnderstood(api.uri("livedns/domains"), "a list of domains: \"" + fqdn(item) + "\"");
        }
    }

    static String fqdn(Json item) {
        return item.text("fqdn").orElse("");
    }

    static List<String> query(Optional<String> sharingId) {
        return sharingId.map(id -> List.of(ApiAddress.pair("sharing_id", id))).orElse(List.of());
    }

    static String segment(Name name) {
        return ApiAddress.segment(name.lowerCase().withoutDot());
    }

    static String path(Name name, String rest) {
        return "domain/domains/" + segment(name) + "/" + rest;
    }
}
