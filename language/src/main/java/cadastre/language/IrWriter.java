package cadastre.language;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Writes a config as the JSON that `print-ir` prints: keys in the order users know, what is zero or empty
/// left out.
public final class IrWriter {
    /// The keys of the types' own fields, in the order they are written.
    static final List<String> FIELDS = List.of(
            "mxpreference",
            "srvpriority",
            "srvweight",
            "srvport",
            "caatag",
            "caaflag",
            "dskeytag",
            "dsalgorithm",
            "dsdigesttype",
            "dsdigest",
            "dnskeyflags",
            "dnskeyprotocol",
            "dnskeyalgorithm",
            "dnskeypublickey",
            "locversion",
            "locsize",
            "lochorizpre",
            "locvertpre",
            "loclatitude",
            "loclongitude",
            "localtitude",
            "luartype",
            "naptrorder",
            "naptrpreference",
            "naptrflags",
            "naptrservice",
            "naptrregexp",
            "smimeausage",
            "smimeaselector",
            "smimeamatchingtype",
            "sshfpalgorithm",
            "sshfpfingerprint",
            "soambox",
            "soaserial",
            "soarefresh",
            "soaretry",
            "soaexpire",
            "soaminttl",
            "svcpriority",
            "svcparams",
            "tlsausage",
            "tlsaselector",
            "tlsamatchingtype",
            "r53_alias",
            "azure_alias",
            "answer_type",
            "unknown_type_name");

    private final JsonOutput out;

    private IrWriter(boolean pretty) {
        out = new JsonOutput(pretty);
    }

    /// {@return `config` as JSON text without a final line end}
    ///
    /// @param pretty indented by two spaces; otherwise all in one line
    public static String write(Config config, boolean pretty) {
        IrWriter writer = new IrWriter(pretty);
        writer.config(config);
        return writer.out.text();
    }

    private void config(Config config) {
        out.beginObject();
        out.key("registrars");
        providers(config.registrars());
        out.key("dns_providers");
        providers(config.dnsProviders());
        out.key("domains").beginArray();
        config.domains().forEach(this::domain);
        out.endArray().endObject();
    }

    private void providers(List<ProviderDeclaration> providers) {
        out.beginArray();
        for (ProviderDeclaration provider : providers) {
            out.beginObject();
            out.key("name").value(provider.name()).key("type").value(provider.type());
            provider.meta().ifPresent(meta -> out.key("meta").json(meta));
            out.endObject();
        }
        out.endArray();
    }

    private void domain(DomainConfig domain) {
        out.beginObject().key("name").value(domain.name());
        text("tag", domain.tag());
        out.key("uniquename").value(domain.uniqueName());
        out.key("registrar").value(domain.registrar());
        out.key("dnsProviders").beginObject();
        domain.dnsProviders().forEach((name, count) -> out.key(name).value(count));
        out.endObject();
        map("meta", domain.meta());
        out.key("records");
        records(domain.records());
        if (!domain.nameServers().isEmpty()) {
            out.key("nameservers").beginArray();
            domain.nameServers()
                    .forEach(name -> out.beginObject().key("name").value(name).endObject());
            out.endArray();
        }
        if (!domain.recordsAbsent().isEmpty()) {
            out.key("recordsabsent");
            records(domain.recordsAbsent());
        }
        flag("keepunknown", domain.keepUnknown());
        unmanaged(domain.unmanaged());
        flag("unmanaged_disable_safety_check", domain.unmanagedDisableSafetyCheck());
        flag("ignore_external_dns", domain.ignoreExternalDns());
        text("external_dns_prefix", domain.externalDnsPrefix());
        text("auto_dnssec", domain.autoDnssec());
        out.endObject();
    }

    private void unmanaged(List<Unmanaged> patterns) {
        if (patterns.isEmpty()) {
            return;
        }
        out.key("unmanaged").beginArray();
        for (Unmanaged pattern : patterns) {
            out.beginObject();
            text("label_pattern", pattern.labelPattern());
            text("rType_pattern", pattern.typePattern());
            text("target_pattern", pattern.targetPattern());
            out.endObject();
        }
        out.endArray();
    }

    private void records(List<RecordConfig> records) {
        out.beginArray();
        records.forEach(this::record);
        out.endArray();
    }

    private void record(RecordConfig record) {
        out.beginObject().key("type").value(record.type());
        number("ttl", record.ttl());
        record.modern().ifPresent(modern -> text("name_raw", modern.nameRaw()));
        out.key("name").value(record.name());
        record.modern().ifPresent(this::modern);
        map("meta", record.meta());
        out.key("filepos").value(record.filepos());
        text("subdomain", record.subdomain());
        if (!record.fields().isEmpty()) {
            fields(record.fields());
        }
        out.key("target").value(record.target()).endObject();
    }

    private void modern(RecordConfig.Modern modern) {
        text("name_unicode", modern.nameUnicode());
        if (!modern.fields().isEmpty()) {
            out.key("fields").json(modern.fields());
        }
        text("comparable", modern.comparable());
        text("zonfefilepartial", modern.comparable());
    }

    private void fields(SortedMap<String, Object> fields) {
        for (String key : FIELDS) {
            switch (fields.get(key)) {
                case null -> {}
                case Long number -> number(key, number);
                case String text -> text(key, text);
                case SortedMap<?, ?> map -> {
                    out.key(key).beginObject();
                    map.forEach((name, value) -> out.key(String.valueOf(name)).value(String.valueOf(value)));
                    out.endObject();
                }
                case Object other -> throw new IllegalStateException(key + " holds a " + other.getClass());
            }
        }
    }

    private void map(String key, Map<String, String> map) {
        if (!map.isEmpty()) {
            out.key(key).map(map);
        }
    }

    private void text(String key, String text) {
        if (!text.isEmpty()) {
            out.key(key).value(text);
        }
    }

    private void number(String key, long number) {
        if (number != 0) {
            out.key(key).value(number);
        }
    }

    private void flag(String key, boolean flag) {
        if (flag) {
            out.key(key).value(true);
        }
    }
}
