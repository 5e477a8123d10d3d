package cadastre.cli;

import cadastre.dns.Name;
import cadastre.dns.RdataTypes;
import cadastre.dns.RelativeName;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Ttl;
import cadastre.dns.Txt;
import cadastre.selfhosted.ZoneFileText;
import java.util.List;
import java.util.Optional;

/// A zone that was read, as `get-zones` prints it (spec dnscontrol.md section 1.8).
///
/// @param typed       its name as it was asked for, perhaps with a tag
/// @param apex        its apex
/// @param records     in the provider's order
/// @param nameServers whether the provider says which servers serve it
record ZoneExport(String typed, Name apex, List<ResourceRecord> records, boolean nameServers) {
    /// The lists are copied.
    ZoneExport {
        records = List.copyOf(records);
    }

    /// {@return the owner name relative to the apex, lower case; `@` for the apex}
    String label(ResourceRecord record) {
        return record.owner()
                .lowerCase()
                .relativeTo(apex)
                .map(RelativeName::toString)
                .orElseGet(() -> record.owner().lowerCase().toString());
    }

    /// {@return the TTL that is not said with each record: `chosen`, else the most frequent one}
    Ttl defaultTtl(Optional<Ttl> chosen) {
        return chosen.orElseGet(() -> ZoneFileText.mostFrequentTtl(records));
    }

    /// {@return the zone file, and a blank line}
    String zoneFile(Optional<Ttl> chosen) {
        List<ResourceRecord> lower = records.stream()
                .map(record -> new ResourceRecord(record.owner().lowerCase(), record.ttl(), record.rdata()))
                .toList();
        return "$ORIGIN " + typed + ".\n" + ZoneFileText.write(apex, lower, defaultTtl(chosen), List.of()) + "\n";
    }

    /// {@return a line for each record: name, label, TTL, class, type and RDATA between tabs}
    String table() {
        StringBuilder text = new StringBuilder();
        for (ResourceRecord record : records) {
            text.append(record.owner().lowerCase().withoutDot()).append('\t');
            text.append(label(record)).append('\t');
            text.append(record.ttl().seconds()).append("\tIN\t");
            text.append(record.type()).append('\t');
            text.append(
                    record.type().equals(RdataTypes.TXT) && record.rdata() instanceof Txt txt
                            ? Texts.ofOctets(txt.joined())
                                    .replace("\n", "\\010")
                                    .replace("\t", "\\009")
                            : ZoneFileText.rdata(record));
            text.append('\n');
        }
        return text.toString();
    }
}
