package cadastre.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads what a program left in its global `conf`, once `JSON.stringify` has made text of it.
///
/// Programs can write anything there. Keys are known in whatever case, unknown ones are passed over, and a value of the
/// wrong kind is an error with the text that users know (spec dnscontrol.md sections 3.1, 3.4, 3.6). Of several errors
/// the one of the first record counts, and in a record the first key in the order of octets.
final class ConfReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();
    private static final Set<String> FIELDS = Set.copyOf(IrWriter.FIELDS);
    private static final Set<String> MAPS = Set.of("r53_alias", "azure_alias");

    private final String text;
    private final JsonParser json;
    private Optional<String> problem = Optional.empty();
    private final Map<Integer, List<RawRecord>> raw = new HashMap<>();

    private ConfReader(String text) {
        this.text = text;
        this.json = JSON.createParser(ObjectReadContext.empty(), text);
    }

    /// What was read.
    ///
    /// @param config the declarations; records of the newer types are still missing
    /// @param raw    those, by the index of their domain
    record Read(Config config, Map<Integer, List<RawRecord>> raw) {}

    /// A value is not of its kind. The message is the one users know.
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    /// {@return what `text` holds}
    ///
    /// @param text JSON
    static Read read(String text) throws Wrong {
        ConfReader reader = new ConfReader(text);
        try (JsonParser _ = reader.json) {
            Config config = reader.config();
            if (reader.problem.isPresent()) {
                throw new Wrong(reader.problem.get());
            }
            return new Read(config, reader.raw);
        }
    }

    private Config config() {
        List<ProviderDeclaration> registrars = new ArrayList<>();
        List<ProviderDeclaration> providers = new ArrayList<>();
        List<DomainConfig> domains = new ArrayList<>();
        json.nextToken();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = lower(json.currentName());
            json.nextToken();
            switch (key) {
                case "registrars" -> each(() -> registrars.add(declaration("RegistrarConfig.registrars")));
                case "dns_providers" -> each(() -> providers.add(declaration("DNSProviderConfig.dns_providers")));
                case "domains" -> each(() -> domains.add(domain(domains.size())));
                default -> json.skipChildren();
            }
        }
        return new Config(registrars, providers, domains);
    }

    /// Calls `item` at each item of the array at hand; anything else is passed over.
    private void each(Runnable item) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            item.run();
        }
    }

    private ProviderDeclaration declaration(String place) {
        String name = "";
        String type = "";
        Optional<String> meta = Optional.empty();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = lower(json.currentName());
            json.nextToken();
            switch (key) {
                case "name" -> name = string(place + ".name");
                case "type" -> type = string(place + ".type");
                case "meta" -> meta = Optional.of(rawText());
                default -> json.skipChildren();
            }
        }
        return new ProviderDeclaration(name, type, meta);
    }

    /// The text of the value at hand, as it stands.
    private String rawText() {
        int start = (int) json.currentTokenLocation().getCharOffset();
        json.skipChildren();
        if (json.currentToken().isScalarValue()) {
            json.getString();
        }
        return text.substring(start, (int) json.currentLocation().getCharOffset());
    }

    /// A domain while it is read.
    private static final class Draft {
        String name = "";
        String registrar = "";
        SortedMap<String, Integer> dnsProviders = new TreeMap<>();
        SortedMap<String, String> meta = new TreeMap<>();
        List<RecordConfig> records = new ArrayList<>();
        List<String> nameServers = new ArrayList<>();
        List<RecordConfig> recordsAbsent = new ArrayList<>();
        boolean keepUnknown;
        List<Unmanaged> unmanaged = new ArrayList<>();
        boolean noSafetyCheck;
        boolean ignoreExternalDns;
        String externalDnsPrefix = "";
        String autoDnssec = "";
    }

    private DomainConfig domain(int index) {
        Draft draft = new Draft();
        String place = "DomainConfig.domains.";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = lower(json.currentName());
            json.nextToken();
            switch (key) {
                case "name" -> draft.name = string(place + "name");
                case "registrar" -> draft.registrar = string(place + "registrar");
                case "dnsproviders" -> draft.dnsProviders = counts(place + "dnsProviders");
                case "meta" -> draft.meta = texts(place + "meta");
                case "records" -> each(() -> draft.records.add(record(place + "records.")));
                case "recordsabsent" -> each(() -> draft.recordsAbsent.add(record(place + "recordsabsent.")));
                case "rawrecords" ->
                    each(() ->
                            raw.computeIfAbsent(index, _ -> new ArrayList<>()).add(rawRecord()));
                case "nameservers" -> each(() -> draft.nameServers.add(nameServer(place + "nameservers.name")));
                case "keepunknown" -> draft.keepUnknown = bool(place + "keepunknown");
                case "unmanaged" -> each(() -> draft.unmanaged.add(unmanaged(place + "unmanaged.")));
                case "unmanaged_disable_safety_check" ->
                    draft.noSafetyCheck = bool(place + "unmanaged_disable_safety_check");
                case "ignore_external_dns" -> draft.ignoreExternalDns = bool(place + "ignore_external_dns");
                case "external_dns_prefix" -> draft.externalDnsPrefix = string(place + "external_dns_prefix");
                case "auto_dnssec" -> draft.autoDnssec = string(place + "auto_dnssec");
                default -> json.skipChildren();
            }
        }
        return finished(draft);
    }

    /// Splits the name from its tag, and keeps it in its forms among the metadata.
    private static DomainConfig finished(Draft draft) {
        int bang = draft.name.indexOf('!');
        String rawName = bang < 0 ? draft.name : draft.name.substring(0, bang);
        String tag = bang < 0 ? "" : draft.name.substring(bang + 1);
        String ascii = Punycode.toAscii(rawName);
        String unique = bang < 0 ? ascii : ascii + "!" + tag;
        draft.meta.put(DomainConfig.META_NAME_RAW, rawName);
        draft.meta.put(DomainConfig.META_NAME_UNICODE, Punycode.toUnicode(ascii));
        draft.meta.put(DomainConfig.META_UNIQUE_NAME, unique);
        if (!tag.isEmpty()) {
            draft.meta.put(DomainConfig.META_TAG, tag);
        }
        return new DomainConfig(
                ascii,
                tag,
                unique,
                draft.registrar,
                draft.dnsProviders,
                draft.meta,
                draft.records,
                draft.nameServers,
                draft.recordsAbsent,
                draft.keepUnknown,
                draft.unmanaged,
                draft.noSafetyCheck,
                draft.ignoreExternalDns,
                draft.externalDnsPrefix,
                draft.autoDnssec);
    }

    private RecordConfig record(String place) {
        Fault fault = new Fault();
        String type = "";
        long ttl = 0;
        String name = "";
        String target = "";
        String filepos = "";
        String subdomain = "";
        SortedMap<String, String> meta = new TreeMap<>();
        SortedMap<String, Object> fields = new TreeMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String written = json.currentName();
            String key = lower(written);
            json.nextToken();
            fault.key = written;
            switch (key) {
                case "type" -> type = string(place + key, fault);
                case "ttl" -> ttl = number(place + key, GoType.UINT32, fault);
                case "name" -> name = string(place + key, fault);
                case "target" -> target = string(place + key, fault);
                case "filepos" -> filepos = string(place + key, fault);
                case "subdomain" -> subdomain = string(place + key, fault);
                case "meta" -> meta = texts(place + key, fault);
                default -> field(place, key, fields, fault);
            }
        }
        fault.text.ifPresent(this::note);
        return RecordConfig.of(type, name, target)
                .withTtl(ttl)
                .withFields(fields)
                .withMeta(meta)
                .withFilepos(filepos, Optional.empty())
                .withSubdomain(subdomain);
    }

    private void field(String place, String key, SortedMap<String, Object> fields, Fault fault) {
        GoType type = GoType.NUMBERS.get(key);
        if (type != null) {
            long number = number(place + key, type, fault);
            if (number != 0) {
                fields.put(key, number);
            }
        } else if (MAPS.contains(key)) {
            fields.put(key, texts(place + key, fault));
        } else if (FIELDS.contains(key)) {
            String value = string(place + key, fault);
            if (!value.isEmpty()) {
                fields.put(key, value);
            }
        } else {
            json.skipChildren();
        }
    }

    private RawRecord rawRecord() {
        String type = "";
        String filepos = "";
        String subdomain = "";
        long ttl = 0;
        List<Object> args = new ArrayList<>();
        List<SortedMap<String, Object>> metas = new ArrayList<>();
        String place = "DomainConfig.domains.rawrecords.";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = lower(json.currentName());
            json.nextToken();
            switch (key) {
                case "type" -> type = string(place + key);
                case "filepos" -> filepos = string(place + key);
                case "subdomain" -> subdomain = string(place + key);
                case "ttl" -> ttl = number(place + key, GoType.UINT32, new Fault());
                case "args" -> each(() -> args.add(anything()));
                case "metas" -> each(() -> metas.add(members()));
                default -> json.skipChildren();
            }
        }
        return new RawRecord(type, args, metas, ttl, filepos, subdomain);
    }

    private String nameServer(String place) {
        String name = "";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = lower(json.currentName());
            json.nextToken();
            if (key.equals("name")) {
                name = string(place);
            } else {
                json.skipChildren();
            }
        }
        return name;
    }

    private Unmanaged unmanaged(String place) {
        String label = "";
        String types = "";
        String target = "";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = lower(json.currentName());
            json.nextToken();
            switch (key) {
                case "label_pattern" -> label = string(place + "label_pattern");
                case "rtype_pattern" -> types = string(place + "rType_pattern");
                case "target_pattern" -> target = string(place + "target_pattern");
                default -> json.skipChildren();
            }
        }
        return new Unmanaged(label, types, target);
    }

    /// What is wrong in one record: the fault of the smallest key.
    private static final class Fault {
        String key = "";
        String worst = "";
        Optional<String> text = Optional.empty();

        void note(String what) {
            if (text.isEmpty() || key.compareTo(worst) < 0) {
                worst = key;
                text = Optional.of(what);
            }
        }
    }

    private void note(String text) {
        if (problem.isEmpty()) {
            problem = Optional.of(text);
        }
    }

    private String string(String place) {
        Fault fault = new Fault();
        String value = string(place, fault);
        fault.text.ifPresent(this::note);
        return value;
    }

    private String string(String place, Fault fault) {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getString();
            case VALUE_NULL -> "";
            default -> {
                fault.note(mismatch(place, GoType.STRING));
                json.skipChildren();
                yield "";
            }
        };
    }

    private boolean bool(String place) {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            default -> {
                note(mismatch(place, GoType.BOOL));
                json.skipChildren();
                yield false;
            }
        };
    }

    private long number(String place, GoType type, Fault fault) {
        return switch (json.currentToken()) {
            case VALUE_NULL -> 0;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                String written = json.getString();
                Optional<Long> number = type.number(written);
                if (number.isEmpty()) {
                    fault.note("json: cannot unmarshal number " + written + " into Go struct field " + place
                            + " of type " + type.word());
                }
                yield number.orElse(0L);
            }
            default -> {
                fault.note(mismatch(place, type));
                json.skipChildren();
                yield 0;
            }
        };
    }

    private SortedMap<String, String> texts(String place) {
        Fault fault = new Fault();
        SortedMap<String, String> texts = texts(place, fault);
        fault.text.ifPresent(this::note);
        return texts;
    }

    private SortedMap<String, String> texts(String place, Fault fault) {
        SortedMap<String, String> texts = new TreeMap<>();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            if (json.currentToken() != JsonToken.VALUE_NULL) {
                fault.note("json: cannot unmarshal " + kind() + " into Go struct field " + place
                        + " of type map[string]string");
            }
            json.skipChildren();
            return texts;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            json.nextToken();
            texts.put(key, string(place, fault));
        }
        return texts;
    }

    private SortedMap<String, Integer> counts(String place) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return counts;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            json.nextToken();
            Fault fault = new Fault();
            counts.put(key, (int) number(place, GoType.INT, fault));
            fault.text.ifPresent(this::note);
        }
        return counts;
    }

    private String mismatch(String place, GoType type) {
        return "json: cannot unmarshal " + kind() + " into Go struct field " + place + " of type " + type.word();
    }

    private String kind() {
        return switch (json.currentToken()) {
            case START_OBJECT -> "object";
            case START_ARRAY -> "array";
            case VALUE_STRING -> "string";
            case VALUE_TRUE, VALUE_FALSE -> "bool";
            default -> "number";
        };
    }

    private @Nullable Object anything() {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new BigDecimal(json.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                each(() -> items.add(anything()));
                yield items;
            }
            case START_OBJECT -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    String key = json.currentName();
                    json.nextToken();
                    members.put(key, anything());
                }
                yield members;
            }
            default -> null;
        };
    }

    private SortedMap<String, Object> members() {
        SortedMap<String, Object> members = new TreeMap<>();
        if (anything() instanceof Map<?, ?> map) {
            map.forEach((key, value) -> members.put(String.valueOf(key), value));
        }
        return members;
    }

    private static String lower(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
