package cadastre.language;

import java.util.HashSet;
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

    /// What LiveDNS holds beside what DNSControl uses of it.
    private static final Set<String> MORE_AT_GANDI = Set.of("DNAME", "HTTPS", "LOC", "NAPTR", "OPENPGPKEY", "SVCB");

    /// The key of an entry of the credentials that lets all types be declared that the service holds.
    private static final String ALL_TYPES = "all_types";

    public Capabilities {
        types = Set.copyOf(types);
    }

    /// {@return what a provider can hold, or nothing if that is not known here}
    ///
    /// `"all_types": "true"` in a Gandi entry allows what LiveDNS holds and DNSControl refuses.
    ///
    /// @param creds where its entry is
    public static Optional<Capabilities> of(ProviderDeclaration provider, Creds creds) {
        boolean all = creds.entry(provider.name())
                .flatMap(entry -> entry.value(ALL_TYPES))
                .filter("true"::equals)
                .isPresent();
        return of(provider.type())
                .map(usual -> all && provider.type().equals("GANDI_V5") ? usual.with(MORE_AT_GANDI) : usual);
    }

    /// {@return how a provider can hold a type of record that it refuses, if it can}
    static Optional<String> advice(String type, ProviderDeclaration provider) {
        return provider.type().equals("GANDI_V5") && MORE_AT_GANDI.contains(type)
                ? Optional.of("Gandi holds " + type + " records: \"" + ALL_TYPES + "\": \"true\" in the entry \""
                        + provider.name() + "\" of the credentials lets them be declared.")
                : Optional.empty();
    }

    private Capabilities with(Set<String> more) {
        Set<String> all = new HashSet<>(types);
        all.addAll(more);
        return new Capabilities(all, dsAtChildrenOnly);
    }

    /// {@return what the providers of a type can hold, or nothing if that is not known here}
    public static Optional<Capabilities> of(String providerType) {
        return Optional.ofNullable(KNOWN.get(providerType));
    }

    boolean has(String type) {
        return types.contains(type);
    }
}
