package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationTest {
    private static final String ZONE = "example.com";
    private static final String DOT = "[https://docs.dnscontrol.org/language-reference/why-the-dot]";

    private static RecordConfig record(String type, String name, String target) {
        return Configs.record(type, name, target);
    }

    private static RecordConfig mx(String name, String host) {
        return record("MX", name, host).withField("mxpreference", 10L);
    }

    private static RecordConfig soa(String name, long expire, long minimum, long refresh, long retry, String mailbox) {
        return record("SOA", name, "NS1.example.net.")
                .withField("soaexpire", expire)
                .withField("soaminttl", minimum)
                .withField("soarefresh", refresh)
                .withField("soaretry", retry)
                .withField("soambox", mailbox);
    }

    private static RecordConfig tlsa(String type, long usage, long selector, long matching) {
        String prefix = type.equals("TLSA") ? "tlsa" : "smimea";
        return record(type, "_443._tcp", "AB")
                .withField(prefix + "usage", usage)
                .withField(prefix + "selector", selector)
                .withField(prefix + "matchingtype", matching);
    }

    private static Validation.Outcome validate(String zone, RecordConfig... records) {
        return Validation.validate(Configs.config("-", Configs.domain(zone, records)));
    }

    private static List<String> lines(String zone, RecordConfig... records) {
        return validate(zone, records).messages().stream()
                .map(ValidationMessage::line)
                .toList();
    }

    private static RecordConfig only(String zone, RecordConfig record) {
        Validation.Outcome outcome = validate(zone, record);
        assertThat(outcome.messages()).isEmpty();
        return outcome.config().domains().getFirst().records().getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A     | @   | 2001:db8::1        | A @.example.com: WARNING: target (2001:db8::1) is not an IPv4 address
            A     | a   | 192.0.02.1         | A a.example.com: WARNING: target (192.0.02.1) is not an IPv4 address
            A     | a   | 1.2.3.256          | A a.example.com: WARNING: target (1.2.3.256) is not an IPv4 address
            AAAA  | @   | 192.0.2.1          | AAAA @.example.com: WARNING: target (192.0.2.1) is not an IPv6 address
            AAAA  | a   | 1:2:3              | AAAA a.example.com: WARNING: target (1:2:3) is not an IPv6 address
            AAAA  | a   | fe80::1%           | AAAA a.example.com: WARNING: target (fe80::1%) is not an IPv6 address
            CNAME | c   | ``                 | CNAME c.example.com: empty target (""). Did you mean "@" instead?
            NS    | c   | a b.               | NS c.example.com: target (a b.) includes invalid char
            PTR   | c   | a/b.               | PTR c.example.com: target (a/b.) includes invalid char
            DNAME | c   | ça                 | DNAME c.example.com: target (ça) includes invalid char
            ALIAS | c   | no.dot             | ALIAS c.example.com: target (no.dot) must end with a (.) DOT
            NAPTR | c   | no.dot             | NAPTR c.example.com: target (no.dot) must end with a (.) DOT
            SRV   | c   | no.dot             | SRV c.example.com: target (no.dot) must end with a (.) DOT
            CNAME | @   | x.                 | CNAME @.example.com: cannot create CNAME record for bare domain
            CNAME | a   | a                  | CNAME a.example.com: CNAME loop (target points at itself)
            NS    | @   | ns1.example.net.   | NS @.example.com: cannot create NS record for bare domain. Use NAMESERVER instead
            LUA   | l   | x                  | LUA l.example.com: LUA records must specify an emitted rtype
            """)
    void targetsAreCheckedByType(String type, String name, String target, String message) {
        assertThat(lines(ZONE, record(type, name, target)))
                .containsExactly("ERROR: [line:1:1]: " + message.replace("DOT", DOT));
    }

    @ParameterizedTest
    @CsvSource({
        "A, a, 192.0.2.1, 192.0.2.1",
        "AAAA, a, 2001:DB8:0:0:1:0:0:3, 2001:db8::1:0:0:3",
        "AAAA, a, ::FFFF:1.2.3.4, ::ffff:1.2.3.4",
        "AAAA, a, fe80::1%eth0, fe80::1%eth0",
        "CNAME, a, WWW, www.example.com.",
        "CNAME, a, ÖÖ.Example.net., öö.example.net.",
        "CNAME, a, 65.64/26.2.0.192.in-addr.arpa., 65.64/26.2.0.192.in-addr.arpa.",
        "ALIAS, a, @, example.com.",
        "PTR, a, Local, local",
        "NAPTR, a, '', ''",
        "HTTPS, a, Host.example.net, Host.example.net",
        "SVCB, a, bad target, bad target",
        "TXT, t_t, Text with Case, Text with Case",
        "SSHFP, a, AbCd, AbCd",
        "OPENPGPKEY, a._openpgpkey, deadbeef, 3q2+7w==",
        "OPENPGPKEY, a._openpgpkey, DEADBEEF, 3q2+7w==",
        "OPENPGPKEY, a._openpgpkey, 3q2+7w==, 3q2+7w==",
    })
    void targetsAreBroughtIntoTheirOneForm(String type, String name, String target, String normalised) {
        RecordConfig result = only(ZONE, record(type, name, target));
        assertThat(result.target()).isEqualTo(normalised);
        assertThat(result.ttl()).isEqualTo(300);
    }

    @ParameterizedTest
    @CsvSource({"www, www", "WWW, www", "example.com., @", "Foo.Example.COM., foo", "@, @", "ÜBER, über", "*, *"})
    void labelsAreBroughtIntoTheirOneForm(String label, String normalised) {
        assertThat(only(ZONE, record("A", label, "192.0.2.1")).name()).isEqualTo(normalised);
    }

    @Test
    void relativeTargetsInsideAnExtensionAreBelowIt() {
        assertThat(only(ZONE, record("CNAME", "c.s", "T").withSubdomain("S")).target())
                .isEqualTo("t.S.example.com.");
        assertThat(only(ZONE, record("PTR", "c.s", "t").withSubdomain("s")).target())
                .isEqualTo("t");
    }

    @Test
    void aLabelOutsideTheZoneEndsValidation() {
        assertThat(lines(ZONE, record("A", "www.example.net.", "x"), record("A", "later", "x")))
                .containsExactly("ERROR: label \"www.example.net.\" does not match D(\"example.com\")");
    }

    @Test
    void labelsThatRepeatTheZoneAreRefusedUnlessAllowed() {
        String rest = "If not add DISABLE_REPEATED_DOMAIN_CHECK to this record to permit this as-is.";
        assertThat(lines(ZONE, record("A", "www.example.com", "192.0.2.1"), record("A", ZONE, "192.0.2.1")))
                .containsExactly(
                        "ERROR: The name \"www.example.com.example.com.\" is an error (repeats the domain). Maybe instead of "
                                + "\"www.example.com\" you intended \"www\"? " + rest,
                        "ERROR: The name \"example.com.example.com.\" is an error (repeats the domain). Maybe instead of "
                                + "\"example.com\" you intended \"example.com\"? " + rest);
        assertThat(lines(ZONE, record("A", "www.example.com", "192.0.2.1").withMeta("skip_fqdn_check", "true")))
                .isEmpty();
    }

    @Test
    void anEmptyLabelIsRefused() {
        assertThat(lines(ZONE, record("A", "", "192.0.2.1")))
                .containsExactly("ERROR: empty A label (\"\") in example.com. Did you mean \"@\" instead?");
    }

    @Test
    void unusualUnderscoresAreMentioned() {
        assertThat(lines(
                        ZONE,
                        record("A", "a_b", "192.0.2.1"),
                        record("A", "_ok", "192.0.2.1"),
                        record("A", "x._ok", "192.0.2.1"),
                        record("A", "sql-x_y", "192.0.2.1")))
                .containsExactly("WARNING: label a_b.example.com contains \"_\" (can't be used in a URL)");
    }

    @Test
    void typesThatDoNotExistAreNamedTwice() {
        assertThat(lines(ZONE, record("FOO", "x", "y")))
                .containsExactly(
                        "ERROR: unsupported record type (FOO) domain=example.com name=x",
                        "ERROR: checkTargets: Unimplemented record type (FOO) domain=example.com name=x");
        assertThat(only(ZONE, record("URL301", "x", "http://y")).meta()).containsEntry("orig_custom_type", "URL301");
    }

    @Test
    void onlyTheFirstFaultOfAnSoaIsNamed() {
        String place = "ERROR: [line:1:1]: SOA @.example.com: ";
        assertThat(lines(ZONE, soa("@", 0, 0, 0, 0, ""))).containsExactly(place + "SOA Expire must be > 0");
        assertThat(lines(ZONE, soa("@", 1, 0, 0, 0, ""))).containsExactly(place + "SOA Minimum TTL must be > 0");
        assertThat(lines(ZONE, soa("@", 1, 1, 0, 0, ""))).containsExactly(place + "SOA Refresh must be > 0");
        assertThat(lines(ZONE, soa("@", 1, 1, 1, 0, ""))).containsExactly(place + "SOA Retry must be > 0");
        assertThat(lines(ZONE, soa("@", 1, 1, 1, 1, ""))).containsExactly(place + "SOA MBox must be specified");
        assertThat(lines(ZONE, soa("@", 1, 1, 1, 1, "a@b.")))
                .containsExactly(place + "SOA MBox must have '.' instead of '@'");
        assertThat(lines(ZONE, soa("x", 1, 1, 1, 1, "A.b.")))
                .containsExactly("ERROR: [line:1:1]: SOA x.example.com: SOA record is only valid for bare domain");
        RecordConfig good = only(ZONE, soa("@", 1, 1, 1, 1, "A.B."));
        assertThat(good.target() + " " + good.text("soambox")).isEqualTo("ns1.example.net. a.b.");
    }

    @Test
    void luaNamesATypeThatExists() {
        assertThat(lines(ZONE, record("LUA", "l", "x").withField("luartype", "NOPE")))
                .containsExactly(
                        "ERROR: [line:1:1]: LUA l.example.com: LUA emitted rtype (NOPE) is not a valid DNS type");
        assertThat(lines(ZONE, record("LUA", "l", "x").withField("luartype", "AAAA")))
                .isEmpty();
    }

    @Test
    void caaTagsAreThoseThatExistInLowerCase() {
        assertThat(lines(ZONE, record("CAA", "@", "x").withField("caatag", "ISSUE")))
                .containsExactly("ERROR: CAA tag ISSUE is invalid");
        for (String tag :
                List.of("issue", "issuewild", "iodef", "contactemail", "contactphone", "issuemail", "issuevmc")) {
            assertThat(lines(ZONE, record("CAA", "@", "x").withField("caatag", tag)))
                    .isEmpty();
        }
    }

    @Test
    void certificateFieldsHaveTheirRanges() {
        for (String type : List.of("TLSA", "SMIMEA")) {
            assertThat(lines(ZONE, tlsa(type, 4, 2, 3)))
                    .containsExactly(
                            "ERROR: " + type + " Usage 4 is invalid in record _443._tcp (domain example.com)",
                            "ERROR: " + type + " Selector 2 is invalid in record _443._tcp (domain example.com)",
                            "ERROR: " + type + " MatchingType 3 is invalid in record _443._tcp (domain example.com)");
            assertThat(only(ZONE, tlsa(type, 3, 1, 2)).target()).isEqualTo("ab");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            not valid ! | encoding/hex: invalid byte: U+006E 'n'; base64 string contains whitespace: "not valid !"
            dEaDbEeF0   | hex string contains mixed case: "dEaDbEeF0"; illegal base64 data at input byte 8
            abc         | encoding/hex: odd length hex string; illegal base64 data at input byte 0
            zz=         | encoding/hex: invalid byte: U+007A 'z'; illegal base64 data at input byte 3
            zzzz=       | encoding/hex: invalid byte: U+007A 'z'; illegal base64 data at input byte 4
            """)
    void openPgpKeysAreHexadecimalOrBase64(String text, String message) {
        assertThat(lines(ZONE, record("OPENPGPKEY", "a", text)))
                .containsExactly(
                        "ERROR: failed to decode OPENPGPKEY: string is neither valid hex nor valid base64: " + message);
    }

    @Test
    void aSafetySwitchOfOldIsRefused() {
        assertThat(lines(ZONE, record("A", "a", "192.0.2.1").withMeta("ignore_name_disable_safety_check", "true")))
                .containsExactly("ERROR: IGNORE_NAME_DISABLE_SAFETY_CHECK no longer supported. "
                        + "Please use DISABLE_IGNORE_SAFETY_CHECK for the entire domain");
    }

    @Test
    void nameServersAreCheckedWithoutAPlaceAndMadeAbsolute() {
        DomainConfig domain =
                Configs.domain(ZONE).withNameServers(List.of("NS1", "ns2.example.net.", "ns3.example.net"));
        Validation.Outcome outcome = Validation.validate(Configs.config("-", domain));
        assertThat(outcome.lines())
                .containsExactly("1 Validation errors:", "ERROR: target (ns3.example.net) must end with a (.) " + DOT);
        assertThat(outcome.config().domains().getFirst().nameServers())
                .containsExactly("NS1.example.com", "ns2.example.net", "ns3.example.net.example.com");
    }

    @Test
    void aCnameStandsAlone() {
        assertThat(lines(
                        ZONE,
                        record("CNAME", "a", "x."),
                        record("A", "a", "192.0.2.1"),
                        record("CNAME", "a", "y."),
                        record("AKAMAICDN", "a", "z.")))
                .containsExactly(
                        "ERROR: [line:1:1]: cannot have multiple CNAMEs with same name: a.example.com",
                        "ERROR: [line:1:1]: cannot have CNAME and A record with same name: a.example.com");
        assertThat(lines(
                        ZONE,
                        record("CNAME", "a", "x.").withMeta("cloudflare_proxy", "on"),
                        record("A", "a", "192.0.2.1")))
                .isEmpty();
    }

    @Test
    void theSameRecordTwiceIsRefusedWhateverItsTtl() {
        assertThat(lines(
                        ZONE,
                        record("A", "WWW", "192.0.2.1").withTtl(60),
                        record("A", "www", "192.0.2.1").withTtl(120),
                        mx("@", "a"),
                        mx("@", "a.example.com.")))
                .containsExactly(
                        "ERROR: exact duplicate record found: www.example.com A 192.0.2.1",
                        "ERROR: exact duplicate record found: example.com MX 10 a.example.com.",
                        "WARNING: inconsistent TTLs at \"www.example.com\": A:60,120");
    }

    @Test
    void differingTtlsAreMentionedOnceForEachTypeThatHasThem() {
        String text = "WARNING: inconsistent TTLs at \"m.example.com\": A:60,300 MX:300 TXT:5,300";
        assertThat(lines(
                        ZONE,
                        record("TXT", "m", "1"),
                        record("TXT", "m", "2").withTtl(5),
                        mx("m", "m"),
                        record("A", "m", "192.0.2.1"),
                        record("A", "m", "192.0.2.2").withTtl(60)))
                .containsExactly(text, text);
    }

    @Test
    void weightedGroupsAgree() {
        RecordConfig one = record("A", "w", "192.0.2.1")
                .withMeta("r53_set_identifier", "g")
                .withMeta("r53_weight", "10")
                .withMeta("r53_health_check_id", "h1");
        assertThat(lines(
                        ZONE,
                        one,
                        one.withTarget("192.0.2.2").withMeta("r53_weight", "20").withMeta("r53_health_check_id", "h2")))
                .containsExactly(
                        "ERROR: R53 weighted group \"g\" at A w.example.com has inconsistent weights (10 vs 20)",
                        "ERROR: R53 weighted group \"g\" at A w.example.com has inconsistent health check IDs (h1 vs h2)");
    }

    @ParameterizedTest
    @CsvSource({
        "AKAMAICDN",
        "AKAMAITLC",
        "AZURE_ALIAS",
        "DHCID",
        "DNAME",
        "DNSKEY",
        "HTTPS",
        "LOC",
        "NAPTR",
        "R53_ALIAS",
        "SVCB"
    })
    void gandiRefusesTypesThatDnscontrolDoesNotSendToIt(String type) {
        Config config = Configs.config("GANDI_V5", Configs.domain(ZONE, record(type, "x", "y.")));
        assertThat(Validation.validate(config).messages())
                .extracting(ValidationMessage::line)
                .containsExactly("ERROR: domain example.com uses " + type
                        + " records, but DNS provider type GANDI_V5 does not support them");
    }

    @ParameterizedTest
    @CsvSource({"A, 192.0.2.1", "AAAA, ::1", "CNAME, x.", "NS, x.", "TXT, x", "ALIAS, x.", "PTR, x.", "SSHFP, ab"})
    void gandiTakesTheTypesItHas(String type, String target) {
        Config config = Configs.config("GANDI_V5", Configs.domain(ZONE, record(type, "x", target)));
        assertThat(Validation.validate(config).messages()).isEmpty();
    }

    @Test
    void onlyTheFirstCapabilityThatLacksIsNamed() {
        Config config =
                Configs.config("GANDI_V5", Configs.domain(ZONE, record("SVCB", "x", "y."), record("DNAME", "y", "y.")));
        assertThat(Validation.validate(config).messages())
                .extracting(ValidationMessage::text)
                .containsExactly(
                        "domain example.com uses DNAME records, but DNS provider type GANDI_V5 does not support them");
    }

    @Test
    void gandiTakesDsForChildrenOnly() {
        assertThat(Validation.validate(Configs.config("GANDI_V5", Configs.domain(ZONE, record("DS", "kid", ""))))
                        .messages())
                .isEmpty();
        assertThat(Validation.validate(Configs.config("GANDI_V5", Configs.domain(ZONE, record("DS", "@", ""))))
                        .messages())
                .extracting(ValidationMessage::text)
                .containsExactly("while checking DS records in domain example.com: provider GANDI_V5 only supports "
                        + "child DS records, but zone had a record at the root (@)");
        assertThat(Validation.validate(Configs.config("BIND", Configs.domain(ZONE, record("DS", "@", ""))))
                        .messages())
                .isEmpty();
    }

    private static DomainConfig signed(String value) {
        DomainConfig plain = Configs.domain(ZONE);
        TreeMap<String, Integer> providers = new TreeMap<>();
        providers.put("q", -1);
        providers.put("p", -1);
        return plain.withDnsProviders(providers).withRegistrar("reg").withAutoDnssec(value);
    }

    private static List<String> messages(DomainConfig domain) {
        Config config = new Config(
                List.of(),
                List.of(
                        new ProviderDeclaration("p", "-", Optional.empty()),
                        new ProviderDeclaration("q", "-", Optional.empty())),
                List.of(domain));
        return Validation.validate(config).messages().stream()
                .map(ValidationMessage::line)
                .toList();
    }

    @Test
    void signingWantsTheRegistrarToBeTheProvider() {
        assertThat(messages(signed("on")))
                .containsExactly(
                        "WARNING: AutoDNSSEC is enabled, but DNS provider p does not match registrar reg",
                        "WARNING: AutoDNSSEC is enabled, but DNS provider q does not match registrar reg");
        assertThat(messages(signed("off"))).isEmpty();
        assertThat(messages(signed("on").withRegistrar("NONE"))).isEmpty();
        assertThat(Validation.validate(
                                Configs.config("GANDI_V5", Configs.domain(ZONE).withAutoDnssec("off")))
                        .messages())
                .extracting(ValidationMessage::text)
                .containsExactly("domain example.com uses AUTODNSSEC records, but DNS provider type GANDI_V5 does not "
                        + "support them");
    }

    @Test
    void providersThatDoNotExistAreRefused() {
        assertThat(Validation.validate(Configs.config("NOPE", Configs.domain(ZONE)))
                        .messages())
                .extracting(ValidationMessage::line)
                .containsExactly("ERROR: NOPE rejects domain example.com: unknown DNS service provider type: \"NOPE\"");
        assertThat(Validation.validate(Configs.config("CLOUDFLAREAPI", Configs.domain(ZONE)))
                        .messages())
                .isEmpty();
    }

    @Test
    void aNameIsDeclaredOnceWithEachTag() {
        assertThat(Validation.validate(Configs.config(
                                "-",
                                Configs.domain(ZONE, record("A", "a", "x")),
                                Configs.domain(ZONE + "!t"),
                                Configs.domain(ZONE + "!")))
                        .lines())
                .containsExactly("1 Validation errors:", "ERROR: duplicate domain name: \"example.com\"");
        assertThat(Validation.validate(Configs.config("-", Configs.domain(ZONE + "!t"), Configs.domain(ZONE + "!t")))
                        .lines())
                .containsExactly("1 Validation errors:", "ERROR: duplicate domain name: \"example.com!t\"");
        assertThat(Validation.validate(Configs.config("-", Configs.domain(ZONE + "!t"), Configs.domain(ZONE)))
                        .lines())
                .isEmpty();
    }

    @Test
    void warningsDoNotEndARunAndMessagesKnowTheirPlace() {
        SourcePosition place = new SourcePosition("lib/web.js", 3, 4);
        Validation.Outcome outcome =
                validate(ZONE, record("A", "a_b", "192.0.2.1").withFilepos("[line:1:1]", Optional.of(place)));
        assertThat(outcome.hasErrors()).isFalse();
        assertThat(outcome.lines()).hasSize(2);
        assertThat(outcome.messages().getFirst().position()).contains(place);
        assertThat(validate(ZONE, record("A", "a", "x")).hasErrors()).isTrue();
    }

    @Test
    void recordsOfTheNewerTypesStayAsTheyAre() {
        RecordConfig ds = record("DS", "Kid", "")
                .withModern(Optional.of(new RecordConfig.Modern("Kid", "Kid", "{}", "1 8 2 ABCD")))
                .withTtl(60);
        assertThat(only(ZONE, ds)).isEqualTo(ds);
    }

    @Test
    void aDomainHasTheNameOfAZone() {
        String label = "a".repeat(64);
        assertThat(Validation.validate(Configs.config("-", Configs.domain(label + ".example")))
                        .messages())
                .extracting(ValidationMessage::text)
                .singleElement()
                .asString()
                .startsWith("D(\"" + label + ".example\") cannot be a zone: ");
        assertThat(Validation.validate(Configs.config("-", Configs.domain("a b.example")))
                        .messages())
                .isEmpty();
        assertThat(DesiredZone.apex(Configs.domain("a b.example"))).hasToString("a\\032b.example.");
    }
}
