package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.dns.Presentation;
import cadastre.dns.PresentationException;
import cadastre.dns.Rdata;
import cadastre.dns.RdataTypes;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Ttl;
import cadastre.dns.Txt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdataTextTest {
    private static Rdata rdata(String type, String text) throws PresentationException {
        return Presentation.rdata(RdataTypes.of(type), text, Name.of("example.com"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A     | 192.0.2.1                  | A     | 192.0.2.1                      | "192.0.2.1"
            AAAA  | 2001:DB8::1                | AAAA  | 2001:db8::1                    | "2001:db8::1"
            ALIAS | X.example.net.             | ALIAS | x.example.net.                 | "x.example.net."
            CNAME | WWW                        | CNAME | www.example.com.               | "www.example.com."
            NS    | ns                         | NS    | ns.example.com.                | "ns.example.com."
            PTR   | p.                         | PTR   | p.                             | "p."
            MX    | 5 Q.                       | MX    | 5 q.                           | "5 q."
            SRV   | 1 2 3 Q.                   | SRV   | 1 2 3 q.                       | 1, 2, 3, "q."
            CAA   | 128 ISSUE "x \\"y\\""      | CAA   | 128 issue "x \\"y\\""          | "128 issue \\"x \\\\\\"y\\\\\\"\\""
            TXT   | "a" "b \\"c\\" \\\\ d"     | TXT   | "ab \\"c\\" \\\\ d"            | "ab \\"c\\" \\\\ d"
            DS    | 1 8 2 abcd                 | DS    | 1 8 2 ABCD                     | "1 8 2 ABCD"
            SSHFP | 1 1 abcd                   | SSHFP | 1 1 ABCD                       | "1 1 ABCD"
            TLSA  | 3 1 1 ABCD                 | TLSA  | 3 1 1 abcd                     | "3 1 1 abcd"
            SOA   | N. m. 7 1 2 3 4            | SOA   | N. m. 1 2 3 4                  | "n.", "m.", 1, 2, 3, 4
            HTTPS | 1 . alpn=h2                | HTTPS | 1 . alpn="h2"                  | "1 . alpn=\\"h2\\""
            CDS   | 1 8 2 AB                   | UNKNOWN | rtype=CDS rdata=1 8 2 AB     | "rtype=CDS rdata=1 8 2 AB"
            """)
    void rdataReadAsDnscontrolShowsThem(String type, String text, String shown, String comparable, String arguments)
            throws PresentationException {
        Rdata rdata = rdata(type, text);
        assertThat(RdataText.comparable(rdata)).isEqualTo(comparable);
        assertThat(RdataText.type(rdata)).isEqualTo(shown);
        assertThat(RdataText.reportLine(new ResourceRecord(Name.of("A.example.com"), new Ttl(300), rdata)))
                .isEqualTo("    " + shown + "(\"a.example.com.\", " + arguments + "),");
    }

    @Test
    void textIsShownAsUtf8AndOnOneLine() {
        assertThat(RdataText.comparable(Txt.ofText(Txt.octets("é€\n\t😀")))).isEqualTo("\"é€\\010\\009😀\"");
        assertThat(RdataText.comparable(Txt.ofText("\u00ff\u0080"))).isEqualTo("\"ÿ\\128\"");
    }

    @Test
    void aDeclaredRecordReadsAsItsRdata() throws PresentationException {
        RecordConfig mx = Configs.record("MX", "@", "q.").withField("mxpreference", 5L);
        assertThat(ComparableText.of(mx)).isEqualTo(RdataText.comparable(rdata("MX", "5 q.")));
        RecordConfig txt = Configs.record("TXT", "@", "a\"b\\");
        assertThat(ComparableText.of(txt)).isEqualTo(RdataText.comparable(Txt.ofText("a\"b\\")));
    }
}
