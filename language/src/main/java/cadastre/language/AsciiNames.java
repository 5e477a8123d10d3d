package cadastre.language;

import java.util.Set;

/// The last step before a zone: every name in lower case, in A-labels, and every target absolute.
final class AsciiNames {
    private static final Set<String> NAME_TARGET =
            Set.of("ALIAS", "ANAME", "CNAME", "DNAME", "HTTPS", "MX", "NAPTR", "NS", "PTR", "SOA", "SRV", "SVCB");

    private AsciiNames() {}

    /// {@return whether a type's target is a domain name}
    static boolean isNameTarget(String type) {
        return NAME_TARGET.contains(type);
    }

    static DomainConfig of(DomainConfig domain) {
        return domain.withRecords(domain.records().stream()
                .map(record -> of(record, domain.name()))
                .toList());
    }

    private static RecordConfig of(RecordConfig written, String zone) {
        RecordConfig record = RecordPass.lowerCase(written);
        if (record.modern().isPresent()) {
            return record;
        }
        RecordConfig named = record.withName(Punycode.toAscii(record.name()));
        if (!isNameTarget(record.type())) {
            return named;
        }
        String target = HostNames.absolute(HostNames.lower(record.target()), zone + ".");
        RecordConfig absolute = named.withTarget(Punycode.toAscii(target));
        String mailbox = record.text("soambox");
        return mailbox.isEmpty()
                ? absolute
                : absolute.withField("soambox", Punycode.toAscii(HostNames.absolute(mailbox, zone + ".")));
    }
}
