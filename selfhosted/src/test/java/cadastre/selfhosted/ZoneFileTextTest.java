package cadastre.selfhosted;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Alias;
import cadastre.dns.Name;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Ttl;
import cadastre.dns.Txt;
import cadastre.dns.Zone;
import cadastre.dns.ZoneFile;
import cadastre.testkit.Zones;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneFileTextTest {
    private static final Name APEX = Name.of("example.com.");

    private static List<ResourceRecord> records(String text) throws Exception {
        return ZoneFile.read(text, APEX, new Ttl(300));
    }

    private static String written(List<ResourceRecord> records) {
        return ZoneFileText.write(APEX, records, ZoneFileText.mostFrequentTtl(records), List.of());
    }

    private static String written(String text) throws Exception {
        return written(records(text));
    }

    @Test
    void fieldsStandInColumns() throws Exception {
        assertThat(written("""
                $TTL 3600
                @ 300 SOA ns1.example.net. h.example.net. 1 2 3 4 5
                smimea._smimecert SMIMEA 3 0 1 aabb
                _acme-challenge 300 TXT temporary-2
                _acme-challenge 300 TXT temporary-1
                a A 192.0.2.1
                """)).isEqualTo("""
                        $TTL 300
                        @                IN SOA   ns1.example.net. h.example.net. 1 2 3 4 5
                        _acme-challenge  IN TXT   "temporary-1"
                                         IN TXT   "temporary-2"
                        smimea._smimecert 3600 IN SMIMEA 3 0 1 aabb
                        a          3600  IN A     192.0.2.1
                        """);
    }

    @Test
    void ofEquallyFrequentTtlsTheLongestCountsAndNsDoNot() throws Exception {
        assertThat(ZoneFileText.mostFrequentTtl(
                        records("a 60 A 192.0.2.1\nb 600 A 192.0.2.2\n@ 9000 NS n.\n@ 9000 NS m.\n")))
                .isEqualTo(new Ttl(600));
        assertThat(ZoneFileText.mostFrequentTtl(List.of())).isEqualTo(new Ttl(300));
        assertThat(written("")).isEqualTo("$TTL 300\n");
    }

    @Test
    void recordsAreOrderedByWhatPeopleLookFor() throws Exception {
        assertThat(written("""
                $TTL 300
                b A 192.0.2.10
                b A 192.0.2.9
                b A 200.0.2.9
                @ MX 20 a.
                @ MX 10 z.
                @ MX 10 b.
                @ CAA 0 issue "x"
                @ CAA 128 issue "y"
                @ CAA 0 iodef "z"
                _s._tcp SRV 1 2 443 a.
                _s._tcp SRV 2 2 80 a.
                _s._tcp SRV 1 9 80 a.
                *.b AAAA ::2
                *.b AAAA ffff::1
                10.b PTR c.
                9.b PTR c.
                """).lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "$TTL 300",
                        "@ IN MX 10 b.",
                        " IN MX 10 z.",
                        " IN MX 20 a.",
                        " IN CAA 0 iodef \"z\"",
                        " IN CAA 128 issue \"y\"",
                        " IN CAA 0 issue \"x\"",
                        "_s._tcp IN SRV 1 9 80 a.",
                        " IN SRV 2 2 80 a.",
                        " IN SRV 1 2 443 a.",
                        "b IN A 192.0.2.9",
                        " IN A 192.0.2.10",
                        " IN A 200.0.2.9",
                        "*.b IN AAAA ::2",
                        " IN AAAA ffff::1",
                        "9.b IN PTR c.",
                        "10.b IN PTR c.");
    }

    @Test
    void aLongTextIsCutIntoStrings() throws Exception {
        List<ResourceRecord> records =
                List.of(new ResourceRecord(APEX, new Ttl(300), Txt.ofText("c".repeat(510) + "end")));

        assertThat(written(records))
                .endsWith("TXT   \"" + "c".repeat(255) + "\" \"" + "c".repeat(255) + "\" \"end\"\n");
    }

    @Test
    void textIsReadableWhereItIsText() {
        Txt text = Txt.ofText(Txt.octets("gr\u00fcn \"\\"));
        Txt octets = Txt.ofText("\u00fc\u0001");
        Txt latin = Txt.ofText("\u00fc");

        assertThat(ZoneFileText.rdata(new ResourceRecord(APEX, new Ttl(1), text)))
                .isEqualTo("\"gr\u00fcn \\\"\\\\\"");
        assertThat(ZoneFileText.rdata(new ResourceRecord(APEX, new Ttl(1), octets)))
                .isEqualTo("\"\\252\\001\"");
        assertThat(ZoneFileText.rdata(new ResourceRecord(APEX, new Ttl(1), latin)))
                .isEqualTo("\"\\252\"");
    }

    @Test
    void anAliasIsACommentThatTakesNoNameFromOthers() throws Exception {
        List<ResourceRecord> records = new ArrayList<>(records("a 300 TXT x\n"));
        records.add(new ResourceRecord(Name.of("a.example.com."), new Ttl(300), new Alias(Name.of("b."))));

        assertThat(written(records).lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly("$TTL 300", "a IN TXT \"x\"", ";a IN ALIAS b.");
    }

    @Test
    void commentsFollowTheTtl() {
        assertThat(ZoneFileText.write(APEX, List.of(), new Ttl(60), List.of("one", "two")))
                .isEqualTo("$TTL 60\n; one\n; two\n");
    }

    @Test
    void whatIsWrittenReadsBack() throws Exception {
        for (long seed = 1; seed <= 300; seed++) {
            Zone zone = new Zones(seed, APEX).next();
            List<ResourceRecord> records = zone.rrsets().stream()
                    .flatMap(rrset -> rrset.records().stream())
                    .filter(record -> !(record.rdata() instanceof Alias))
                    .toList();

            assertThat(Zone.ofRecords(APEX, records(written(records))))
                    .as("seed %s", seed)
                    .isEqualTo(Zone.ofRecords(APEX, records));
        }
    }
}
