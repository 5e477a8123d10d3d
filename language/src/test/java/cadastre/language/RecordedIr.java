package cadastre.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the IR as it was recorded, as far as validation looks at it.
final class RecordedIr {
    private RecordedIr() {}

    static Config read(String json) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            Map<?, ?> root = map(Oracle.value(parser));
            return new Config(
                    providers(root.get("registrars")),
                    providers(root.get("dns_providers")),
                    list(root.get("domains")).stream()
                            .map(one -> domain(map(one)))
                            .toList());
        }
    }

    private static List<ProviderDeclaration> providers(@Nullable Object value) {
        return list(value).stream()
                .map(one -> new ProviderDeclaration(
                        text(map(one).get("name")), text(map(one).get("type")), Optional.empty()))
                .toList();
    }

    private static DomainConfig domain(Map<?, ?> domain) {
        TreeMap<String, Integer> providers = new TreeMap<>();
        map(domain.get("dnsProviders"))
                .forEach((name, count) -> providers.put(text(name), Integer.parseInt(text(count))));
        List<String> nameServers = new ArrayList<>();
        // They are written without the dot that people write.
        list(domain.get("nameservers")).forEach(one -> nameServers.add(text(map(one).get("name")) + "."));
        List<RecordConfig> records = new ArrayList<>();
        list(domain.get("records")).forEach(one -> records.add(record(map(one))));
        return Configs.domain(text(domain.get("uniquename")))
                .withDnsProviders(providers)
                .withMeta(strings(domain.get("meta")))
                .withRegistrar(text(domain.get("registrar")))
                .withNameServers(nameServers)
                .withAutoDnssec(text(domain.get("auto_dnssec")))
                .withRecords(records);
    }

    private static RecordConfig record(Map<?, ?> record) {
        TreeMap<String, Object> fields = new TreeMap<>();
        for (String key : IrWriter.FIELDS) {
            Object value = record.get(key);
            if (value instanceof Map<?, ?>) {
                fields.put(key, strings(value));
            } else if (value != null) {
                fields.put(key, value);
            }
        }
        Optional<RecordConfig.Modern> modern = record.containsKey("name_raw")
                ? Optional.of(new RecordConfig.Modern(
                        text(record.get("name_raw")),
                        text(record.get("name_unicode")),
                        "",
                        text(record.get("comparable"))))
                : Optional.empty();
        return RecordConfig.of(text(record.get("type")), text(record.get("name")), text(record.get("target")))
                .withTtl(record.get("ttl") instanceof Long ttl ? ttl : 0)
                .withMeta(strings(record.get("meta")))
                .withFilepos(text(record.get("filepos")), Optional.empty())
                .withSubdomain(text(record.get("subdomain")))
                .withFields(fields)
                .withModern(modern);
    }

    private static SortedMap<String, String> strings(@Nullable Object value) {
        TreeMap<String, String> strings = new TreeMap<>();
        map(value).forEach((key, text) -> strings.put(text(key), text(text)));
        return strings;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
