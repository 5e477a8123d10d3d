package cadastre.language;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes domains of what the program left: names in all their forms, and the records whose arguments are
/// still raw.
final class PostProcess {
    private PostProcess() {}

    static Config config(ConfReader.Conf conf) throws ConfReader.Unusable {
        List<DomainConfig> domains = new ArrayList<>();
        for (ConfReader.Domain domain : conf.domains()) {
            domains.add(domain(domain));
        }
        return new Config(conf.registrars(), conf.dnsProviders(), domains);
    }

    private static DomainConfig domain(ConfReader.Domain domain) throws ConfReader.Unusable {
        int bang = domain.name.indexOf('!');
        String raw = bang < 0 ? domain.name : domain.name.substring(0, bang);
        String tag = bang < 0 ? "" : domain.name.substring(bang + 1);
        String name = Punycode.toAscii(raw);
        String uniqueName = bang < 0 ? name : name + "!" + tag;
        if (name.endsWith(".") && !domain.records.isEmpty()) {
            throw new ConfReader.Unusable(
                    "the domain name " + GoText.quote(raw) + " ends with a dot; write D("
                            + GoText.quote(raw.substring(0, raw.length() - 1)) + ")",
                    domain.records.getFirst().position());
        }
        SortedMap<String, String> meta = new TreeMap<>(domain.meta);
        meta.put(DomainConfig.META_NAME_RAW, raw);
        meta.put(DomainConfig.META_NAME_UNICODE, Punycode.toUnicode(name));
        meta.put(DomainConfig.META_UNIQUE_NAME, uniqueName);
        if (!tag.isEmpty()) {
            meta.put(DomainConfig.META_TAG, tag);
        }
        List<RecordConfig> records = new ArrayList<>(domain.records);
        for (RawRecord record : domain.rawRecords) {
            records.add(RawRecords.examined(record, name));
        }
        return new DomainConfig(
                name,
                tag,
                uniqueName,
                domain.registrar,
                domain.dnsProviders,
                meta,
                records,
                domain.nameServers,
                domain.recordsAbsent,
                domain.keepUnknown,
                domain.unmanaged,
                domain.unmanagedDisableSafetyCheck,
                domain.ignoreExternalDns,
                domain.externalDnsPrefix,
                domain.autoDnssec);
    }
}
