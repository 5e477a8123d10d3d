package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneFileTest {
    private static final Name ORIGIN = Name.of("example.com.");

    private static List<ResourceRecord> read(String text) throws PresentationException {
        return ZoneFile.read(text, ORIGIN, new Ttl(10));
    }

    /// {@return the records, each on a line of its own with everything said}
    private static String said(String text) throws PresentationException {
        StringBuilder said = new StringBuilder();
        for (ResourceRecord record : read(text)) {
            said.append(record.owner()).append(' ').append(record.ttl().seconds());
            said.append(' ').append(record.type()).append(' ');
            said.append(record.rdata().presentation()).append('\n');
        }
        return said.toString();
    }

    @Test
    void aUsualZoneFileIsRead() throws PresentationException {
        assertThat(said("""
                        ; a comment
                        $TTL 1h30m
                        @   IN SOA ns1 admin.example.net. ( 2026010100 ; serial
                                7200 3600
                                1209600 ) 3600

                            NS  ns1
                            IN  NS ns2.example.net.
                        ns1 300 IN A 192.0.2.1
                            IN 600 AAAA 2001:db8::1
                            A   192.0.2.2 ; the TTL of $TTL
                        *.dev CNAME @
                        _sip._tcp 1d IN SRV 0 0 5060 sip
                        txt TXT "a;b" "(c" unquoted
                        $ORIGIN sub
                        @   A 192.0.2.3
                        www A 192.0.2.4
                        other.example.com. A 192.0.2.5
                        $TTL 60
                        www HTTPS 1 . alpn="h2,h3"
                        """)).isEqualTo("""
                        example.com. 5400 SOA ns1.example.com. admin.example.net. 2026010100 7200 3600 1209600 3600
                        example.com. 5400 NS ns1.example.com.
                        example.com. 5400 NS ns2.example.net.
                        ns1.example.com. 300 A 192.0.2.1
                        ns1.example.com. 600 AAAA 2001:db8::1
                        ns1.example.com. 5400 A 192.0.2.2
                        *.dev.example.com. 5400 CNAME example.com.
                        _sip._tcp.example.com. 86400 SRV 0 0 5060 sip.example.com.
                        txt.example.com. 5400 TXT "a;b" "(c" "unquoted"
                        sub.example.com. 5400 A 192.0.2.3
                        www.sub.example.com. 5400 A 192.0.2.4
                        other.example.com. 5400 A 192.0.2.5
                        www.sub.example.com. 60 HTTPS 1 . alpn="h2,h3"
                        """);
    }

    @Test
    void withoutADirectiveTheTtlStatedLastCounts() throws PresentationException {
        assertThat(said("@ A 192.0.2.1\n@ 60 A 192.0.2.2\n@ A 192.0.2.3\n"))
                .isEqualTo("example.com. 10 A 192.0.2.1\nexample.com. 60 A 192.0.2.2\nexample.com. 60 A 192.0.2.3\n");
    }

    @ParameterizedTest
    @CsvSource({
        "www A 192.0.2.1, 10",
        "www IN A 192.0.2.1, 10",
        "www in a 192.0.2.1, 10",
        "www 5 A 192.0.2.1, 5",
        "www 5 IN A 192.0.2.1, 5",
        "www IN 5 A 192.0.2.1, 5",
        "www 1m TYPE1 192.0.2.1, 60",
        "www 0 IN A \\# 4 c0000201, 0",
        "www (A) (192.0.2.1), 10",
    })
    void ttlClassAndTypeStandInAnyUsualOrder(String line, int ttl) throws PresentationException {
        assertThat(said(line)).isEqualTo("www.example.com. " + ttl + " A 192.0.2.1\n");
    }

    @Test
    void ownerNamesMayLookLikeAnything() throws PresentationException {
        assertThat(said("in A 192.0.2.1\n300 A 192.0.2.2\nA A 192.0.2.3\n\\$TTL A 192.0.2.4\nBÜCHER A 192.0.2.5"))
                .isEqualTo("""
                        in.example.com. 10 A 192.0.2.1
                        300.example.com. 10 A 192.0.2.2
                        A.example.com. 10 A 192.0.2.3
                        \\$TTL.example.com. 10 A 192.0.2.4
                        xn--bcher-kva.example.com. 10 A 192.0.2.5
                        """);
    }

    @Test
    void lineEndsOfWindowsAndAByteOrderMarkAreNothing() throws PresentationException {
        assertThat(said("\ufeffwww A 192.0.2.1\r\n\r\n    A 192.0.2.2\r\n"))
                .isEqualTo("www.example.com. 10 A 192.0.2.1\nwww.example.com. 10 A 192.0.2.2\n");
        assertThat(read("")).isEmpty();
        assertThat(read("; nothing\n   \n\t; more")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    $INCLUDE other.zone        | 1:1: $INCLUDE is not followed; put the records of that file in its place
                    $GENERATE 1-9 a A 192.0.2.$ | 1:1: $GENERATE is not understood; write the records it stands for
                    $foo 1                     | 1:1: "$foo" is no directive; there are $ORIGIN and $TTL, and a name that starts with $ is written \\$
                    $TTL                       | 1:5: $TTL is followed by one word
                    $ttl x                     | 1:6: $TTL is followed by seconds such as 3600 or 1h, not "x"
                    $TTL 2147483648            | 1:6: a TTL is at most 2147483647 seconds, not "2147483648"
                    $TTL 9999999w              | 1:6: a TTL is at most 2147483647 seconds, not "9999999w"
                    $TTL 1 2                   | 1:8: $TTL is followed by one word; remove "2"
                    $ORIGIN a..b               | 1:11: a label is empty (two dots in a row, or a dot at the start)
                    $ORIGIN "a"                | 1:9: $ORIGIN is followed by one word
                    www 4294967296 A 192.0.2.1 | 1:5: a TTL is at most 2147483647 seconds, not "4294967296"
                    www CH A 192.0.2.1         | 1:5: the class is CH, but only IN is understood
                    www IN                     | 1:7: a type is missing, such as A
                    www                        | 1:4: a type is missing, such as A
                    www IN IN A 192.0.2.1      | 1:8: "IN" is no type; a record is written: owner, TTL, class, type, RDATA, and a line without an owner starts with a blank
                    www FOO 1                  | 1:5: "FOO" is no type; a record is written: owner, TTL, class, type, RDATA, and a line without an owner starts with a blank
                    www "A" 192.0.2.1          | 1:5: "A" is no type; a record is written: owner, TTL, class, type, RDATA, and a line without an owner starts with a blank
                    "www" A 192.0.2.1          | 1:1: an owner name stands in quotes; write it without
                    www A                      | 1:6: address is missing; A is written: address
                    www A 192.0.2.1 x          | 1:17: "x" is one word too many; A is written: address
                    w\\256 A 192.0.2.1          | 1:2: \\ before a digit needs three digits from 000 to 255, as in \\032
                    www A 192.0.2.1 )          | 1:17: a ) closes nothing; remove it, or write ( before it
                    www TXT ( "a"              | 1:9: a parenthesis is never closed; write ) at the end
                    www TXT "a                 | 1:9: a quoted string does not end on its line; write the closing quote
                    """)
    void aWrongLineSaysWhatIsWrongWhereAndWhatToDo(String line, String error) {
        assertThat(catchThrowableOfType(PresentationException.class, () -> read(line))
                        .describe())
                .isEqualTo(error);
        String later = "a 5 IN TXT ( \"x\" ; comment\n \"y\" )\n; ü\r\n\n" + line + "\n";
        assertThat(catchThrowableOfType(PresentationException.class, () -> read(later))
                        .describe())
                .isEqualTo(error.replaceFirst("1:", "5:"));
    }

    @Test
    void theFirstRecordNeedsAnOwnerName() {
        assertThat(catchThrowableOfType(PresentationException.class, () -> read("\n  A 192.0.2.1"))
                        .describe())
                .isEqualTo("2:3: the first record needs an owner name at the start of its line, such as @");
    }

    @Test
    void placesInsideParenthesesAreThoseOfTheirOwnLine() {
        assertThat(catchThrowableOfType(
                                PresentationException.class,
                                () -> read("@ SOA ns admin (\n  1 ; serial\n  2 3\n  1h 5 )"))
                        .describe())
                .isEqualTo("4:3: expire is a number from 0 to 4294967295, not \"1h\"; write 3600 for it");
    }

    @Test
    void aZoneFileIsWrittenWithEverythingSaid() throws PresentationException {
        List<ResourceRecord> records = read("""
                WWW 300 A 192.0.2.1
                @ 5 MX 10 Mail
                a\\.b.other. 6 TXT "x" "\\"é"
                \\@ 7 TYPE65280 \\# 1 FF
                """);
        String text = """
                $ORIGIN example.com.
                WWW\t300\tIN\tA\t192.0.2.1
                @\t5\tIN\tMX\t10 Mail.example.com.
                a\\.b.other.\t6\tIN\tTXT\t"x" "\\"\\195\\169"
                \\@\t7\tIN\tTYPE65280\t\\# 1 ff
                """;
        assertThat(ZoneFile.write(ORIGIN, records)).isEqualTo(text);
        assertThat(ZoneFile.read(text, Name.ROOT, new Ttl(1))).isEqualTo(records);
    }
}
