package cadastre.language;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One `D(...)` of the program.
///
/// @param name the zone's apex, A-labels in lower case, without final dot
/// @param tag what follows `!` in the name, for split horizons; empty if none
/// @param uniqueName `name`, and `!tag` if a `!` was written
/// @param registrar the name of the registrar's declaration
/// @param dnsProviders name of a DNS provider's declaration to how many of its name servers are wanted;
/// -1 means all, 0 none
/// @param meta metadata
/// @param records what the zone shall hold, in order of declaration
/// @param nameServers the name servers named by `NAMESERVER`, without final dot
/// @param recordsAbsent what the zone shall not hold (`ENSURE_ABSENT_REC`)
/// @param keepUnknown whether records not declared stay (`NO_PURGE`)
/// @param unmanaged records that others look after (`IGNORE`)
/// @param unmanagedDisableSafetyCheck whether declared records may also match `unmanaged`
/// @param ignoreExternalDns whether the records of Kubernetes' external-dns stay
/// @param externalDnsPrefix the prefix of its registry records; empty means the default
/// @param autoDnssec `on`, `off`, or empty: as it is
public record DomainConfig(
        String name,
        String tag,
        String uniqueName,
        String registrar,
        SortedMap<String, Integer> dnsProviders,
        SortedMap<String, String> meta,
        List<RecordConfig> records,
        List<String> nameServers,
        List<RecordConfig> recordsAbsent,
        boolean keepUnknown,
        List<Unmanaged> unmanaged,
        boolean unmanagedDisableSafetyCheck,
        boolean ignoreExternalDns,
        String externalDnsPrefix,
        String autoDnssec) {

    /// The metadata key under which the name stands as it was written, without tag.
    public static final String META_NAME_RAW = "dnscontrol_nameraw";

    /// The metadata key under which the name stands in Unicode.
    public static final String META_NAME_UNICODE = "dnscontrol_nameunicode";

    /// The metadata key under which the unique name stands.
    public static final String META_UNIQUE_NAME = "dnscontrol_uniquename";

    /// The metadata key under which the tag stands, if there is one.
    public static final String META_TAG = "dnscontrol_tag";

    public DomainConfig {
        requireNonNull(name, "name is null");
        requireNonNull(tag, "tag is null");
        requireNonNull(uniqueName, "uniqueName is null");
        requireNonNull(registrar, "registrar is null");
        dnsProviders = Collections.unmodifiableSortedMap(new TreeMap<>(requireNonNull(dnsProviders)));
        meta = Collections.unmodifiableSortedMap(new TreeMap<>(requireNonNull(meta, "meta is null")));
        records = List.copyOf(requireNonNull(records, "records is null"));
        nameServers = List.copyOf(requireNonNull(nameServers, "nameServers is null"));
        recordsAbsent = List.copyOf(requireNonNull(recordsAbsent, "recordsAbsent is null"));
        unmanaged = List.copyOf(requireNonNull(unmanaged, "unmanaged is null"));
        requireNonNull(externalDnsPrefix, "externalDnsPrefix is null");
        requireNonNull(autoDnssec, "autoDnssec is null");
    }

    /// {@return the name as people read it: A-labels, `!tag`, and the Unicode form in parentheses if it
    /// differs}
    public String displayName() {
        String shown = tag.isEmpty() ? name : name + "!" + tag;
        return Optional.ofNullable(meta.get(META_NAME_UNICODE))
                .filter(unicode -> !unicode.equals(name))
                .map(unicode -> shown + " (" + unicode + ")")
                .orElse(shown);
    }

    /// {@return this domain with other signing: `on`, `off` or empty}
    public DomainConfig withAutoDnssec(String autoDnssec) {
        return new DomainConfig(
                name,
                tag,
                uniqueName,
                registrar,
                dnsProviders,
                meta,
                records,
                nameServers,
                recordsAbsent,
                keepUnknown,
                unmanaged,
                unmanagedDisableSafetyCheck,
                ignoreExternalDns,
                externalDnsPrefix,
                autoDnssec);
    }

    /// {@return this domain with other records left to others}
    public DomainConfig withUnmanaged(List<Unmanaged> unmanaged) {
        return new DomainConfig(
                name,
                tag,
                uniqueName,
                registrar,
                dnsProviders,
                meta,
                records,
                nameServers,
                recordsAbsent,
                keepUnknown,
                unmanaged,
                unmanagedDisableSafetyCheck,
                ignoreExternalDns,
                externalDnsPrefix,
                autoDnssec);
    }

    /// {@return this domain with another registrar}
    public DomainConfig withRegistrar(String registrar) {
        return new DomainConfig(
                name,
                tag,
                uniqueName,
                registrar,
                dnsProviders,
                meta,
                records,
                nameServers,
                recordsAbsent,
                keepUnknown,
                unmanaged,
                unmanagedDisableSafetyCheck,
                ignoreExternalDns,
                externalDnsPrefix,
                autoDnssec);
    }

    /// {@return this domain with other records}
    public DomainConfig withRecords(List<RecordConfig> records) {
        return with(records, nameServers, dnsProviders, meta);
    }

    /// {@return this domain with other name servers}
    public DomainConfig withNameServers(List<String> nameServers) {
        return with(records, nameServers, dnsProviders, meta);
    }

    /// {@return this domain with other DNS providers}
    public DomainConfig withDnsProviders(SortedMap<String, Integer> dnsProviders) {
        return with(records, nameServers, dnsProviders, meta);
    }

    /// {@return this domain with other metadata}
    public DomainConfig withMeta(SortedMap<String, String> meta) {
        return with(records, nameServers, dnsProviders, meta);
    }

    private DomainConfig with(
            List<RecordConfig> records,
            List<String> nameServers,
            SortedMap<String, Integer> dnsProviders,
            SortedMap<String, String> meta) {
        return new DomainConfig(
                name,
                tag,
                uniqueName,
                registrar,
                dnsProviders,
                meta,
                records,
                nameServers,
                recordsAbsent,
                keepUnknown,
                unmanaged,
                unmanagedDisableSafetyCheck,
                ignoreExternalDns,
                externalDnsPrefix,
                autoDnssec);
    }
}
