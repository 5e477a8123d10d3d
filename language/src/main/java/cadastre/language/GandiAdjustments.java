package cadastre.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What LiveDNS makes of a domain: ALIAS at the apex only, TTLs within its limits and one for each RRset,
/// no NS at the apex. A pure function.
public final class GandiAdjustments implements Adjustments {
    private static final long SHORTEST_TTL = 300;
    private static final long LONGEST_TTL = 2_592_000;

    /// The adjustments, which have no state.
    public GandiAdjustments() {}

    @Override
    public Adjusted adjust(DomainConfig domain) {
        List<String> warnings = new ArrayList<>();
        List<RecordConfig> records = new ArrayList<>();
        for (RecordConfig declared : domain.records()) {
            boolean apex = declared.name().equals("@");
            RecordConfig record = declared.type().equals("ALIAS") && !apex ? declared.withType("CNAME") : declared;
            String owner = HostNames.owner(record.name(), domain.name());
            if (record.ttl() < SHORTEST_TTL) {
                warnings.add("Gandi does not support ttls < 300. Setting " + owner + " from " + record.ttl() + " to "
                        + SHORTEST_TTL);
                record = record.withTtl(SHORTEST_TTL);
            }
            if (record.ttl() > LONGEST_TTL) {
                warnings.add("Gandi does not support ttls > 30 days. Setting " + owner + " from " + record.ttl()
                        + " to " + LONGEST_TTL);
                record = record.withTtl(LONGEST_TTL);
            }
            if (!record.type().equals("NS") || !apex) {
                records.add(record);
            } else if (!record.target().endsWith(".gandi.net.")) {
                warnings.add("Gandi does not support changing apex NS records. Ignoring " + record.target());
            }
        }
        return new Adjusted(domain.withRecords(withOneTtlEach(records, domain.name(), warnings)), warnings);
    }

    private static List<RecordConfig> withOneTtlEach(List<RecordConfig> records, String zone, List<String> warnings) {
        Map<String, Long> ttls = new LinkedHashMap<>();
        for (RecordConfig record : records) {
            String key = HostNames.owner(record.name(), zone) + " " + record.type();
            Long other = ttls.putIfAbsent(key, record.ttl());
            if (other != null && other != record.ttl()) {
                warnings.add("All TTLs for a rrset ({" + key + "}) must be the same. Using smaller of " + other
                        + " and " + record.ttl() + ".");
                ttls.put(key, Math.min(other, record.ttl()));
            }
        }
        return records.stream()
                .map(record -> record.withTtl(
                        ttls.getOrDefault(HostNames.owner(record.name(), zone) + " " + record.type(), record.ttl())))
                .toList();
    }
}
