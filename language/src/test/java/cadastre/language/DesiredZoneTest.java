package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Mx;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.RdataTypes;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Txt;
import cadastre.plan.Absence;
import cadastre.plan.IgnoreRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesiredZoneTest {
    private static DesiredZone ready(DomainConfig domain, String... nameServers) {
        DesiredZone.Outcome outcome = DesiredZone.of(domain, List.of(nameServers), Adjustments.NONE);
        assertThat(outcome).isInstanceOf(DesiredZone.Outcome.Ready.class);
        return ((DesiredZone.Outcome.Ready) outcome).desired();
    }

    private static String problem(RecordConfig record) {
        DesiredZone.Outcome outcome =
                DesiredZone.of(Configs.domain("example.com", record.withTtl(300)), List.of(), Adjustments.NONE);
        assertThat(outcome).isInstanceOf(DesiredZone.Outcome.Impossible.class);
        return ((DesiredZone.Outcome.Impossible) outcome).text();
    }

    private static List<String> lines(DesiredZone desired) {
        return desired.records().stream()
                .map(one -> one.owner() + " " + one.ttl().seconds() + " " + one.type() + " "
                        + one.rdata().presentation())
                .toList();
    }

    private static RecordConfig record(String type, String name, String target) {
        return Configs.record(type, name, target).withTtl(300);
    }

    @Test
    void everyTypeFindsItsRdata() {
        DesiredZone desired = ready(Configs.domain(
                "example.com",
                record("A", "@", "192.0.2.1"),
                record("AAAA", "*", "2001:db8::1"),
                record("ALIAS", "al", "x.example.net."),
                record("CNAME", "c", "bücher.example.net."),
                record("MX", "mx", "mail").withField("mxpreference", 10L),
                record("NS", "sub", "ns.example.net."),
                record("PTR", "p", "local"),
                record("SRV", "_s._tcp", "t.").withField("srvpriority", 1L).withField("srvport", 5L),
                record("CAA", "@", "ca.\"é\\").withField("caatag", "issue").withField("caaflag", 128L),
                record("SSHFP", "h", "aBcD").withField("sshfpalgorithm", 4L).withField("sshfpfingerprint", 2L),
                record("TLSA", "_443._tcp", "00ff").withField("tlsausage", 3L),
                record("SOA", "@", "ns1")
                        .withField("soambox", "host.master")
                        .withField("soarefresh", 1L)
                        .withField("soaretry", 2L)
                        .withField("soaexpire", 3L)
                        .withField("soaminttl", 4L),
                record("DS", "kid", "")
                        .withModern(Optional.of(new RecordConfig.Modern("kid", "kid", "{}", "1 8 2 AB"))),
                record("NAPTR", "n", ".").withField("naptrorder", 1L).withField("naptrregexp", "!^.*$!\"x\"!"),
                record("LOC", "l", "10 20 30.5 N 40 50 5 W 100m 1m 2m 3m"),
                record("HTTPS", "w", "@").withField("svcpriority", 1L).withField("svcparams", "alpn=h2")));
        assertThat(lines(desired))
                .containsExactly(
                        "example.com. 300 A 192.0.2.1",
                        "*.example.com. 300 AAAA 2001:db8::1",
                        "al.example.com. 300 ALIAS x.example.net.",
                        "c.example.com. 300 CNAME xn--bcher-kva.example.net.",
                        "mx.example.com. 300 MX 10 mail.example.com.",
                        "sub.example.com. 300 NS ns.example.net.",
                        "p.example.com. 300 PTR local.example.com.",
                        "_s._tcp.example.com. 300 SRV 1 0 5 t.",
                        "example.com. 300 CAA 128 issue \"ca.\\\"\\195\\169\\\\\"",
                        "h.example.com. 300 SSHFP 4 2 ABCD",
                        "_443._tcp.example.com. 300 TLSA 3 0 0 00ff",
                        "example.com. 300 SOA ns1.example.com. host.master.example.com. 0 1 2 3 4",
                        "kid.example.com. 300 DS 1 8 2 AB",
                        "n.example.com. 300 NAPTR 1 0 \"\" \"\" \"!^.*$!\\\"x\\\"!\" .",
                        "l.example.com. 300 LOC 10 20 30.500 N 40 50 5.000 W 100m 1m 2m 3m",
                        "w.example.com. 300 HTTPS 1 example.com. alpn=\"h2\"");
        assertThat(desired.zone().rrsets()).hasSize(16);
    }

    @ParameterizedTest
    @CsvSource({"plain", "''", "\"q\\", "é€😀", "'a;b (c) @ $'"})
    void aTextBecomesItsOctets(String text) {
        ResourceRecord txt = ready(Configs.domain("example.com", record("TXT", "t", text)))
                .records()
                .getFirst();
        assertThat(((Txt) txt.rdata()).joined()).isEqualTo(Txt.octets(text));
    }

    @Test
    void aLongTextIsCutIntoStrings() {
        Txt txt = (Txt) ready(Configs.domain("example.com", record("TXT", "t", "x".repeat(600))))
                .records()
                .getFirst()
                .rdata();
        assertThat(txt.strings()).extracting(String::length).containsExactly(255, 255, 90);
    }

    @Test
    void labelsBecomeALabelsAndMayHoldAnyCharacter() {
        assertThat(lines(ready(
                        Configs.domain("bücher.example", record("TXT", "ÖÖ.a b", "1"), record("TXT", "64/26", "2")))))
                .containsExactly(
                        "xn--ndaa.a\\032b.xn--bcher-kva.example. 300 TXT \"1\"",
                        "64/26.xn--bcher-kva.example. 300 TXT \"2\"");
    }

    @Test
    void nameServersStandAtTheApexWithTheirTtl() {
        DomainConfig domain = Configs.domain("example.com");
        assertThat(lines(ready(domain, "NS1.example.net", "ns2.example.net")))
                .containsExactly("example.com. 300 NS ns1.example.net.", "example.com. 300 NS ns2.example.net.");
        TreeMap<String, String> meta = new TreeMap<>(domain.meta());
        meta.put("ns_ttl", "86400");
        assertThat(lines(ready(domain.withMeta(meta), "ns1.example.net")))
                .containsExactly("example.com. 86400 NS ns1.example.net.");
        meta.put("ns_ttl", "soon");
        assertThat(lines(ready(domain.withMeta(meta), "ns1.example.net")))
                .containsExactly("example.com. 300 NS ns1.example.net.");
    }

    @Test
    void theNameServersAreThoseNamedThenThoseOfTheProviders() {
        TreeMap<String, Integer> counts = new TreeMap<>(Map.of("all", -1, "none", 0, "one", 1));
        DomainConfig domain = Configs.domain("example.com")
                .withNameServers(List.of("b.example", "A.example", "a.EXAMPLE"))
                .withDnsProviders(counts);
        assertThat(DesiredZone.nameServers(
                        domain,
                        Map.of(
                                "one", List.of("p.example", "q.example"),
                                "none", List.of("x.example"),
                                "all", List.of("B.example", "c.example"))))
                .containsExactly("b.example", "A.example", "c.example", "p.example");
    }

    @Test
    void theAdjustmentsOfTheProviderComeBeforeTheZone() {
        DesiredZone.Outcome outcome = DesiredZone.of(
                Configs.domain("example.com", record("A", "ä", "192.0.2.1").withTtl(4_000_000_000L)),
                List.of("ns.example.net"),
                new GandiAdjustments());
        DesiredZone desired = ((DesiredZone.Outcome.Ready) outcome).desired();
        assertThat(lines(desired)).containsExactly("xn--4ca.example.com. 2592000 A 192.0.2.1");
        assertThat(desired.warnings())
                .containsExactly(
                        "Gandi does not support ttls > 30 days. Setting xn--4ca.example.com from 4000000000 to 2592000",
                        "Gandi does not support changing apex NS records. Ignoring ns.example.net.");
    }

    @Test
    void whatCannotStandInAZoneIsRefusedWithItsPlace() {
        assertThat(problem(record("A", "a".repeat(64), "192.0.2.1")))
                .startsWith("[line:1:1]: A " + "a".repeat(64) + ".example.com: ");
        assertThat(problem(record("URL301", "u", "http://x")))
                .isEqualTo("[line:1:1]: URL301 u.example.com: there is no type URL301 in DNS; "
                        + "it exists at another provider only");
        assertThat(problem(record("SSHFP", "h", "xyz").withField("sshfpalgorithm", 1L)))
                .startsWith("[line:1:1]: SSHFP h.example.com: ");
        assertThat(problem(record("TXT", "t", "x".repeat(70_000)))).contains("at most 65000 octets");
        DesiredZone.Outcome tooLong = DesiredZone.of(
                Configs.domain("example.com", record("A", "a", "192.0.2.1").withTtl(4_294_967_295L)),
                List.of(),
                Adjustments.NONE);
        assertThat(((DesiredZone.Outcome.Impossible) tooLong).text())
                .isEqualTo("[line:1:1]: A a.example.com: TTL 4294967295 is more than 2147483647 seconds, "
                        + "the longest there is");
    }

    @Test
    void whatShallBeAbsentIsBroughtIntoTheFormOfDeclaredRecords() {
        DomainConfig domain = Programs.config("D('example.com', REG, NO_PURGE, "
                        + "MX('Ü', 10, 'mail', ENSURE_ABSENT_REC()), TXT('_x.y_z', 'v', ENSURE_ABSENT_REC()));")
                .domains()
                .getFirst();

        assertThat(ready(domain).policy().absent())
                .containsExactlyInAnyOrder(
                        new Absence(
                                new RRset.Key(Name.of("xn--tda.example.com"), RdataTypes.MX),
                                new Mx(10, Name.of("mail.example.com"))),
                        new Absence(new RRset.Key(Name.of("_x.y_z.example.com"), RdataTypes.TXT), Txt.ofText("v")));
    }

    @Test
    void whatCannotBeARecordCannotBeAbsent() {
        DomainConfig domain = Programs.config("D('example.com', REG, A('x', 'nowhere', ENSURE_ABSENT_REC()));")
                .domains()
                .getFirst();

        DesiredZone.Outcome outcome = DesiredZone.of(domain, List.of(), Adjustments.NONE);

        assertThat(((DesiredZone.Outcome.Impossible) outcome).text()).contains("(nowhere) is not an IPv4 address");
    }

    @Test
    void thePrefixOfExternalDnsIsPartOfThePolicy() {
        Config config = Programs.config("D('a.example', REG, IGNORE_EXTERNAL_DNS('k8s-'));"
                + "D('b.example', REG, IGNORE_EXTERNAL_DNS()); D('c.example', REG);");

        assertThat(config.domains().stream()
                        .map(domain -> ready(domain).policy().externalDns()))
                .containsExactly(Optional.of("k8s-"), Optional.of(""), Optional.empty());
    }

    private static DomainConfig ignoring(Unmanaged... unmanaged) {
        return Configs.domain("bücher.example").withUnmanaged(List.of(unmanaged));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                     | *
            *                      | *
            A                      | a
            ü                      | xn--tda
            *.ü                    | *.xn--tda
            a.bücher.example       | a
            *.bücher.example.      | *
            bücher.example         | @
            """)
    void patternsOfIgnoreAreReadAsNames(String pattern, String owner) {
        IgnoreRule rule = ready(ignoring(new Unmanaged(pattern, "", "")))
                .policy()
                .ignores()
                .getFirst();
        assertThat(rule.owner().toString()).isEqualTo(owner);
        assertThat(rule.types()).isEmpty();
        assertThat(rule.target().toString()).isEqualTo("*");
    }

    @Test
    void typesOfIgnoreAreAList() {
        List<IgnoreRule> rules = ready(ignoring(new Unmanaged("a", "A, TXT", "x*"), new Unmanaged("*", "*", "*")))
                .policy()
                .ignores();
        assertThat(rules.getFirst().types()).isEqualTo(Set.of("A", "TXT"));
        assertThat(rules.getFirst().target().toString()).isEqualTo("x*");
        assertThat(rules.getLast().types()).isEmpty();
    }

    @Test
    void aPatternThatIsNoneIsRefused() {
        DesiredZone.Outcome outcome =
                DesiredZone.of(ignoring(new Unmanaged("[a", "*", "*")), List.of(), Adjustments.NONE);
        assertThat(((DesiredZone.Outcome.Impossible) outcome).text()).startsWith("unexpected end of input");
    }

    @Test
    void recordsOfOneNameAndTypeAreOneRrset() {
        DesiredZone desired = ready(Configs.domain(
                "example.com",
                record("A", "w", "192.0.2.1").withTtl(600),
                record("A", "w", "192.0.2.2").withTtl(400)));
        RRset rrset = desired.zone()
                .rrset(new RRset.Key(Name.of("w.example.com"), RdataTypes.A))
                .orElseThrow();
        assertThat(rrset.ttl().seconds()).isEqualTo(400);
        assertThat(rrset.rdata()).hasSize(2);
    }
}
