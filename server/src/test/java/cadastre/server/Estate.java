package cadastre.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What one test holds at the emulated Gandi, apart from all others: an organization with tokens and domains.
///
/// @param number from 0
record Estate(int number) {
    /// Its domains: served by LiveDNS, by others, and one that ends soon.
    static final int DOMAINS = 6;

    /// The tokens of an estate.
    enum Token {
        /// May everything.
        FULL("'domain:view','domain:renew','domain:tech'", "+300d"),
        /// May everything, too.
        NEXT("'domain:view','domain:renew','domain:tech'", "+350d"),
        /// Lives six more days.
        SOON("'domain:view','domain:renew','domain:tech'", "+6d"),
        /// May not see DNS.
        VIEW("'domain:view','domain:renew'", "+300d"),
        /// Ended.
        EXPIRED("'domain:view','domain:renew','domain:tech'", "-2d"),
        /// Of an organization that holds nothing.
        BARE("'domain:view','domain:renew','domain:tech'", "+300d");

        private final String permissions;
        private final String end;

        Token(String permissions, String end) {
            this.permissions = permissions.replace('\'', '"');
            this.end = end;
        }
    }

    /// {@return the secret of a token}
    String token(Token which) {
        return String.format(Locale.ROOT, "pat_estate_%02d_%s", number, (which + "0".repeat(28)).substring(0, 28));
    }

    String organization() {
        return String.format(Locale.ROOT, "estate-%02d", number);
    }

    /// {@return one of its domains, in A-labels}
    String domain(String label) {
        return String.format(Locale.ROOT, "%s-%02d.example", label, number);
    }

    /// {@return a portfolio file with so many estates}
    ///
    /// @param secrets further tokens that may everything in the last of them
    static String portfolio(int estates, List<String> secrets) {
        Estate last = new Estate(estates - 1);
        String more = secrets.stream()
                .map(secret -> ", " + last.credential(secret, "cadastre more", last.organization(), Token.FULL))
                .collect(Collectors.joining());
        return """
                {"organizations": [%s],
                 "credentials": [%s],
                 "domains": [%s]}
                """.formatted(
                        each(estates, Estate::organizations),
                        each(estates, Estate::credentials) + more,
                        each(estates, Estate::domains));
    }

    private interface Part {
        String of(Estate estate);
    }

    private static String each(int estates, Part part) {
        return IntStream.range(0, estates)
                .mapToObj(number -> part.of(new Estate(number)))
                .collect(Collectors.joining(",\n"));
    }

    private String organizations() {
        return """
                {"id": "00000000-0000-4000-8000-00000000%1$02d01", "name": "estate-%1$02d", "type": "company",
                 "orgname": "Estate %1$02d Ltd"},
                {"id": "00000000-0000-4000-8000-00000000%1$02d02", "name": "bare-%1$02d", "type": "company"}
                """.formatted(number);
    }

    private String credentials() {
        return Arrays.stream(Token.values())
                .map(one -> credential(
                        token(one),
                        "cadastre " + one.name().toLowerCase(Locale.ROOT),
                        one == Token.BARE ? organization().replace("estate", "bare") : organization(),
                        one))
                .collect(Collectors.joining(",\n"));
    }

    private String credential(String secret, String name, String organization, Token like) {
        return """
                {"kind": "pat", "secret": "%s", "name": "%s", "organization": "%s", "permissions": [%s],
                 "expires_at": "%s"}
                """.formatted(secret, name, organization, like.permissions, like.end);
    }

    private String domains() {
        return """
                {"fqdn": "harbour-%1$02d.example", "organization": "estate-%1$02d", "ends_at": "+200d", "tags": ["shop"],
                 "snapshots": [{"name": "Before the mail moved", "taken_at": "-9d", "records": [
                   {"rrset_name": "@", "rrset_type": "A", "rrset_ttl": 3600, "rrset_values": ["192.0.2.9"]},
                   {"rrset_name": "old", "rrset_type": "A", "rrset_ttl": 3600, "rrset_values": ["192.0.2.8"]},
                   {"rrset_name": "www", "rrset_type": "CNAME", "rrset_ttl": 3600, "rrset_values": ["harbour-%1$02d.example."]}]}],
                 "records": [
                   {"rrset_name": "@", "rrset_type": "A", "rrset_ttl": 3600, "rrset_values": ["192.0.2.10"]},
                   {"rrset_name": "@", "rrset_type": "MX", "rrset_values": ["10 mx1.harbour-%1$02d.example."]},
                   {"rrset_name": "@", "rrset_type": "TXT", "rrset_values": ["\\"v=spf1 mx -all\\""]},
                   {"rrset_name": "mx1", "rrset_type": "A", "rrset_values": ["192.0.2.25"]},
                   {"rrset_name": "www", "rrset_type": "CNAME", "rrset_ttl": 3600, "rrset_values": ["harbour-%1$02d.example."]}]},
                {"fqdn": "mill-%1$02d.example", "organization": "estate-%1$02d", "ends_at": "+120d"},
                {"fqdn": "quiet-%1$02d.example", "organization": "estate-%1$02d", "records": []},
                {"fqdn": "elsewhere-%1$02d.example", "organization": "estate-%1$02d",
                 "nameservers": ["ns1.example.org", "ns2.example.org"]},
                {"fqdn": "soon-%1$02d.example", "organization": "estate-%1$02d", "ends_at": "+9d", "autorenew": false},
                {"fqdn": "bücher-%1$02d.example", "organization": "estate-%1$02d"}
                """.formatted(number);
    }
}
