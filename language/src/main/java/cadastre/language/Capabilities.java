package cadastre.language;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a kind of provider can hold beyond A, AAAA, CNAME, MX, NS and TXT.
///
/// @param types record types, and `AUTODNSSEC` for signing on demand
/// @param dsAtChildrenOnly whether DS is refused at the apex
public record Capabilities(Set<String> types, boolean dsAtChildrenOnly) {
    /// LiveDNS, as far as DNSControl uses it.
    static final Capabilities GANDI_V5 =
            new Capabilities(Set.of("ALIAS", "CAA", "DS", "PTR", "RP", "SRV", "SSHFP", "TLSA"), true);

    /// Zone files.
    static final Capabilities BIND = new Capabilities(
            Set.of(
                    "AUTODNSSEC",
                    "CAA",
                    "DHCID",
                    "DNAME",
                    "DNSKEY",
                    "DS",
                    "HTTPS",
                    "LOC",
                    "NAPTR",
                    "OPENPGPKEY",
                    "PTR",
                    "RP",
                    "SMIMEA",
                    "SOA",
                    "SRV",
                    "SSHFP",
                    "SVCB",
                    "TLSA"),
            false);

    /// Updates of a name server. It signs by itself or not, and has an SOA of its own.
    static final Capabilities AXFRDDNS = new Capabilities(
            Set.of(
                    "AUTODNSSEC",
                    "CAA",
                    "DHCID",
                    "DNAME",
                    "DS",
                    "HTTPS",
                    "LOC",
                    "NAPTR",
                    "OPENPGPKEY",
                    "PTR",
                    "RP",
                    "SMIMEA",
                    "SRV",
                    "SSHFP",
                    "SVCB",
                    "TLSA"),
            false);

    /// PowerDNS. It has an SOA of its own.
    static final Capabilities POWERDNS = new Capabilities(
            Set.of(
                    "ALIAS",
                    "CAA",
                    "DHCID",
                    "DNAME",
                    "DNSKEY",
                    "DS",
                    "HTTPS",
                    "LOC",
                    "NAPTR",
                    "OPENPGPKEY",
                    "PTR",
                    "RP",
                    "SMIMEA",
                    "SRV",
                    "SSHFP",
                    "SVCB",
                    "TLSA"),
            false);

    private static final Map<String, Capabilities> KNOWN =
            Map.of("GANDI_V5", GANDI_V5, "BIND", BIND, "AXFRDDNS", AXFRDDNS, "POWERDNS", POWERDNS);

    public Capabilities {
        types = Set.copyOf(types);
    }

    /// {@return what the providers of a type can hold, or nothing if that is not known here}
    public static Optional<Capabilities> of(String providerType) {
        return Optional.ofNullable(KNOWN.get(providerType));
    }

    boolean has(String type) {
        return types.contains(type);
    }
}
