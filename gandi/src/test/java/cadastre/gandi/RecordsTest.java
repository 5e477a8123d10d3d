package cadastre.gandi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cadastre.dns.A;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.RdataTypes;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Ttl;
import cadastre.dns.Txt;
import cadastre.dns.Unknown;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import cadastre.provider.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsTest {
    private static final Name APEX = Name.of("example.tld");

    private static String rrset(String name, String type, Object ttl, String values) {
        return "{\"rrset_name\":\"" + name + "\",\"rrset_type\":\"" + type + "\",\"rrset_ttl\":" + ttl
                + ",\"rrset_values\":" + values + "}";
    }

    private static Reading reading(String... rrsets) throws Exception {
        Json json = Json.read("[" + String.join(",", rrsets) + "]");
        return Records.reading(APEX, ((Json.Items) json).items());
    }

    private static String line(ResourceRecord record) {
        return record.owner() + " " + record.ttl().seconds() + " " + record.type() + " "
                + record.rdata().presentation();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            @           | A     | 192.0.2.1                    | example.tld. 300 A 192.0.2.1
            www         | AAAA  | 2001:DB8:0:0:0:0:0:1         | www.example.tld. 300 AAAA 2001:db8::1
            WwW         | CNAME | target                       | WwW.example.tld. 300 CNAME target.example.tld.
            a.b         | CNAME | target.example.net.          | a.b.example.tld. 300 CNAME target.example.net.
            *           | MX    | 10   mail                    | *.example.tld. 300 MX 10 mail.example.tld.
            @           | MX    | 0 .                          | example.tld. 300 MX 0 .
            _s._tcp     | SRV   | 1  2   5060 sip              | _s._tcp.example.tld. 300 SRV 1 2 5060 sip.example.tld.
            @           | ALIAS | lb                           | example.tld. 300 ALIAS lb.example.tld.
            abs.example.tld. | A | 192.0.2.1                   | abs.example.tld. 300 A 192.0.2.1
            n           | NAPTR | 100 10 \\"u\\" \\"x\\" \\"\\" . | n.example.tld. 300 NAPTR 100 10 "u" "x" "" .
            h           | HTTPS | 1 . alpn=\\"h2\\"            | h.example.tld. 300 HTTPS 1 . alpn="h2"
            """)
    void aValueIsReadAsPresentationFormat(String name, String type, String value, String expected) throws Exception {
        Reading reading = reading(rrset(name, type, 300, "[\"" + value + "\"]"));
        assertThat(reading.records()).map(RecordsTest::line).containsExactly(expected);
        assertThat(reading.zone().rrsets()).hasSize(1);
    }

    @Test
    void theOrderOfTheListAndOfItsValuesIsKept() throws Exception {
        Reading reading = reading(
                rrset("b", "A", 300, "[\"192.0.2.9\",\"192.0.2.1\"]"), rrset("a", "A", "\"600\"", "[\"192.0.2.3\"]"));
        assertThat(reading.records())
                .map(RecordsTest::line)
                .containsExactly(
                        "b.example.tld. 300 A 192.0.2.9",
                        "b.example.tld. 300 A 192.0.2.1",
                        "a.example.tld. 600 A 192.0.2.3");
    }

    @Test
    void anRrsetWithoutValuesIsNone() throws Exception {
        Reading reading = reading(rrset("_acme", "TXT", 300, "[]"), rrset("www", "A", 300, "[\"192.0.2.1\"]"));
        assertThat(reading.zone().rrsets()).hasSize(1);
        assertThat(reading.records()).hasSize(1);
    }

    @Test
    void aTypeNobodyKnowsIsKeptUnderItsName() throws Exception {
        Reading reading = reading(rrset("x", "NEWTYPE", 300, "[\"some  data\"]"));
        assertThat(reading.records().getFirst().rdata()).isInstanceOf(Unknown.class);
        assertThat(line(reading.records().getFirst())).isEqualTo("x.example.tld. 300 NEWTYPE some data");
        assertThat(Records.items(reading.zone().rrsets()))
                .isEqualTo("{\"items\":[{\"rrset_type\":\"NEWTYPE\",\"rrset_ttl\":300,"
                        + "\"rrset_values\":[\"some data\"]}]}");
    }

    @Test
    void differentTtlsOfOneNameInTwoSpellingsAreWarnedAbout() throws Exception {
        Reading reading = reading(
                rrset("WWW", "A", 600, "[\"192.0.2.1\"]"),
                rrset("www", "A", 300, "[\"192.0.2.2\"]"),
                rrset("www", "TXT", 900, "[\"\\\"x\\\"\"]"));
        assertThat(reading.warnings())
                .containsExactly("All TTLs for a rrset ({www.example.tld A}) must be the same."
                        + " Using smaller of 600 and 300.");
        RRset merged = reading.zone()
                .rrset(new RRset.Key(Name.of("www.example.tld"), RdataTypes.A))
                .orElseThrow();
        assertThat(merged.ttl()).isEqualTo(new Ttl(300));
        assertThat(merged.rdata()).hasSize(2);
        assertThat(reading.records()).map(record -> record.ttl().seconds()).containsExactly(600, 300, 900);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            www | A   | 300        | ["2001:db8::1"]      | www A 2001:db8::1:
            www | A   | 300        | ["192.0.2.1", 7]     | www A: a value is no string
            www | A   | -1         | ["192.0.2.1"]        | www A: its rrset_ttl is no number
            www | A   | 4294967296 | ["192.0.2.1"]        | www A: its rrset_ttl is no number
            www | A   | 1.5        | ["192.0.2.1"]        | www A: its rrset_ttl is no number
            www | A   | null       | ["192.0.2.1"]        | www A: its rrset_ttl is no number
            www | A   | 300        | null                 | www A: it has no list of values
            www | MX  | 300        | ["mail"]             | www MX mail:
            www | TXT | 300        | ["\\"x"]             | www TXT "x: the string that begins here has no end
            ``  | A   | 300        | ["192.0.2.1"]        | ` A: it has no owner name`
            a..b | A  | 300        | ["192.0.2.1"]        | a..b A:
            x.example.net. | A | 300 | ["192.0.2.1"]      | x.example.net. A: its owner name is outside example.tld.
            www | ``  | 300        | ["192.0.2.1"]        | www  192.0.2.1: it has no type
            """)
    void whatCannotBeReadIsSaidToBeUnparsable(String name, String type, String ttl, String values, String expected) {
        ProviderException e =
                catchThrowableOfType(ProviderException.class, () -> reading(rrset(name, type, ttl, values)));
        assertThat(e).as(expected).isNotNull();
        assertThat(e.getMessage()).startsWith("unparsable record received from gandi: " + expected);
        assertThat(e.reason()).isInstanceOf(Reason.NotUnderstood.class);
        assertThat(e.advice()).isPresent();
    }

    @Test
    void whatIsWrittenIsCompactAndAscii() {
        RRset txt = new RRset(
                Name.of("t.example.tld"), RdataTypes.TXT, new Ttl(300), List.of(Txt.ofText(Txt.octets("é\"\\"))));
        assertThat(Records.body(txt))
                .isEqualTo("{\"rrset_ttl\":300,\"rrset_values\":[\"\\\"\\\\195\\\\169\\\\\\\"\\\\\\\\\\\"\"]}");
        RRset a = new RRset(Name.of("example.tld"), RdataTypes.A, new Ttl(300), List.of(new A(0x01020304)));
        assertThat(Records.namedBody(APEX, a))
                .isEqualTo("{\"rrset_name\":\"@\",\"rrset_type\":\"A\",\"rrset_ttl\":300,"
                        + "\"rrset_values\":[\"1.2.3.4\"]}");
        assertThat(Records.nameServers(List.of("a.example", "b.example")))
                .isEqualTo("{\"nameservers\":[\"a.example\",\"b.example\"]}");
    }
}
