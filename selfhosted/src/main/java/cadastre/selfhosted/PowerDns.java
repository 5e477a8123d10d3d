package cadastre.selfhosted;

import cadastre.budget.Ledger;
import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataTypes;
import cadastre.dns.Zone;
import cadastre.provider.Answer;
import cadastre.provider.Authorization;
import cadastre.provider.DnsProvider;
import cadastre.provider.PoliteClient;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import cadastre.provider.Reason;
import cadastre.provider.Request;
import cadastre.provider.Secret;
import cadastre.provider.ZoneCreator;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Zones of PowerDNS over its HTTP API: an entry of the type `POWERDNS`. Thread-safe.
///
/// Keys of the entry: `apiKey`, `apiUrl`, `serverName`. Settings of the configuration: see
/// [PowerDnsSettings]. Each write is one PATCH, which PowerDNS carries out as a whole or not at all.
/// The SOA is PowerDNS's: it is not in what is read.
public final class PowerDns implements DnsProvider, ZoneCreator {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int CONFLICT = 409;

    private final PoliteClient client;
    private final Ledger ledger;
    private final Authorization authorization;
    private final URI zones;
    private final PowerDnsSettings settings;

    private PowerDns(PoliteClient client, Authorization authorization, URI zones, PowerDnsSettings settings) {
        this.client = client;
        this.ledger = client.ledger(zones, OptionalInt.empty());
        this.authorization = authorization;
        this.zones = zones;
        this.settings = settings;
    }

    /// {@return the server that an entry means; nothing is asked yet}
    ///
    /// @param name     of the entry, for messages
    /// @param entry    its keys and values
    /// @param settings JSON of the object that the configuration gave the provider, if it did
    /// @throws ProviderException with [Reason.Misconfigured] if something in them cannot be
    public static PowerDns open(String name, Map<String, String> entry, Optional<String> settings, PoliteClient client)
            throws ProviderException {
        String key = required(entry, "apiKey", "PowerDNS API Key is required");
        String url = required(entry, "apiUrl", "PowerDNS API URL is required");
        String server = required(entry, "serverName", "PowerDNS server name is required");
        if (!Secret.isOne(key)) {
            throw misconfigured("apiKey", "credential \"" + name + "\": apiKey holds blanks or signs that none has");
        }
        URI zones = address(url, server);
        client.requireAllowed(zones);
        return new PowerDns(
                client,
                Authorization.alone("X-API-Key", Secret.of(key)),
                zones,
                settings.isPresent() ? PowerDnsSettings.parse(settings.get()) : PowerDnsSettings.NONE);
    }

    private static String required(Map<String, String> entry, String key, String message) throws ProviderException {
        String value = entry.getOrDefault(key, "").strip();
        if (value.isEmpty()) {
            throw misconfigured(key, message);
        }
        return value;
    }

    private static ProviderException misconfigured(String key, String message) {
        return new ProviderException(
                message,
                new Reason.Misconfigured(key),
                "An entry is {\"TYPE\": \"POWERDNS\", \"apiKey\": \"$PDNS_KEY\", \"apiUrl\": \"http://localhost:8081\","
                        + " \"serverName\": \"localhost\"}.");
    }

    private static URI address(String url, String server) throws ProviderException {
        String base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        try {
            URI address = URI.create(base + "/api/v1/servers/" + identifier(server) + "/zones");
            String scheme = String.valueOf(address.getScheme());
            boolean good = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
            if (good && address.getHost() != null && address.getUserInfo() == null && address.getQuery() == null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new ProviderException("apiUrl is no address", new Reason.Misconfigured("apiUrl"), null, e);
        }
        throw misconfigured("apiUrl", "apiUrl is the address of the API, without user or query");
    }

    /// As PowerDNS writes names in addresses: what is no letter, digit, dot or hyphen is `=` and two
    /// digits.
    private static String identifier(String text) {
        StringBuilder written = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || c == '.' || c == '-');
            written.append(plain ? String.valueOf(c) : "=%02X".formatted((int) c));
        }
        return written.toString();
    }

    private URI zone(Name apex) {
        return URI.create(zones + "/" + identifier(apex.toString()));
    }

    /// {@return where its API is}
    public String address() {
        return zones.toString();
    }

    @Override
    public List<Name> zones() throws ProviderException {
        Answer answer = send(Request.get(zones, authorization), Reason.Missing.ADDRESS);
        List<Name> names = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), answer.body())) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw notUnderstood("the list of zones is no list", null);
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String key = parser.currentName();
                    parser.nextToken();
                    if (key.equals("name")) {
                        names.add(Name.parse(parser.getValueAsString("")));
                    } else {
                        parser.skipChildren();
                    }
                }
            }
            return names;
        } catch (JacksonException e) {
            throw notUnderstood("the list of zones is no JSON: " + e.getOriginalMessage(), e);
        } catch (PresentationException e) {
            throw notUnderstood("the list of zones holds what is no name: " + e.getMessage(), e);
        }
    }

    private static ProviderException notUnderstood(String message, @Nullable Throwable cause) {
        return new ProviderException("PowerDNS: " + message, new Reason.NotUnderstood(), null, cause);
    }

    @Override
    public Reading read(Name apex) throws ProviderException {
        PowerDnsZone zone = shown(apex);
        return new Reading(
                Zone.ofRecords(
                        apex,
                        zone.records().stream()
                                .filter(record -> !record.type().equals(RdataTypes.SOA))
                                .toList()),
                zone.records(),
                zone.warnings());
    }

    private PowerDnsZone shown(Name apex) throws ProviderException {
        Answer answer = send(Request.get(zone(apex), authorization), Reason.Missing.ZONE);
        try {
            return PowerDnsZone.parse(answer.body(), apex);
        } catch (PowerDnsZone.UnreadableException e) {
            throw notUnderstood(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public List<String> nameServers(Name apex) {
        return settings.nameServers();
    }

    @Override
    public boolean isSigned(Name apex) throws ProviderException {
        return shown(apex).signed();
    }

    @Override
    public void put(Name apex, RRset rrset) throws ProviderException {
        patch(apex, List.of(), List.of(rrset));
    }

    @Override
    public void remove(Name apex, RRset.Key key) throws ProviderException {
        patch(apex, List.of(key), List.of());
    }

    @Override
    public void replaceName(Name apex, Name owner, List<RRset> rrsets) throws ProviderException {
        List<RRset.Key> wanted = rrsets.stream().map(RRset::key).toList();
        List<RRset.Key> gone = read(apex).zone().rrsetsAt(owner).stream()
                .map(RRset::key)
                .filter(key -> !wanted.contains(key))
                .toList();
        patch(apex, gone, rrsets);
    }

    /// Removals stand first: PowerDNS refuses a CNAME while something else is at its name.
    private void patch(Name apex, List<RRset.Key> gone, List<RRset> made) throws ProviderException {
        String body = json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("rrsets");
            for (RRset.Key key : gone) {
                json.writeStartObject();
                begin(json, key, "DELETE");
                json.writeEndObject();
            }
            for (RRset rrset : made) {
                json.writeStartObject();
                begin(json, rrset.key(), "REPLACE");
                json.writeNumberProperty("ttl", rrset.ttl().seconds());
                json.writeArrayPropertyStart("records");
                for (Rdata rdata : rrset.rdata()) {
                    json.writeStartObject();
                    json.writeStringProperty("content", rdata.presentation());
                    json.writeBooleanProperty("disabled", false);
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
        send(Request.patch(zone(apex), authorization, body), Reason.Missing.ZONE);
    }

    private static void begin(JsonGenerator json, RRset.Key key, String change) {
        json.writeStringProperty("name", key.owner().toString());
        json.writeStringProperty("type", key.type().mnemonic());
        json.writeStringProperty("changetype", change);
    }

    @Override
    public void createZone(Name apex) throws ProviderException {
        String body = json(json -> {
            json.writeStartObject();
            json.writeStringProperty("name", apex.toString());
            json.writeStringProperty("kind", settings.kind());
            json.writeBooleanProperty("dnssec", settings.signed());
            settings.serials().ifPresent(text -> json.writeStringProperty("soa_edit_api", text));
            json.writeArrayPropertyStart("nameservers");
            settings.nameServers().forEach(name -> json.writeString(name + "."));
            json.writeEndArray();
            json.writeEndObject();
        });
        Request request = Request.post(zones, authorization, body);
        Answer answer = client.send(request, ledger);
        if (!answer.isSuccess() && answer.status() != CONFLICT) {
            throw failure(answer, request, Reason.Missing.ADDRESS);
        }
    }

    private interface Writing {
        void to(JsonGenerator json);
    }

    private static String json(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            writing.to(json);
        }
        return text.toString();
    }

    private Answer send(Request request, Reason.Missing missing) throws ProviderException {
        Answer answer = client.send(request, ledger);
        if (!answer.isSuccess()) {
            throw failure(answer, request, missing);
        }
        return answer;
    }

    private ProviderException failure(Answer answer, Request request, Reason.Missing missing) {
        int status = answer.status();
        String said = said(answer.body());
        String message = "PowerDNS: " + (said.isEmpty() ? "" : said + " ") + "(status " + status + ")";
        if (status == 401) {
            return new ProviderException(
                    message,
                    new Reason.Unauthorized(status),
                    "Compare apiKey with `api-key` in pdns.conf, and see webserver-allow-from there.");
        }
        if (status == 404 || said.startsWith("Could not find domain")) {
            String advice = missing == Reason.Missing.ADDRESS
                    ? "Check apiUrl and serverName: nothing answers at " + zones + "."
                    : null;
            return new ProviderException(message, new Reason.NotFound(missing), advice);
        }
        if (status >= 500) {
            Reason reason = request.reads() ? new Reason.Broken(status) : new Reason.UnknownOutcome();
            return new ProviderException(message, reason, null);
        }
        return new ProviderException(message, new Reason.Refused(status), null);
    }

    /// What PowerDNS says in `{"error": "..."}`.
    private static String said(String body) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                if (key.equals("error")) {
                    return parser.getValueAsString("");
                }
                parser.skipChildren();
            }
            return "";
        } catch (JacksonException e) {
            return ""; // something in between answered; its status says enough
        }
    }
}
