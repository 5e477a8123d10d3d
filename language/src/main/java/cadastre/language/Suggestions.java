package cadastre.language;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What somebody may have meant who wrote a word that is not known. Pure functions.
public final class Suggestions {
    /// The public functions of the language, and what programs use of the engine's own.
    static final List<String> NAMES = List.of("""
            A AAAA ADGUARDHOME_A_PASSTHROUGH ADGUARDHOME_AAAA_PASSTHROUGH AKAMAICDN AKAMAITLC ALIAS Array
            AUTODNSSEC AUTODNSSEC_OFF AUTODNSSEC_ON AUTOSPLIT AZURE_ALIAS BUNNY_DNS_PZ BUNNY_DNS_RDR CAA
            CAA_BUILDER CAA_CRITICAL CF_CNAME_FLATTEN_OFF CF_CNAME_FLATTEN_ON CF_COMMENT CF_MANAGE_COMMENTS
            CF_MANAGE_TAGS CF_PROXY_DEFAULT_OFF CF_PROXY_DEFAULT_ON CF_PROXY_FULL CF_PROXY_OFF CF_PROXY_ON
            CF_REDIRECT CF_SINGLE_REDIRECT CF_TAGS CF_TEMP_REDIRECT CF_UNIVERSALSSL_OFF CF_UNIVERSALSSL_ON
            CF_WORKER_ROUTE clearInterval clearTimeout CLI_DEFAULTS CLOUDNS_WR CNAME console D D_EXTEND Date
            DEFAULTS DefaultTTL DHCID DISABLE_IGNORE_SAFETY_CHECK DISABLE_REPEATED_DOMAIN_CHECK DKIM
            DKIM_BUILDER DMARC_BUILDER DNAME DNSKEY DnsProvider DOMAIN_ELSEWHERE DOMAIN_ELSEWHERE_AUTO DS
            END ENSURE_ABSENT_REC FETCH FRAME function getConfiguredDomains GIDINET_PREMIUM_NS HASH
            HEDNS_DDNS_KEY HEDNS_DYNAMIC_OFF HEDNS_DYNAMIC_ON HTTPS IGNORE IGNORE_EXTERNAL_DNS IGNORE_NAME
            IGNORE_TARGET IMPORT_TRANSFORM IMPORT_TRANSFORM_STRIP INCLUDE IP JSON LOC LOC_BUILDER_DD
            LOC_BUILDER_DMM_STR LOC_BUILDER_DMS_STR LOC_BUILDER_STR LUA M365_BUILDER Math MIKROTIK_FORWARDER
            MIKROTIK_FWD MIKROTIK_NXDOMAIN MX NAMESERVER NAMESERVER_TTL NAPTR NewDnsProvider NewRegistrar
            NO_PURGE NS Number Object OPENPGPKEY PANIC PORKBUN_URLFWD Promise PTR PURGE R53_ALIAS
            R53_EVALUATE_TARGET_HEALTH R53_HEALTH_CHECK_ID R53_WEIGHT R53_ZONE require require_glob REV
            REVCOMPAT RP setInterval setTimeout SMIMEA SOA SPF_BUILDER SRV SSHFP String SVCB TLSA TTL TXT
            undefined URL URL301
            """.strip().split("\\s+"));

    private Suggestions() {}

    /// {@return the known word that is nearest to `word`, if one is near: the same in another case, or with about one
    /// letter in three added, left out, changed, or swapped with its neighbour}
    public static Optional<String> nearest(String word, Collection<String> known) {
        Optional<String> best = Optional.empty();
        int least = Math.max(1, (word.length() + 1) / 3) + 1;
        String lower = word.toLowerCase(Locale.ROOT);
        for (String candidate : known) {
            int distance = distance(lower, candidate.toLowerCase(Locale.ROOT), least);
            if (distance < least) {
                least = distance;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    /// The number of letters to add, leave out, change or swap with a neighbour; `most` if it is that or more.
    private static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) >= most) {
            return most;
        }
        int[][] rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            rows[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            rows[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                rows[i][j] = Math.min(change, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return Math.min(rows[a.length()][b.length()], most);
    }
}
