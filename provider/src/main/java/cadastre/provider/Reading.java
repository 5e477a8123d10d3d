package cadastre.provider;

import static java.util.Objects.requireNonNull;

import cadastre.dns.ResourceRecord;
import cadastre.dns.Zone;
import java.util.List;

/// What a zone held when it was read.
///
/// @param zone     its RRsets; where the TTLs within one differed, the smallest
/// @param records  the same records in the provider's order, each with its own TTL
/// @param warnings what the reader did not expect, as users read it; mostly empty
public record Reading(Zone zone, List<ResourceRecord> records, List<String> warnings) {
    /// The lists are copied.
    public Reading {
        requireNonNull(zone, "zone is null");
        records = List.copyOf(records);
        warnings = List.copyOf(warnings);
    }
}
