package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each record function once with what it makes, and each of its complaints.
class RecordFunctionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A('a', '192.0.2.1')|a A '192.0.2.1'",
                "A('a', 3221225985)|a A '192.0.2.1'",
                "A('a', IP('192.0.2.255') + 2)|a A '192.0.3.1'",
                "A('a', null)|a A ''",
                "AAAA('a', '2001:db8::1')|a AAAA '2001:db8::1'",
                "ADGUARDHOME_A_PASSTHROUGH('a', '')|a ADGUARDHOME_A_PASSTHROUGH ''",
                "ADGUARDHOME_AAAA_PASSTHROUGH('a', '')|a ADGUARDHOME_AAAA_PASSTHROUGH ''",
                "AKAMAICDN('a', 't.')|a AKAMAICDN 't.'",
                "AKAMAITLC('a', 'DUAL', 't.')|a AKAMAITLC 't.' answer_type=DUAL",
                "ALIAS('@', 't.')|@ ALIAS 't.'",
                "AZURE_ALIAS('a', 'AAAA', 't')|a AZURE_ALIAS 't' azure_alias={type=AAAA}",
                "BUNNY_DNS_PZ('a', 12)|a BUNNY_DNS_PZ '12'",
                "BUNNY_DNS_RDR('a', 'u')|a BUNNY_DNS_RDR 'u'",
                "CAA('@', 'issue', 'ca')|@ CAA 'ca' caatag=issue",
                "CAA('@', 'issue', 'ca', CAA_CRITICAL)|@ CAA 'ca' caaflag=128 caatag=issue",
                "CF_WORKER_ROUTE('p/*', 's')|@ CF_WORKER_ROUTE 'p/*,s'",
                "CLOUDNS_WR('a', 'u')|a CLOUDNS_WR 'u'",
                "CNAME('a', 't')|a CNAME 't'",
                "DHCID('a', 'AAA')|a DHCID 'AAA'",
                "DNAME('a', 't.')|a DNAME 't.'",
                "DNSKEY('a', 257, 3, 13, 'AA')|a DNSKEY '' dnskeyalgorithm=13 dnskeyflags=257 dnskeyprotocol=3"
                        + " dnskeypublickey=AA",
                "DS('a', 1, 8, 2, 'aa')|a DS '' dsalgorithm=8 dsdigest=aa dsdigesttype=2 dskeytag=1",
                "FRAME('a', 'u')|a FRAME 'u'",
                "HTTPS('@', 1, '.', 'alpn=h2')|@ HTTPS '.' svcparams=alpn=h2 svcpriority=1",
                "LOC('@', 0, 0, 0, 'n', 0, 0, 1, 'W', 5, 1, 10, 90000001)|@ LOC '0 0 0 N 0 0 1 W 5m 1m 10m 90000000m'"
                        + " localtitude=10000500 lochorizpre=19 loclatitude=2147483648 loclongitude=2147482648"
                        + " locsize=18 locversion=0 locvertpre=153",
                "LUA('a', 'txt', ['b', 'c'])|a LUA 'bc' luartype=TXT",
                "MIKROTIK_FORWARDER('a', 'u')|a MIKROTIK_FORWARDER 'u'",
                "MIKROTIK_FWD('a', 'u')|a MIKROTIK_FWD 'u'",
                "MIKROTIK_NXDOMAIN('a')|a MIKROTIK_NXDOMAIN 'NXDOMAIN'",
                "MX('@', 10, 'm')|@ MX 'm' mxpreference=10",
                "NAPTR('a', 1, 2, 'U', 's', 'r', '')|a NAPTR '.' naptrflags=U naptrorder=1 naptrpreference=2"
                        + " naptrregexp=r naptrservice=s",
                "NS('a', 't.')|a NS 't.'",
                "OPENPGPKEY('a', 'aa')|a OPENPGPKEY 'aa'",
                "PORKBUN_URLFWD('a', 'u')|a PORKBUN_URLFWD 'u'",
                "PTR('a', 't.')|a PTR 't.'",
                "R53_ALIAS('a', 'A', 't')|a R53_ALIAS 't' r53_alias={evaluate_target_health=false, type=A}",
                "R53_ALIAS('a', 'A', 't', R53_ZONE('Z'), R53_EVALUATE_TARGET_HEALTH(true))|a R53_ALIAS 't'"
                        + " r53_alias={evaluate_target_health=true, type=A, zone_id=Z}",
                "RP('a', 'm', 't.')|a RP ''",
                "SMIMEA('a', 3, 1, 1, 'aa')|a._smimecert SMIMEA 'aa' smimeamatchingtype=1 smimeaselector=1 smimeausage=3",
                "SMIMEA('@', 3, 1, 1, 'aa')|_smimecert SMIMEA 'aa' smimeamatchingtype=1 smimeaselector=1 smimeausage=3",
                "SOA('@', 'n.', 'm.', 1, 2, 3, 4)|@ SOA 'n.' soaexpire=3 soambox=m. soaminttl=4 soarefresh=1 soaretry=2",
                "SRV('_a._tcp', 1, 2, 3, 't')|_a._tcp SRV 't' srvport=3 srvpriority=1 srvweight=2",
                "SSHFP('a', 1, 2, 'ff')|a SSHFP 'ff' sshfpalgorithm=1 sshfpfingerprint=2",
                "SVCB('a', 1, 't', '')|a SVCB 't' svcparams= svcpriority=1",
                "TLSA('a', 3, 1, 1, 'aa')|a TLSA 'aa' tlsamatchingtype=1 tlsaselector=1 tlsausage=3",
                "TXT('a', 'text')|a TXT 'text'",
                "TXT('a', ['x', null, 5])|a TXT 'x5'",
                "TXT(new String('a'), 'text')|a TXT 'text'",
                "URL('a', 'u')|a URL 'u'",
                "URL301('a', 'u')|a URL301 'u'",
                "A('a', 1, TTL(60))|a A ttl=60 '0.0.0.1'",
                "A('a', 1, TTL('2h'))|a A ttl=7200 '0.0.0.1'",
                "A('a', 1, TTL())|a A '0.0.0.1'",
                "A('a', 1, TTL(NaN))|a A '0.0.0.1'",
                "A('a', 1, {k: 'v', n: null, f: function () {}, u: undefined})|a A '0.0.0.1' k:v n:",
                "A('a', 1, ['x', 'y'])|a A '0.0.0.1' 0:x 1:y",
                "A('a', 1, {transform: [{low: '192.0.2.1', high: IP('192.0.2.9'), newIP: ['1.1.1.1', 5]}]})|a A '0.0.0.1'"
                        + " transform:192.0.2.1 ~ 192.0.2.9 ~  ~ 1.1.1.1,0.0.0.5",
                "A('a', 1, CF_PROXY_ON, CF_COMMENT('c'), CF_TAGS('x', 'y'))|a A '0.0.0.1' cloudflare_comment:c"
                        + " cloudflare_proxy:on cloudflare_tags:x,y",
                "A('a', 1, HEDNS_DDNS_KEY('k'))|a A '0.0.0.1' hedns_ddns_key:k hedns_dynamic:on",
                "A('a', 1, R53_WEIGHT(5, 'id'), R53_HEALTH_CHECK_ID('h'))|a A '0.0.0.1' r53_health_check_id:h"
                        + " r53_set_identifier:id r53_weight:5",
                "A('a', 1, DISABLE_REPEATED_DOMAIN_CHECK)|a A '0.0.0.1' skip_fqdn_check:true",
                "TXT('a', DKIM('x'), AUTOSPLIT, END)|a TXT 'x'",
                "IMPORT_TRANSFORM([{low: 1, high: 2, newIP: 3}], 's.example', 60)|@ IMPORT_TRANSFORM ttl=60 's.example'"
                        + " transform_table:0.0.0.1 ~ 0.0.0.2 ~  ~ 0.0.0.3",
                "IMPORT_TRANSFORM_STRIP([{low: 1, high: 2, newIP: 3}], 's', 0, 'x')|@ IMPORT_TRANSFORM 's'"
                        + " transform_suffixstrip:x transform_table:0.0.0.1 ~ 0.0.0.2 ~  ~ 0.0.0.3",
                "CF_SINGLE_REDIRECT('n', '301', 'w', 't')|@ CLOUDFLAREAPI_SINGLE_REDIRECT ttl=1"
                        + " 'name=(n) code=(301) when=(w) then=(t)'",
                "CF_TEMP_REDIRECT('*.a.example/*', 'https://b.example/$2')|@ CLOUDFLAREAPI_SINGLE_REDIRECT ttl=1"
                        + " 'name=(302,*.a.example/*,https://b.example/$2) code=(302) when=(ends_with(http.host,"
                        + " \".a.example\")) then=(concat(\"https://b.example\", http.request.uri.path))'",
            })
    void aFunctionMakesARecord(String call, String record) {
        assertThat(Programs.made(call)).containsExactly(record);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A('a')|A record requires 2 arguments (name, target). Only 1 were supplied",
                "A|A record requires 2 arguments (name, target). Only 1 were supplied",
                "A(1, 1)|A record name argument validation failed",
                "A('a', 1, 'x')|ERROR: Unknown modifier type",
                "A('a', 1, null)|ERROR: Unknown modifier type",
                "A('a', true)|json: cannot unmarshal bool into Go struct field DomainConfig.domains.records.target of type"
                        + " string",
                "A('a', {})|json: cannot unmarshal object into Go struct field DomainConfig.domains.records.target of"
                        + " type string",
                "A('a', 1, {n: 5})|json: cannot unmarshal number into Go struct field DomainConfig.domains.records.meta of"
                        + " type string",
                "A('a', 1, TTL(-1))|json: cannot unmarshal number -1 into Go struct field DomainConfig.domains.records.ttl"
                        + " of type uint32",
                "A('a', 1, TTL(4294967296))|json: cannot unmarshal number 4294967296 into Go struct field"
                        + " DomainConfig.domains.records.ttl of type uint32",
                "A('a', 1, TTL(1e21))|json: cannot unmarshal number 1e+21 into Go struct field"
                        + " DomainConfig.domains.records.ttl of type uint32",
                "A('a', 1, TTL('1x'))|1x is not a valid duration string",
                "A('a', 1, TTL)|`TTL needs a duration: TTL(\"5m\")`",
                "AKAMAITLC('a', 'B', 't')|AKAMAITLC record answer_type argument validation failed",
                "AZURE_ALIAS('a', 'MX', 't')|AZURE_ALIAS record type argument validation failed",
                "CAA('a', 1, 'x')|CAA record tag argument validation failed",
                "CF_WORKER_ROUTE('p')|CF_WORKER_ROUTE record requires 2 arguments (pattern, script). Only 1 were supplied",
                "CF_WORKER_ROUTE('p', 's,t')|CF_WORKER_ROUTE record script argument validation failed",
                "DNSKEY('a', 1, 2, 3)|DNSKEY record requires 5 arguments (name, flags, protocol, algorithm, publickey). Only"
                        + " 4 were supplied",
                "LUA('a', 'A', 5)|LUA record target argument validation failed",
                "MX('a', '5', 'm')|MX record priority argument validation failed",
                "MX('a', 1.5, 'm')|json: cannot unmarshal number 1.5 into Go struct field"
                        + " DomainConfig.domains.records.mxpreference of type uint16",
                "CAA('a', 'issue', 'x', function (r) { r.caaflag = 256; })|json: cannot unmarshal number 256 into Go struct"
                        + " field DomainConfig.domains.records.caaflag of type uint8",
                "SOA('@', 'n', 'm', 1, 2, 3)|SOA record requires 7 arguments (name, target, mbox, refresh, retry, expire,"
                        + " minttl). Only 6 were supplied",
                "SSHFP('a', 1, 2, 3)|SSHFP record value argument validation failed",
                "TLSA('a', 256, 1, 1, 'aa')|json: cannot unmarshal number 256 into Go struct field"
                        + " DomainConfig.domains.records.tlsausage of type uint8",
                "R53_WEIGHT('5', 'x')|R53_WEIGHT: weight must be a number between 0 and 255",
                "R53_WEIGHT(256, 'x')|R53_WEIGHT: weight must be a number between 0 and 255",
                "R53_HEALTH_CHECK_ID('')|R53_HEALTH_CHECK_ID: health_check_id must be a non-empty string",
                "LOC('a', 1.5, 0, 0, 'N', 0, 0, 0, 'E', 0, 0, 0, 0)|Degrees N/S shall be an integer: record 'a': *1.5*, 0,"
                        + " 0, ...",
                "LOC('a', 1, 0, 0, 'Q', 0, 0, 0, 'E', 0, 0, 0, 0)|Q is not a valid latitude modifier",
                "LOC('a', 1, 0, 0.0001, 'N', 0, 0, 0, 'E', 0, 0, 0, 0)|json: cannot unmarshal number 2151083648.1 into Go"
                        + " struct field DomainConfig.domains.records.loclatitude of type uint32",
                "DS('a.', 1, 2, 3, 'x')|`error processing record at [line:2:23] [DS(\"a.\" 1 2 3 \"x\")]: label \"a.\" is not"
                        + " in zone example.com`",
                "DS('a', true, 2, 3, 'x')|`error processing record at [line:2:23] [DS(\"a\" true 2 3 \"x\")]: ERROR:"
                        + " ([line:2:23]) [DS(\"a\", true 2 3 \"x\")]: value true is type bool, expected uint16`",
                "DS('a', 1, 256, 3, 'x')|`error processing record at [line:2:23] [DS(\"a\" 1 256 3 \"x\")]: ERROR:"
                        + " ([line:2:23]) [DS(\"a\", 1 256 3 \"x\")]: value 256 overflows uint8`",
                "DS()|error processing record at [line:2:23] [DS()]: the first argument has to be a label, as text",
                "RP('a', 'm', 't', {k: 1}, {k: '1'})|`error processing record at [line:2:23] [RP(\"a\" \"m\" \"t\")]:"
                        + " duplicate metadata key \"k\" (\"1\" -- \"1\")`",
                "CF_REDIRECT('a.example:80/', 'b.example/')|`error processing record at [line:2:23]"
                        + " [CF_REDIRECT(\"a.example:80/\" \"b.example/\")]: unimplemented port: \"80\"`",
                "CF_SINGLE_REDIRECT('n', 999, 'w', 't')|`error processing record at [line:2:23]"
                        + " [CLOUDFLAREAPI_SINGLE_REDIRECT(\"n\" 999 \"w\" \"t\")]: code (999) is not 301,302,303,307,308`",
            })
    void aFunctionComplains(String call, String message) {
        assertThat(Programs.complaint(call)).isEqualTo(message);
    }

    @Test
    void ofSeveralBadValuesThatOfTheFirstRecordAndKeyIsTold() {
        assertThat(Programs.complaint("{m: 5}, SRV('a', -1, -2, -3, 't'), MX('b', -4, 't')"))
                .isEqualTo("json: cannot unmarshal number -3 into Go struct field"
                        + " DomainConfig.domains.records.srvport of type uint16");
    }

    @Test
    void aBadValuesPlaceIsKnown() {
        Program.Failed failed = Programs.with(
                        "dnsconfig.js", "var R = NewRegistrar('n');\nD('a.example', R,\n  MX('a', -1, 'm'));")
                .failure();
        assertThat(failed.place()).contains(new SourcePosition("dnsconfig.js", 3, 3));
    }

    @Test
    void aRecordCanBeUsedInSeveralDomainsWithTheirDefaults() {
        List<DomainConfig> domains = Programs.config("var a = A('a', 1), ttl = A('b', 1, TTL(5));"
                        + "D('a.example', REG, DefaultTTL(60), a, ttl); D('b.example', REG, a, DefaultTTL('1m'), ttl);")
                .domains();
        assertThat(domains.get(0).records()).extracting(RecordConfig::ttl).containsExactly(60L, 5L);
        assertThat(domains.get(1).records()).extracting(RecordConfig::ttl).containsExactly(0L, 5L);
    }

    @Test
    void absentRecordsAreKeptApart() {
        DomainConfig domain = Programs.config("D('a.example', REG, A('A', 1, ENSURE_ABSENT_REC()), A('b', 1));")
                .domains()
                .getFirst();
        assertThat(domain.records()).extracting(RecordConfig::name).containsExactly("b");
        assertThat(domain.recordsAbsent()).extracting(RecordConfig::name).containsExactly("A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CAA_BUILDER({})", "CAA_BUILDER({iodef: 'x'})"})
    void aBuilderOfCaaNeedsAnAuthority(String call) {
        assertThat(Programs.complaint(call))
                .isEqualTo("CAA_BUILDER requires at least one entry at issue, issuewild, issuevmc or issuemail");
    }
}
