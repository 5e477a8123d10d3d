package cadastre.gandi;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.provider.ProviderException;
import cadastre.provider.Registrar;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The registrations held at Gandi, and who holds them. Thread-safe.
public final class Domains implements Registrar {
    private final Api api;

    Domains(Api api) {
        this.api = api;
    }

    /// {@return the domains the credential sees, in Gandi's order; perhaps empty}
    public List<ListedDomain> list() throws ProviderException {
        List<ListedDomain> domains = new ArrayList<>();
        List<String> query = query(api.entry().sharingId());
        for (Json item : new Pages(api, "domain/domains", query, Domains::fqdn).read()) {
            domains.add(new ListedDomain(
                    name(item),
                    item.member("nameserver")
                            .flatMap(one -> one.text("current"))
                            .orElse(""),
                    isTrue(item.member("autorenew")),
                    item.texts("status"),
                    item.texts("tags"),
                    date(item, "registry_ends_at")));
        }
        return domains;
    }

    /// {@return what Gandi tells about one domain}
    public DomainDetail detail(Name name) throws ProviderException {
        Json json = api.object(api.uri("domain/domains/" + segment(name)));
        return new DomainDetail(
                name(json),
                json.texts("nameservers"),
                isTrue(json.member("autorenew").flatMap(one -> one.member("enabled"))),
                json.texts("status"),
                json.texts("services"),
                json.texts("tags"),
                date(json, "registry_created_at"),
                date(json, "registry_ends_at"),
                json.member("sharing_space").flatMap(Domains::organization));
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
        List<String> undotted = nameServers.stream()
                .map(one -> one.endsWith(".") ? one.substring(0, one.length() - 1) : one)
                .toList();
        api.put(api.uri(path(name, "nameservers")), Records.nameServers(undotted));
    }

    /// {@return the organizations the credential sees}
    public List<Organization> organizations() throws ProviderException {
        URI uri = api.uri("organization/organizations");
        List<Organization> organizations = new ArrayList<>();
        for (Json item : api.list(uri)) {
            organizations.add(organization(item).orElseThrow(() -> api.notUnderstood(uri, "a list of organizations")));
        }
        return organizations;
    }

    /// {@return what the token says about itself; nothing for an API key, which says nothing}
    public Optional<Introspection> introspect() throws ProviderException {
        if (api.entry().kind() == Entry.Kind.APIKEY) {
            return Optional.empty();
        }
        Json json = api.object(api.entry().address().tokenInfo());
        return Optional.of(new Introspection(
                json.text("pat_name"),
                json.texts("scope"),
                json.items("entities").stream()
                        .flatMap(one -> organization(one).stream())
                        .toList(),
                json.whole("expires_in").map(Duration::ofSeconds)));
    }

    private static Optional<Organization> organization(Json json) {
        return json.text("id")
                .map(id -> new Organization(
                        id, json.text("name").orElse(""), json.text("type").orElse("")));
    }

    private static boolean isTrue(Optional<Json> json) {
        return json.orElse(null) instanceof Json.Bool(boolean value) && value;
    }

    private static Optional<Instant> date(Json json, String name) {
        return json.member("dates").flatMap(dates -> dates.text(name)).flatMap(Domains::instant);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty(); // a date of another form is one we cannot tell
        }
    }

    /// The domain an item of a list is about.
    Name name(Json item) throws ProviderException {
        try {
            return Name.parse(fqdn(item));
        } catch (PresentationException e) {
            throw api.notUnderstood(api.uri("domain/domains"), "a list of domains: \"" + fqdn(item) + "\"");
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
