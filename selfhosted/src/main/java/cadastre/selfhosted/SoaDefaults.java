package cadastre.selfhosted;

import cadastre.dns.Name;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Soa;
import cadastre.dns.Ttl;
import java.util.Optional;

/// What an SOA is made of where nobody declared it: `default_soa` of a BIND provider, and the values behind that.
///
/// Numbers of 0 count as not given, as they do in configurations.
///
/// @param master  the primary name server
/// @param mailbox of who is responsible
/// @param serial  from which the first serial is counted
/// @param refresh seconds
/// @param retry   seconds
/// @param expire  seconds
/// @param minimum seconds
/// @param ttl     seconds
record SoaDefaults(
        Optional<Name> master,
        Optional<Name> mailbox,
        long serial,
        long refresh,
        long retry,
        long expire,
        long minimum,
        long ttl) {
    /// Nothing is given.
    static final SoaDefaults NONE = new SoaDefaults(Optional.empty(), Optional.empty(), 0, 0, 0, 0, 0, 0);

    private static final Name NOT_SET = Name.of("DEFAULT_NOT_SET.");
    private static final long REFRESH = 3600;
    private static final long RETRY = 600;
    private static final long EXPIRE = 604_800;
    private static final long MINIMUM = 1440;
    private static final long TTL = 300;

    /// {@return the SOA of a zone: field by field what was declared, else what is there, else the default}
    ///
    /// The TTL of the default goes before that of the SOA that is there. The serial is 0.
    ///
    /// @param declared the SOA of the configuration, if it has one
    /// @param existing the SOA that the zone has, if it has one
    ResourceRecord compose(Name apex, Optional<ResourceRecord> declared, Optional<ResourceRecord> existing) {
        Soa first = declared.map(SoaDefaults::soa).orElse(new Soa(Name.ROOT, Name.ROOT, 0, 0, 0, 0, 0));
        Soa second = existing.map(SoaDefaults::soa).orElse(new Soa(Name.ROOT, Name.ROOT, 0, 0, 0, 0, 0));
        Soa composed = new Soa(
                name(first.primary(), second.primary(), master),
                name(first.mailbox(), second.mailbox(), mailbox),
                0,
                firstOf(first.refresh(), second.refresh(), refresh, REFRESH),
                firstOf(first.retry(), second.retry(), retry, RETRY),
                firstOf(first.expire(), second.expire(), expire, EXPIRE),
                firstOf(first.minimum(), second.minimum(), minimum, MINIMUM));
        long seconds = firstOf(ttl(declared), ttl, ttl(existing), TTL);
        return new ResourceRecord(apex, new Ttl((int) seconds), composed);
    }

    private static Soa soa(ResourceRecord record) {
        if (record.rdata() instanceof Soa soa) {
            return soa;
        }
        throw new IllegalArgumentException(record + " is no SOA");
    }

    private static long ttl(Optional<ResourceRecord> record) {
        return record.map(one -> (long) one.ttl().seconds()).orElse(0L);
    }

    private static Name name(Name declared, Name existing, Optional<Name> otherwise) {
        if (!declared.equals(Name.ROOT)) {
            return declared;
        }
        return existing.equals(Name.ROOT) ? otherwise.orElse(NOT_SET) : existing;
    }

    private static long firstOf(long... values) {
        for (long value : values) {
            if (value != 0) {
                return value;
            }
        }
        return 0;
    }
}
