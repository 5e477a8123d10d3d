package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Domains, providers, and what modifies them.
class DomainFunctionsTest {
    /// All functions and constants that users of DNSControl may write.
    private static final List<String> PUBLIC = List.of("""
            A AAAA ADGUARDHOME_A_PASSTHROUGH ADGUARDHOME_AAAA_PASSTHROUGH AKAMAICDN AKAMAITLC ALIAS AZURE_ALIAS \
            BUNNY_DNS_PZ BUNNY_DNS_RDR CAA CF_REDIRECT CF_SINGLE_REDIRECT CF_TEMP_REDIRECT CF_WORKER_ROUTE CLOUDNS_WR \
            CNAME DHCID DNAME DNSKEY DS FRAME HTTPS IMPORT_TRANSFORM IMPORT_TRANSFORM_STRIP LOC LUA MIKROTIK_FORWARDER \
            MIKROTIK_FWD MIKROTIK_NXDOMAIN MX NAPTR NS OPENPGPKEY PORKBUN_URLFWD PTR R53_ALIAS RP SMIMEA SOA SRV SSHFP \
            SVCB TLSA TXT URL URL301 AUTODNSSEC AUTODNSSEC_OFF AUTODNSSEC_ON AUTOSPLIT CAA_CRITICAL CF_CNAME_FLATTEN_OFF \
            CF_CNAME_FLATTEN_ON CF_COMMENT CF_MANAGE_COMMENTS CF_MANAGE_TAGS CF_PROXY_DEFAULT_OFF CF_PROXY_DEFAULT_ON \
            CF_PROXY_FULL CF_PROXY_OFF CF_PROXY_ON CF_TAGS CF_UNIVERSALSSL_OFF CF_UNIVERSALSSL_ON DefaultTTL \
            DISABLE_IGNORE_SAFETY_CHECK DISABLE_REPEATED_DOMAIN_CHECK DnsProvider END ENSURE_ABSENT_REC \
            GIDINET_PREMIUM_NS HEDNS_DDNS_KEY HEDNS_DYNAMIC_OFF HEDNS_DYNAMIC_ON IGNORE IGNORE_EXTERNAL_DNS IGNORE_NAME \
            IGNORE_TARGET INCLUDE NAMESERVER NAMESERVER_TTL NO_PURGE PURGE R53_EVALUATE_TARGET_HEALTH \
            R53_HEALTH_CHECK_ID R53_WEIGHT R53_ZONE TTL CLI_DEFAULTS D DEFAULTS D_EXTEND DOMAIN_ELSEWHERE \
            DOMAIN_ELSEWHERE_AUTO FETCH getConfiguredDomains HASH IP NewDnsProvider NewRegistrar PANIC REV REVCOMPAT \
            require require_glob CAA_BUILDER DKIM DKIM_BUILDER DMARC_BUILDER LOC_BUILDER_DD LOC_BUILDER_DMM_STR \
            LOC_BUILDER_DMS_STR LOC_BUILDER_STR M365_BUILDER SPF_BUILDER""".split(" ", -1));

    @Test
    void everyFunctionIsThereAndNothingElseIsAnEnumerableGlobal() {
        Programs programs = Programs.with("dnsconfig.js", "console.log(Object.keys(globalThis).sort().join(' '));");
        assertThat(programs.run("dnsconfig.js")).isInstanceOf(Program.Evaluated.class);
        assertThat(List.of(programs.printed().getFirst().split(" ", -1))).containsExactlyInAnyOrderElementsOf(PUBLIC);
    }

    @Test
    void providersAreDeclaredInAllForms() {
        Config config = Programs.with(
                        "dnsconfig.js",
                        "var r = NewRegistrar('a'); NewRegistrar('b', 'B'); NewRegistrar('c', {x: 1}); NewRegistrar('d', 'D', {y:"
                                + " [1, null]}); NewDnsProvider('e', 'E', null); NewDnsProvider('f', {ip_conversions: [{low: 1, high: 2,"
                                + " newBase: 3}]}); D(r + '.example', r);")
                .config();
        assertThat(config.registrars())
                .containsExactly(
                        new ProviderDeclaration("a", "-", Optional.empty()),
                        new ProviderDeclaration("b", "B", Optional.empty()),
                        new ProviderDeclaration("c", "-", Optional.of("{\"x\":1}")),
                        new ProviderDeclaration("d", "D", Optional.of("{\"y\":[1,null]}")));
        assertThat(config.dnsProviders())
                .containsExactly(
                        new ProviderDeclaration("e", "E", Optional.of("null")),
                        new ProviderDeclaration(
                                "f", "-", Optional.of("{\"ip_conversions\":\"0.0.0.1 ~ 0.0.0.2 ~ 0.0.0.3 ~ \"}")));
        assertThat(config.domains().getFirst().name()).isEqualTo("a.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "DnsProvider('dns')|`\"dnsProviders\":{\"dns\":-1}`",
                "DnsProvider('dns', 2)|`\"dnsProviders\":{\"dns\":2}`",
                "DnsProvider('dns', null)|`\"dnsProviders\":{\"dns\":0}`",
                "NAMESERVER('Ns1.Example.')|`\"nameservers\":[{\"name\":\"Ns1.Example.\"}]`",
                "NAMESERVER_TTL('1h')|`\"ns_ttl\":\"3600\"`",
                "NAMESERVER_TTL(60)|`\"ns_ttl\":\"60\"`",
                "NO_PURGE|`\"keepunknown\":true`",
                "IGNORE('a', 'TXT')|`\"unmanaged\":[{\"label_pattern\":\"a\",\"rType_pattern\":\"TXT\",\"target_pattern\":\"*\"}]`",
                "IGNORE_NAME('a')|`\"unmanaged\":[{\"label_pattern\":\"a\",\"rType_pattern\":\"*\",\"target_pattern\":\"*\"}]`",
                "IGNORE_TARGET('t', 'CNAME')|`\"unmanaged\":[{\"label_pattern\":\"*\",\"rType_pattern\":\"CNAME\","
                        + "\"target_pattern\":\"t\"}]`",
                "DISABLE_IGNORE_SAFETY_CHECK|`\"unmanaged_disable_safety_check\":true`",
                "IGNORE_EXTERNAL_DNS('p-')|`\"ignore_external_dns\":true,\"external_dns_prefix\":\"p-\"`",
                "AUTODNSSEC_ON|`\"auto_dnssec\":\"on\"`",
                "AUTODNSSEC_OFF|`\"auto_dnssec\":\"off\"`",
                "R53_ZONE('Z')|`\"zone_id\":\"Z\"`",
                "GIDINET_PREMIUM_NS()|`{\"name\":\"dns5.gidinet.com.\"}`",
                "CF_UNIVERSALSSL_OFF|`\"cloudflare_universalssl\":\"off\"`",
                "[{a: 'b'}, [{c: null}], []]|`\"meta\":{\"a\":\"b\",\"c\":\"\",`",
                "function (d) { d.meta.n = d.name; }|`\"n\":\"example.com\"`",
            })
    void aModifierShowsInTheDomain(String modifier, String json) {
        Config config = Programs.config("D('example.com', REG, " + modifier + ");");
        assertThat(IrWriter.write(config, false)).contains(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "D('a.example', REG, 5)|WARNING: domain modifier type unsupported: number Domain: a.example",
                "D('a.example', REG, [null])|WARNING: domain modifier type unsupported: object Domain: a.example",
                "D('a.example', REG); D('a.example', REG)|a.example is declared more than once",
                "D('a.example', REG); D('a.example!', REG)|a.example is declared more than once (check empty tags)",
                "D_EXTEND('b.example')|b.example was not declared yet and therefore cannot be updated. Use D() before.",
                "D('a.example', REG, INCLUDE('b.example'))|b.example was not declared yet and therefore cannot be updated. Use D()"
                        + " before.",
                "D('a.example', REG, NAMESERVER('a', 'b'))|NAMESERVER only accepts one argument for name.",
                "D('a.example', REG, DnsProvider)|`DnsProvider needs the name of a DNS provider: DnsProvider(\"name\")`",
                "D('a.example', REG, TTL(5))|TTL is for records. For the records of a.example use DefaultTTL.",
                "D('a.example', REG, DnsProvider('dns', '2'))|json: cannot unmarshal string into Go struct field"
                        + " DomainConfig.domains.dnsProviders of type int",
                "D('a.example', REG, DnsProvider('dns', 1.5))|json: cannot unmarshal number 1.5 into Go struct field"
                        + " DomainConfig.domains.dnsProviders of type int",
                "D('a.example', REG, {m: true})|json: cannot unmarshal bool into Go struct field DomainConfig.domains.meta of type"
                        + " string",
                "D('a.example', 5)|json: cannot unmarshal number into Go struct field DomainConfig.domains.registrar of type"
                        + " string",
                "D('a.example.', REG, A('a', 1))|`the domain name \"a.example.\" ends with a dot; write D(\"a.example\")`",
            })
    void wrongDomainsAreRefused(String program, String message) {
        assertThat(Programs.complaintAbout(program)).isEqualTo(message);
    }

    @Test
    void defaultsComeFirstAndReplaceEachOther() {
        List<DomainConfig> domains = Programs.config(
                        "DEFAULTS({a: '1'}, DefaultTTL(60)); D('a.example', REG, {a: '2'}, A('x', 1));"
                                + "DEFAULTS(); D('b.example', REG, A('x', 1)); D_EXTEND('a.example', A('y', 1));")
                .domains();
        assertThat(domains.get(0).meta()).containsEntry("a", "2");
        assertThat(domains.get(0).records()).extracting(RecordConfig::ttl).containsExactly(60L, 60L);
        assertThat(domains.get(1).records()).extracting(RecordConfig::ttl).containsExactly(0L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "D('a.example', REG); D_EXTEND('s.a.example', A('@', 1))|s sub=s",
                "D('a.example', REG); D_EXTEND('s.a.example', A('x', 1))|x.s sub=s",
                "D('a.example', REG); D_EXTEND('S.a.example', A('x', 1))|x.S sub=S",
                "D('a.example', REG); D_EXTEND('a.example', A('x', 1))|x sub=",
                "D('a.example!', REG); D_EXTEND('s.a.example', A('@', 1))|s sub=s",
                "D('a.example', REG); D_EXTEND('s.a.example!', A('@', 1))|s sub=s",
                "D('a.example!t', REG); D_EXTEND('s.a.example!t', A('@', 1))|s sub=s",
                "D('a.example', REG); D_EXTEND('s.a.example', CF_WORKER_ROUTE('p', 's'))|@ sub=",
                "D('a.example', REG); D_EXTEND('s.a.example', MIKROTIK_FWD('x', 't'))|x sub=",
                "D('a.example', REG); D_EXTEND('s.a.example', DS('x', 1, 2, 3, 'aa'))|x sub=",
                "D('2.1.in-addr.arpa', REG); D_EXTEND('3.2.1.in-addr.arpa', PTR('4', 't.'))|4.3 sub=3",
                "D('2.1.in-addr.arpa', REG); D_EXTEND('3.2.1.in-addr.arpa', PTR('1.2.3.4', 't.'))|1.2.3.4 sub=3",
                "D('2.1.in-addr.arpa', REG); D_EXTEND('3.2.1.in-addr.arpa', PTR(REV('1.2.3.4'), 't.'))|4.3.2.1.in-addr.arpa sub=3",
                "D(REV('192.0.2.0/24'), REG); D_EXTEND(REV('192.0.2.128/26'), PTR('192.0.2.129', 't.'))|192.0.2.129 sub=",
                "D(REV('192.0.2.128/26'), REG); D_EXTEND(REV('192.0.2.128/26'), PTR('129', 't.'))|129 sub=",
                "D(REV('2001:db8::/32'), REG); D_EXTEND(REV('2001:db8::/36'), PTR('2001:db8::1', 't.'))|2001:db8::1 sub=0",
                "D(REV('2001:db8::/32'), REG); D_EXTEND(REV('2001:db8::/36'), PTR('@', 't.'))|0 sub=0",
            })
    void extendingADomainMovesLabels(String program, String expected) {
        RecordConfig record =
                Programs.config(program).domains().getFirst().records().getFirst();
        assertThat(record.name() + " sub=" + record.subdomain()).isEqualTo(expected);
    }

    @Test
    void extendingWithinAnExtensionDoesNotMoveWhatFollows() {
        assertThat(Programs.records("D('a.example', REG); D_EXTEND('s.a.example', function (d) {"
                        + " D_EXTEND('t.a.example', A('x', 1)); }, A('x', 1));"))
                .extracting(RecordConfig::name)
                .containsExactly("x.t", "x.s");
    }

    @Test
    void domainsElsewhereAreDeclaredInOneCall() {
        List<DomainConfig> domains = Programs.config(
                        "DOMAIN_ELSEWHERE('a.example', REG, ['n1.', 'n2.']);"
                                + "DOMAIN_ELSEWHERE('b.example', REG, 'n1.'); DOMAIN_ELSEWHERE_AUTO('c.example', REG, 'p', 'q');")
                .domains();
        assertThat(domains).allMatch(DomainConfig::keepUnknown);
        assertThat(domains.get(0).nameServers()).containsExactly("n1.", "n2.");
        assertThat(domains.get(1).nameServers()).containsExactly("n1.");
        assertThat(domains.get(2).dnsProviders()).containsOnlyKeys("p", "q");
    }

    @Test
    void namesAreHeldInAllTheirForms() {
        DomainConfig domain = Programs.config("D('BÜCHER.Example!In', REG, {dnscontrol_nameraw: 'x'});")
                .domains()
                .getFirst();
        assertThat(domain.name()).isEqualTo("xn--bcher-2pa.example");
        assertThat(domain.tag()).isEqualTo("In");
        assertThat(domain.uniqueName()).isEqualTo("xn--bcher-2pa.example!In");
        assertThat(domain.meta())
                .containsEntry(DomainConfig.META_NAME_RAW, "BÜCHER.Example")
                .containsEntry(DomainConfig.META_UNIQUE_NAME, "xn--bcher-2pa.example!In")
                .containsEntry(DomainConfig.META_TAG, "In");
    }

    @Test
    void usersMayChangeConfAsTheyLike() {
        Config config = Programs.config("D('a.example', REG, A('a', 1)); conf.domains[0].KEEPUNKNOWN = true;"
                + "conf.domains[0].records[0].TTL = 5; conf.domains.push(null, {NAME: 'c.example', registrar: REG}, {name: 'b.example', registrar: REG, extra: [{}],"
                + " records: [{type: 'A', name: 'x', target: 't'}, null]}); D_EXTEND('b.example', A('y', 1));"
                + "conf.domains[3].meta = null; conf.unknown = function () {};");
        assertThat(config.domains())
                .extracting(DomainConfig::name)
                .containsExactly("a.example", "c.example", "b.example");
        assertThat(config.domains().get(0).keepUnknown()).isTrue();
        assertThat(config.domains().get(2).records())
                .extracting(RecordConfig::name)
                .containsExactly("x", "y");
    }

    @Test
    void theReverseModeIsUndecidedOnlyIfItMatters() {
        assertThat(undecided("D(REV('192.0.2.0/24'), REG);")).isFalse();
        assertThat(undecided("D(REV('192.0.2.0/25'), REG);")).isTrue();
        assertThat(undecided("REVCOMPAT('old'); D(REV('192.0.2.0/25'), REG);")).isFalse();
    }

    private static boolean undecided(String program) {
        return Programs.with("dnsconfig.js", Programs.DECLARATIONS + program).run("dnsconfig.js")
                        instanceof Program.Evaluated(Config _, boolean reverseUndecided)
                && reverseUndecided;
    }
}
