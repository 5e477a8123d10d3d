package cadastre.language;

import java.util.Set;

/// The record types of `dnsconfig.js`, by what validation does with them.
final class RecordTypes {
    private static final Set<String> STANDARD = Set.of(
            "A",
            "AAAA",
            "ALIAS",
            "CAA",
            "CLOUDFLAREAPI_SINGLE_REDIRECT",
            "CNAME",
            "DHCID",
            "DNAME",
            "DNSKEY",
            "DS",
            "HTTPS",
            "IMPORT_TRANSFORM",
            "LOC",
            "MX",
            "NAPTR",
            "NS",
            "OPENPGPKEY",
            "PTR",
            "RP",
            "SMIMEA",
            "SOA",
            "SRV",
            "SSHFP",
            "SVCB",
            "TLSA",
            "TXT");

    // Types that exist at one provider only.
    private static final Set<String> CUSTOM = Set.of(
            "ADGUARDHOME_AAAA_PASSTHROUGH",
            "ADGUARDHOME_A_PASSTHROUGH",
            "AKAMAICDN",
            "AKAMAITLC",
            "AZURE_ALIAS",
            "BUNNY_DNS_PZ",
            "BUNNY_DNS_RDR",
            "CF_WORKER_ROUTE",
            "CLOUDNS_WR",
            "FRAME",
            "LUA",
            "MIKROTIK_FORWARDER",
            "MIKROTIK_FWD",
            "MIKROTIK_NXDOMAIN",
            "PORKBUN_URLFWD",
            "R53_ALIAS",
            "URL",
            "URL301");

    private static final Set<String> LOWER_CASE_TARGET = Set.of(
            "AAAA",
            "AKAMAICDN",
            "AKAMAITLC",
            "ALIAS",
            "ANAME",
            "AZURE_ALIAS",
            "CNAME",
            "DNAME",
            "DNSKEY",
            "DS",
            "MX",
            "NAPTR",
            "NS",
            "PTR",
            "SMIMEA",
            "SOA",
            "SRV",
            "TLSA");

    private static final Set<String> TARGET_RELATIVE_TO_SUBDOMAIN = Set.of("ALIAS", "CNAME", "MX", "NS", "SRV");

    private static final Set<String> HOST_TARGET =
            Set.of("ALIAS", "CNAME", "DNAME", "MX", "NAPTR", "NS", "PTR", "SOA", "SRV");

    private static final Set<String> UNDERSCORE_IS_USUAL = Set.of("LUA", "SRV", "TLSA", "TXT");

    private RecordTypes() {}

    static boolean isStandard(String type) {
        return STANDARD.contains(type);
    }

    static boolean isCustom(String type) {
        return CUSTOM.contains(type);
    }

    static boolean hasLowerCaseTarget(String type) {
        return LOWER_CASE_TARGET.contains(type);
    }

    /// {@return whether a target without final dot is completed, inside `D_EXTEND` with the subdomain}
    static boolean isTargetRelative(String type) {
        return TARGET_RELATIVE_TO_SUBDOMAIN.contains(type);
    }

    /// {@return whether the target is checked as the name of a host}
    static boolean hasHostTarget(String type) {
        return HOST_TARGET.contains(type);
    }

    /// {@return whether a `_` in the label is nothing to mention}
    static boolean isUnderscoreUsual(String type) {
        return UNDERSCORE_IS_USUAL.contains(type);
    }
}
