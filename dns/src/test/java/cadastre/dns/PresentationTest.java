package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PresentationTest {
    private static final Name ORIGIN = Name.of("example.com.");

    /// A line of `wrong-rdata.txt`.
    record Wrong(RdataType type, String text, String error) {}

    static Stream<Wrong> wrong() throws IOException {
        try (InputStream file = Objects.requireNonNull(PresentationTest.class.getResourceAsStream("wrong-rdata.txt"))) {
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream().filter(line -> !line.startsWith("# ")).map(line -> {
                String[] parts = line.split(" \\| ", 3);
                return new Wrong(RdataTypes.of(parts[0]), parts[1].replace("``", ""), parts[2]);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongRdataSayWhatIsWrongWhereAndWhatToDo(Wrong wrong) {
        PresentationException e = catchThrowableOfType(
                PresentationException.class, () -> Presentation.rdata(wrong.type(), wrong.text(), ORIGIN));
        assertThat(e).as("%s %s was read", wrong.type(), wrong.text()).isNotNull();
        assertThat(e.describe()).isEqualTo(wrong.error());
    }

    @Test
    void everyTypeHasThreeWrongTexts() throws IOException {
        List<Wrong> wrong = wrong().toList();
        for (RdataType type : RdataTypes.known()) {
            assertThat(wrong)
                    .filteredOn(one -> one.type().equals(type))
                    .as("%s", type)
                    .hasSizeGreaterThanOrEqualTo(3);
        }
        assertThat(wrong).filteredOn(one -> !RdataTypes.isKnown(one.type())).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    A     | 192.0.2.1                          | 192.0.2.1
                    AAAA  | 2001:DB8:0:0::1                    | 2001:db8::1
                    AAAA  | ::ffff:192.0.2.1                   | ::ffff:192.0.2.1
                    ALIAS | www                                | www.example.com.
                    CAA   | 128 Issue "ca.example; a=\\"b\\""    | 128 issue "ca.example; a=\\"b\\""
                    CAA   | 0 iodef mailto:a@example.com       | 0 iodef "mailto:a@example.com"
                    CAA   | 0 issue ""                         | 0 issue ""
                    CNAME | @                                  | example.com.
                    CNAME | BÜCHER                             | xn--bcher-kva.example.com.
                    CNAME | *.a\\.b                             | *.a\\.b.example.com.
                    DS    | 32128 13 2 abCD ef                 | 32128 13 2 ABCDEF
                    MX    | 0 .                                | 0 .
                    MX    | 010 Mail                           | 10 Mail.example.com.
                    NS    | ns1.example.net.                   | ns1.example.net.
                    PTR   | host.example.net.                  | host.example.net.
                    SOA   | ns1 a\\.b 1 2 3 4 4294967295        | ns1.example.com. a\\.b.example.com. 1 2 3 4 4294967295
                    SOA   | ( ns1 admin 1 ) 2 (3 4) 5          | ns1.example.com. admin.example.com. 1 2 3 4 5
                    SRV   | 10  20 5060   sip                  | 10 20 5060 sip.example.com.
                    SSHFP | 4 2 ab                             | 4 2 AB
                    TLSA  | 3 1 1 AB                           | 3 1 1 ab
                    TXT   | a "b c" "" "\\"\\\\\\007é"            | "a" "b c" "" "\\"\\\\\\007\\195\\169"
                    TXT   | "a""b"                             | "a" "b"
                    TXT   | a\\;b\\ c\\"                          | "a;b c\\""
                    TXT   | 日                                 | "\\230\\151\\165"
                    TXT   | 😀                                 | "\\240\\159\\152\\128"
                    TXT   | (a b) c                            | "a" "b" "c"
                    TYPE65280 | 1   .  alpn="h2,  h3"          | 1 . alpn="h2,  h3"
                    TYPE65280 | "a;b" c\\;d                     | "a;b" c\\;d
                    TYPE65280 | \\# 3 AB cdEF                   | \\# 3 abcdef
                    TYPE65280 | \\# 0                           | \\# 0
                    TYPE65280 | ``                             | ``
                    A     | \\# 4 C0000201                      | 192.0.2.1
                    MX    | \\# 10 000a 016D 0458 2e 5c 22 00    | 10 m.X\\.\\\\\\".
                    TXT   | \\# 3 01 22 00                      | "\\"" ""
                    CAA   | \\# 4 00 01 41 ff                   | 0 a "\\255"
                    ALIAS | \\# 1 00                            | .
                    """)
    void everyTypeIsReadAndWrittenInOneWay(String type, String text, String expected) throws PresentationException {
        Rdata rdata = Presentation.rdata(RdataTypes.of(type), text, ORIGIN);
        assertThat(rdata.presentation()).isEqualTo(expected);
        assertThat(rdata.type()).isEqualTo(RdataTypes.of(type));
        assertThat(Presentation.rdata(RdataTypes.of(type), expected, ORIGIN)).isEqualTo(rdata);
    }

    @Test
    void aLineBreakNeedsParentheses() throws PresentationException {
        PresentationException e = catchThrowableOfType(
                PresentationException.class, () -> Presentation.rdata(RdataTypes.MX, "10\nmail", ORIGIN));
        assertThat(e.describe())
                .isEqualTo("1:3: RDATA is one line; remove the line break, or put parentheses around the RDATA");
        assertThat(Presentation.rdata(RdataTypes.MX, "(10\nmail)", ORIGIN).presentation())
                .isEqualTo("10 mail.example.com.");
    }

    @Test
    void placesCountLinesInsideParentheses() {
        PresentationException e = catchThrowableOfType(
                PresentationException.class, () -> Presentation.rdata(RdataTypes.MX, "(x\n  mail)", ORIGIN));
        assertThat(e.describe()).isEqualTo("1:2: preference is a number from 0 to 65535, not \"x\"");
        e = catchThrowableOfType(
                PresentationException.class, () -> Presentation.rdata(RdataTypes.MX, "(10\n  ma..il)", ORIGIN));
        assertThat(e.describe()).startsWith("2:6: a label is empty");
    }

    @Test
    void stringsHaveTheLengthsOfTheWire() {
        PresentationException e = catchThrowableOfType(
                PresentationException.class,
                () -> Presentation.rdata(RdataTypes.TXT, "a \"" + "\\000".repeat(256) + "\"", ORIGIN));
        assertThat(e.describe())
                .isEqualTo("1:3: a string has 256 octets, at most 255 are allowed; split it: \"first part\" \"second"
                        + " part\"");
        e = catchThrowableOfType(
                PresentationException.class,
                () -> Presentation.rdata(RdataTypes.TXT, ("x".repeat(255) + " ").repeat(256), ORIGIN));
        assertThat(e.describe())
                .isEqualTo("1:65281: the strings together have more than 65535 octets, which RDATA cannot hold");
        e = catchThrowableOfType(
                PresentationException.class,
                () -> Presentation.rdata(RdataTypes.CAA, "0 a " + "x".repeat(65279), ORIGIN));
        assertThat(e.describe()).isEqualTo("1:5: value has 65279 octets, at most 65278");
    }

    @Test
    void halfACharacterIsRefused() {
        PresentationException e = catchThrowableOfType(
                PresentationException.class, () -> Presentation.rdata(RdataTypes.TXT, "ab\ud800", ORIGIN));
        assertThat(e.describe()).isEqualTo("1:3: half a character (an unpaired surrogate); write octets as \\DDD");
    }

    @Test
    void aControlCharacterOutsideQuotesIsRefused() throws PresentationException {
        PresentationException e = catchThrowableOfType(
                PresentationException.class, () -> Presentation.rdata(RdataTypes.TXT, "ab\u0007", ORIGIN));
        assertThat(e.describe()).isEqualTo("1:3: a control character; write it as \\007");
        assertThat(Presentation.rdata(RdataTypes.TXT, "\"ab\u0007\t\"", ORIGIN).presentation())
                .isEqualTo("\"ab\\007\\009\"");
    }

    @Test
    void theFieldsOfEveryTypeHaveNamesAndJoinedTheyAreItsText() throws PresentationException {
        Rdata mx = Presentation.rdata(RdataTypes.MX, "10 mail", ORIGIN);

        assertThat(Presentation.fieldNames(RdataTypes.MX)).containsExactly("preference", "exchange");
        assertThat(Presentation.fields(mx)).containsExactly("10", "mail.example.com.");
        assertThat(String.join(" ", Presentation.fields(mx))).isEqualTo(mx.presentation());
        for (RdataType type : RdataTypes.known()) {
            assertThat(Presentation.fieldNames(type)).as("%s", type).isNotEmpty();
        }
        assertThat(Presentation.fieldNames(RdataTypes.of("TYPE65534"))).isEmpty();
    }

    @Test
    void aTtlIsSecondsOrHasUnits() {
        assertThat(Ttl.parse(" 1h30m ")).contains(new Ttl(5400));
        assertThat(Ttl.parse("300")).contains(new Ttl(300));
        assertThat(Ttl.parse("soon")).isEmpty();
        assertThat(Ttl.parse("99999999999")).isEmpty();
    }
}
