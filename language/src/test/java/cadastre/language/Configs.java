package cadastre.language;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Domains and records for tests, as the language would make them.
final class Configs {
    private Configs() {}

    static DomainConfig domain(String name, RecordConfig... records) {
        int bang = name.indexOf('!');
        String raw = bang < 0 ? name : name.substring(0, bang);
        String tag = bang < 0 ? "" : name.substring(bang + 1);
        String ascii = Punycode.toAscii(raw);
        String unique = bang < 0 ? ascii : ascii + "!" + tag;
        SortedMap<String, String> meta = new TreeMap<>();
        meta.put(DomainConfig.META_NAME_RAW, raw);
        meta.put(DomainConfig.META_NAME_UNICODE, Punycode.toUnicode(ascii));
        meta.put(DomainConfig.META_UNIQUE_NAME, unique);
        return new DomainConfig(
                ascii,
                tag,
                unique,
                "none",
                Collections.emptySortedMap(),
                meta,
                List.of(records),
                List.of(),
                List.of(),
                false,
                List.of(),
                false,
                false,
                "",
                "");
    }

    /// A config whose domains use, each of them, the provider `p` of that type.
    static Config config(String type, DomainConfig... domains) {
        TreeMap<String, Integer> providers = new TreeMap<>();
        providers.put("p", -1);
        return new Config(
                List.of(new ProviderDeclaration("none", "NONE", Optional.empty())),
                List.of(new ProviderDeclaration("p", type, Optional.empty())),
                Arrays.stream(domains)
                        .map(domain -> domain.dnsProviders().isEmpty() ? domain.withDnsProviders(providers) : domain)
                        .toList());
    }

    static RecordConfig record(String type, String name, String target) {
        return RecordConfig.of(type, name, target).withFilepos("[line:1:1]", Optional.empty());
    }
}
