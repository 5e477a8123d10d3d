package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresentationTest {
    private static final Name ORIGIN = Name.of("example.com.");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A     | 192.0.2.1                          | 192.0.2.1
            AAAA  | 2001:DB8:0:0::1                    | 2001:db8::1
            AAAA  | ::ffff:192.0.2.1                   | ::ffff:192.0.2.1
            ALIAS | www                                | www.example.com.
            CAA   | 128 Issue "ca.example; a=\\"b\\""    | 128 issue "ca.example; a=\\"b\\""
            CAA   | 0 iodef mailto:a@example.com       | 0 iodef "mailto:a@example.com"
            CNAME | @                                  | example.com.
            DS    | 32128 13 2 abCD ef                 | 32128 13 2 ABCDEF
            MX    | 0 .                                | 0 .
            MX    | 10 Mail                            | 10 Mail.example.com.
            NS    | ns1.example.net.                   | ns1.example.net.
            PTR   | host.example.net.                  | host.example.net.
            SOA   | ns1 admin 1 2 3 4 4294967295       | ns1.example.com. admin.example.com. 1 2 3 4 4294967295
            SRV   | 10 20 5060 sip                     | 10 20 5060 sip.example.com.
            SSHFP | 4 2 ab                             | 4 2 AB
            TLSA  | 3 1 1 AB                           | 3 1 1 ab
            TXT   | a "b c" "" "\\"\\\\\\007é"            | "a" "b c" "" "\\"\\\\\\007\\195\\169"
            HTTPS | 1   .  alpn="h2,  h3"              | 1 . alpn="h2,  h3"
            HTTPS | \\# 3 AB cdEF                       | \\# 3 abcdef
            TYPE65280 | \\# 0                           | \\# 0
            A     | \\# 4 C0000201                      | 192.0.2.1
            TXT   | \\# 3 01 22 00                      | "\\"" ""
            """)
    void everyTypeIsReadAndWrittenInOneWay(String type, String text, String expected) throws PresentationException {
        Rdata rdata = Presentation.rdata(RdataTypes.of(type), text, ORIGIN);
        assertThat(rdata.presentation()).isEqualTo(expected);
        assertThat(rdata.type()).isEqualTo(RdataTypes.of(type));
        assertThat(Presentation.rdata(RdataTypes.of(type), expected, ORIGIN)).isEqualTo(rdata);
    }

    @Test
    void aZoneFileReadsBackAsItWasWritten() throws PresentationException {
        var records = ZoneFile.read("""
                $TTL 1h30m
                @   IN SOA ns1 admin ( 1 ; serial
                    2 3 4 5 )
                    300 IN A 192.0.2.1
                www IN 5 CNAME @
                *.x 10 IN TXT "a" b
                """, ORIGIN, new Ttl(10));
        assertThat(records).hasSize(4);
        assertThat(records.get(0).ttl()).isEqualTo(new Ttl(5400));
        assertThat(ZoneFile.read(ZoneFile.write(ORIGIN, records), ORIGIN, new Ttl(1)))
                .isEqualTo(records);
    }
}
