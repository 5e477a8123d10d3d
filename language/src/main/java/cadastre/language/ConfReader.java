package cadastre.language;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the global object `conf` of a program, which users may have changed as they like.
///
/// Unknown keys are ignored. Of several errors that of the first bad record counts, else the first elsewhere.
class ConfReader extends GoJsonReader {
    /// A value of a wrong kind.
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Optional<SourcePosition> position;

        Unusable(String message, Optional<SourcePosition> position) {
            super(message);
            this.position = position;
        }

        Optional<SourcePosition> position() {
            return position;
        }
    }

    /// What `conf` holds.
    record Conf(List<ProviderDeclaration> registrars, List<ProviderDeclaration> dnsProviders, List<Domain> domains) {}

    /// A domain as the program left it.
    static final class Domain {
        String name = "";
        String tag = "";
        String uniqueName = "";
        String registrar = "";
        String externalDnsPrefix = "";
        String autoDnssec = "";
        boolean keepUnknown;
        boolean unmanagedDisableSafetyCheck;
        boolean ignoreExternalDns;
        final SortedMap<String, Integer> dnsProviders = new TreeMap<>();
        final SortedMap<String, String> meta = new TreeMap<>();
        List<RecordConfig> records = List.of();
        List<RecordConfig> recordsAbsent = List.of();
        final List<RawRecord> rawRecords = new ArrayList<>();
        final List<String> nameServers = new ArrayList<>();
        final List<Unmanaged> unmanaged = new ArrayList<>();
    }

    static final JsonFactory FACTORY = new JsonFactory();

    /// The largest number a key can hold; -1 for text, -2 for a map of texts.
    private static final Map<String, Long> KINDS = kinds();

    private static final long TEXT = -1;
    private static final long MAP = -2;
    private static final int CALL_LIMIT = 0x4000000;

    private final Sites sites;
    private final Map<Long, Place> places = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private @Nullable Unusable recordError;

    record Place(String filepos, Optional<SourcePosition> position) {}

    ConfReader(JsonParser in, Sites sites) {
        super(in);
        this.sites = sites;
    }

    static Conf read(String json, Sites sites) throws Unusable {
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), new StringReader(json))) {
            return new ConfReader(in, sites).read();
        }
    }

    /// {@return what the JSON text holds; what follows it is not looked at}
    final Conf read() throws Unusable {
        in.nextToken();
        Conf conf = conf();
        if (recordError != null) {
            throw recordError;
        }
        if (otherError != null) {
            throw otherError;
        }
        return conf;
    }

    private static Map<String, Long> kinds() {
        Map<String, Long> kinds = new HashMap<>();
        for (String key : IrWriter.FIELDS) {
            kinds.put(key, 0xFFFFL);
        }
        for (String key : words(
                "ttl soaserial soarefresh soaretry soaexpire soaminttl loclatitude loclongitude" + " localtitude")) {
            kinds.put(key, 0xFFFF_FFFFL);
        }
        for (String key : words("caaflag dsalgorithm dsdigesttype dnskeyprotocol dnskeyalgorithm locversion locsize"
                + " lochorizpre locvertpre smimeausage smimeaselector smimeamatchingtype sshfpalgorithm"
                + " sshfpfingerprint tlsausage tlsaselector tlsamatchingtype")) {
            kinds.put(key, 0xFFL);
        }
        for (String key : words("type name target subdomain caatag dsdigest dnskeypublickey luartype naptrflags"
                + " naptrservice naptrregexp soambox svcparams answer_type unknown_type_name")) {
            kinds.put(key, -1L);
        }
        for (String key : words("meta r53_alias azure_alias")) {
            kinds.put(key, -2L);
        }
        return Map.copyOf(kinds);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    // ---- the root

    private Conf conf() {
        List<ProviderDeclaration> registrars = new ArrayList<>();
        List<ProviderDeclaration> dnsProviders = new ArrayList<>();
        List<Domain> domains = new ArrayList<>();
        object("DNSConfig", key -> {
            switch (key) {
                case "registrars" -> array("[]*models.RegistrarConfig", () -> provider(registrars, "RegistrarConfig"));
                case "dns_providers" ->
                    array("[]*models.DNSProviderConfig", () -> provider(dnsProviders, "DNSProviderConfig"));
                case "domains" -> array("[]*models.DomainConfig", () -> domains.add(domain()));
                default -> in.skipChildren();
            }
        });
        return new Conf(registrars, dnsProviders, domains);
    }

    private void provider(List<ProviderDeclaration> providers, String struct) {
        String[] texts = {"", ""};
        @Nullable String[] meta = {null};
        String path = struct.equals("RegistrarConfig") ? "registrars" : "dns_providers";
        object(struct + "." + path, key -> {
            switch (key) {
                case "name" -> texts[0] = text(struct + "." + path + ".name");
                case "type" -> texts[1] = text(struct + "." + path + ".type");
                case "meta" -> meta[0] = JsonOutput.copy(in);
                default -> in.skipChildren();
            }
        });
        providers.add(new ProviderDeclaration(texts[0], texts[1], Optional.ofNullable(meta[0])));
    }

    private Domain domain() {
        Domain domain = new Domain();
        object("DomainConfig.domains", key -> domainMember(domain, key));
        return domain;
    }

    private void domainMember(Domain domain, String key) {
        String path = "DomainConfig.domains." + key;
        switch (key) {
            case "name" -> domain.name = text(path);
            case "registrar" -> domain.registrar = text(path);
            case "external_dns_prefix" -> domain.externalDnsPrefix = text(path);
            case "auto_dnssec" -> domain.autoDnssec = text(path);
            case "keepunknown" -> domain.keepUnknown = truth(path);
            case "unmanaged_disable_safety_check" -> domain.unmanagedDisableSafetyCheck = truth(path);
            case "ignore_external_dns" -> domain.ignoreExternalDns = truth(path);
            case "meta" -> domain.meta.putAll(map(path));
            case "dnsproviders" -> dnsProviders(domain, "DomainConfig.domains.dnsProviders");
            case "records" -> domain.records = records("records");
            case "recordsabsent" -> domain.recordsAbsent = records("recordsabsent");
            case "rawrecords" -> array("[]models.RawRecordConfig", () -> domain.rawRecords.add(rawRecord()));
            case "nameservers" -> array("[]*models.Nameserver", () -> domain.nameServers.add(nameServer()));
            case "unmanaged" -> array("[]*models.UnmanagedConfig", () -> domain.unmanaged.add(unmanaged()));
            default -> otherMember(domain, key, path);
        }
    }

    /// Reads a member of a domain that a program does not set.
    void otherMember(Domain domain, String key, String path) {
        in.skipChildren();
    }

    private void dnsProviders(Domain domain, String path) {
        object(path, name -> {
            long count = number(path, "int", -0x8000_0000L, 0x7FFF_FFFFL);
            domain.dnsProviders.put(name, (int) count);
        });
    }

    private String nameServer() {
        String[] name = {""};
        object("Nameserver.domains.nameservers", key -> {
            if (key.equals("name")) {
                name[0] = text("Nameserver.domains.nameservers.name");
            } else {
                in.skipChildren();
            }
        });
        return name[0];
    }

    private Unmanaged unmanaged() {
        Map<String, String> patterns = new HashMap<>();
        object("UnmanagedConfig.domains.unmanaged", key -> {
            switch (key) {
                case "label_pattern", "rtype_pattern", "target_pattern" ->
                    patterns.put(key, text("UnmanagedConfig.domains.unmanaged." + key));
                default -> in.skipChildren();
            }
        });
        return new Unmanaged(
                patterns.getOrDefault("label_pattern", ""),
                patterns.getOrDefault("rtype_pattern", ""),
                patterns.getOrDefault("target_pattern", ""));
    }

    // ---- records

    private List<RecordConfig> records(String list) {
        List<RecordConfig> records = new ArrayList<>();
        array("models.Records", () -> records.add(record(list)));
        return records;
    }

    private RecordConfig record(String list) {
        Draft record = new Draft();
        String path = "DomainConfig.domains." + list + ".";
        @Nullable Unusable before = otherError;
        otherError = null;
        object("models.RecordConfig", key -> recordMember(record, key, path));
        if (otherError != null && recordError == null) {
            recordError = new Unusable(String.valueOf(otherError.getMessage()), record.place.position());
        }
        otherError = before;
        return new RecordConfig(
                record.type,
                record.ttl,
                record.name,
                record.target,
                record.fields,
                record.meta,
                record.place.filepos(),
                record.place.position(),
                record.subdomain,
                record.modern);
    }

    static final class Draft {
        String type = "";
        long ttl;
        String name = "";
        String target = "";
        String subdomain = "";
        SortedMap<String, Object> fields = Collections.emptySortedMap();
        SortedMap<String, String> meta = Collections.emptySortedMap();
        Optional<RecordConfig.Modern> modern = Optional.empty();
        Place place = new Place("", Optional.empty());

        void field(String key, Object value) {
            if (fields.isEmpty()) {
                fields = new TreeMap<>();
            }
            fields.put(key, value);
        }
    }

    private void recordMember(Draft record, String key, String path) {
        switch (key) {
            case "type" -> record.type = shared(text(path + key));
            case "ttl" -> record.ttl = unsigned(path + key, KINDS.getOrDefault(key, 0L));
            case "name" -> record.name = text(path + key);
            case "target" -> record.target = text(path + key);
            case "subdomain" -> record.subdomain = shared(text(path + key));
            case "filepos" -> record.place = place(path + key);
            case "meta" -> record.meta = map(path + key);
            default -> {
                long kind = KINDS.getOrDefault(key, 0L);
                if (kind == 0) {
                    otherMember(record, key, path + key);
                } else if (kind == TEXT) {
                    record.field(key, text(path + key));
                } else if (kind == MAP) {
                    record.field(key, map(path + key));
                } else {
                    record.field(key, unsigned(path + key, kind));
                }
            }
        }
    }

    /// Reads a member of a record that a program does not set.
    void otherMember(Draft record, String key, String path) {
        in.skipChildren();
    }

    private String shared(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    private RawRecord rawRecord() {
        RawRecord.Draft draft = new RawRecord.Draft();
        String path = "RawRecordConfig.domains.rawrecords.";
        object("models.RawRecordConfig", key -> {
            switch (key) {
                case "type" -> draft.type = text(path + key);
                case "ttl" -> draft.ttl = unsigned(path + key, 0xFFFF_FFFFL);
                case "filepos" -> {
                    Place place = place(path + key);
                    draft.filepos = place.filepos();
                    draft.position = place.position();
                }
                case "meta" -> draft.meta.putAll(map(path + key));
                case "args" -> array("[]any", () -> draft.arguments.add(argument()));
                case "metas" -> array("[]map[string]any", () -> metas(draft));
                default -> in.skipChildren();
            }
        });
        return draft.record();
    }

    private void metas(RawRecord.Draft draft) {
        object("RawRecordConfig.domains.rawrecords.metas", key -> draft.addMeta(key, argument()));
    }

    private RawRecord.Argument argument() {
        return switch (in.currentToken()) {
            case VALUE_STRING -> new RawRecord.Text(in.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new RawRecord.Numeric(in.getDoubleValue());
            case VALUE_TRUE -> new RawRecord.Truth(true);
            case VALUE_FALSE -> new RawRecord.Truth(false);
            case START_OBJECT, START_ARRAY -> new RawRecord.Other(JsonOutput.copy(in));
            case VALUE_NULL, END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                new RawRecord.Nothing();
        };
    }

    /// {@return the place that a record names}
    Place place(String path) {
        if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return places.computeIfAbsent(in.getLongValue(), number -> {
                int main = (int) (number % CALL_LIMIT);
                int latest = (int) (number / CALL_LIMIT);
                return new Place(sites.filepos(main), sites.position(latest == 0 ? main : latest));
            });
        }
        String text = text(path).strip();
        String shown = text.startsWith("at ") ? text.substring(3) : text;
        return new Place(shown.isEmpty() ? "" : "[" + shown.replace("<anonymous>", "line") + "]", Optional.empty());
    }
}
