package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RdataTest {
    private static final Name WWW = Name.of("www.example.");

    static Stream<Arguments> outOfRange() {
        return Stream.of(
                bad("flags is 0 to 255, not 256", () -> new Caa(256, "issue", "")),
                bad("flags is 0 to 255, not -1", () -> new Caa(-1, "issue", "")),
                bad("tag is 1 to 255 letters and digits, not \"\"", () -> new Caa(0, "", "")),
                bad("tag is 1 to 255 letters and digits, not \"is-sue\"", () -> new Caa(0, "is-sue", "")),
                bad("value has the character \"日\", which is no octet; encode it first", () -> new Caa(0, "a", "日")),
                bad("value has 65279 octets, at most 65278 are allowed", () -> new Caa(0, "a", "x".repeat(65279))),
                bad("flags is 0 to 65535, not 65536", () -> new Cdnskey(65536, 3, 8, "AA==")),
                bad("key is base64 of at least one octet", () -> new Cdnskey(0, 3, 0, "")),
                bad("key tag is 0 to 65535, not -1", () -> new Cds(-1, 1, 1, "ab")),
                bad("digest is base64 of at least one octet", () -> new Dhcid("")),
                bad("digest is no base64", () -> new Dhcid("A")),
                bad("protocol is 0 to 255, not 256", () -> new Dnskey(256, 256, 8, "AA==")),
                bad("algorithm is 0 to 255, not -1", () -> new Dnskey(256, 3, -1, "AA==")),
                bad("key is no base64", () -> new Key(256, 3, 1, "*")),
                bad("order is 0 to 65535, not 65536", () -> new Naptr(65536, 0, "", "", "", WWW)),
                bad("preference is 0 to 65535, not -1", () -> new Naptr(0, -1, "", "", "", WWW)),
                bad(
                        "flags has 256 octets, at most 255 are allowed",
                        () -> new Naptr(0, 0, "x".repeat(256), "", "", WWW)),
                bad(
                        "services has 256 octets, at most 255 are allowed",
                        () -> new Naptr(0, 0, "", "x".repeat(256), "", WWW)),
                bad(
                        "regexp has 256 octets, at most 255 are allowed",
                        () -> new Naptr(0, 0, "", "", "x".repeat(256), WWW)),
                bad("key is no base64", () -> new Openpgpkey("A===")),
                bad("usage is 0 to 255, not 256", () -> new Smimea(256, 1, 1, "ab")),
                bad("text holds at least one string; an empty text is one empty string", () -> new Spf(List.of())),
                bad("priority is 0 to 65535, not 65536", () -> new Uri(65536, 0, "")),
                bad("weight is 0 to 65535, not -1", () -> new Uri(0, -1, "")),
                bad("protocol is 0 to 255, not 256", () -> new Wks(1, 256, List.of())),
                bad("a port is 0 to 65535, not 65536", () -> new Wks(1, 6, List.of(65536))),
                bad("key tag is 0 to 65535, not 65536", () -> new Ds(65536, 1, 1, "ab")),
                bad("algorithm is 0 to 255, not 256", () -> new Ds(1, 256, 1, "ab")),
                bad("digest type is 0 to 255, not -1", () -> new Ds(1, 1, -1, "ab")),
                bad(
                        "digest is an even number of hexadecimal digits, at least two, not \"\"",
                        () -> new Ds(1, 1, 1, "")),
                bad("preference is 0 to 65535, not 65536", () -> new Mx(65536, WWW)),
                bad("serial is 0 to 4294967295, not -1", () -> new Soa(WWW, WWW, -1, 0, 0, 0, 0)),
                bad("refresh is 0 to 4294967295, not 4294967296", () -> new Soa(WWW, WWW, 0, 1L << 32, 0, 0, 0)),
                bad("retry is 0 to 4294967295, not -1", () -> new Soa(WWW, WWW, 0, 0, -1, 0, 0)),
                bad("expire is 0 to 4294967295, not -1", () -> new Soa(WWW, WWW, 0, 0, 0, -1, 0)),
                bad("minimum is 0 to 4294967295, not -1", () -> new Soa(WWW, WWW, 0, 0, 0, 0, -1)),
                bad("priority is 0 to 65535, not -1", () -> new Srv(-1, 0, 0, WWW)),
                bad("weight is 0 to 65535, not 65536", () -> new Srv(0, 65536, 0, WWW)),
                bad("port is 0 to 65535, not 65536", () -> new Srv(0, 0, 65536, WWW)),
                bad("algorithm is 0 to 255, not 256", () -> new Sshfp(256, 1, "ab")),
                bad("fingerprint type is 0 to 255, not 256", () -> new Sshfp(1, 256, "ab")),
                bad(
                        "fingerprint is an even number of hexadecimal digits, at least two, not \"abc\"",
                        () -> new Sshfp(1, 1, "abc")),
                bad("usage is 0 to 255, not 256", () -> new Tlsa(256, 1, 1, "ab")),
                bad("selector is 0 to 255, not 256", () -> new Tlsa(1, 256, 1, "ab")),
                bad("matching type is 0 to 255, not 256", () -> new Tlsa(1, 1, 256, "ab")),
                bad(
                        "association is an even number of hexadecimal digits, at least two, not \"xy\"",
                        () -> new Tlsa(1, 1, 1, "xy")),
                bad("text holds at least one string; an empty text is one empty string", () -> new Txt(List.of())),
                bad("a string has 256 octets, at most 255 are allowed", () -> new Txt(List.of("x".repeat(256)))),
                bad(
                        "a string has the character \"日\", which is no octet; encode it first",
                        () -> new Txt(List.of("日"))),
                bad("text has 65536 octets on the wire, more than RDATA holds", () -> Txt.ofText("x".repeat(65280))));
    }

    private static Arguments bad(String message, ThrowingCallable call) {
        return Arguments.of(message, call);
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void aFieldOutOfItsRangeIsRefused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    @SuppressWarnings("NullAway") // what callers that are not checked may do
    void aNameIsNeverNull() {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> new Alias(null),
                () -> new Cname(null),
                () -> new Dname(null),
                () -> new Rp(null, WWW),
                () -> new Rp(WWW, null),
                () -> new Naptr(1, 1, "", "", "", null),
                () -> new Ns(null),
                () -> new Ptr(null),
                () -> new Mx(1, null),
                () -> new Srv(1, 1, 1, null),
                () -> new Soa(null, WWW, 1, 1, 1, 1, 1),
                () -> new Soa(WWW, null, 1, 1, 1, 1, 1))) {
            assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessageEndingWith(" is null");
        }
    }

    @Test
    void caseDoesNotMatterWhereTheProtocolIgnoresIt() {
        assertThat(new Ds(1, 2, 3, "ABCD")).isEqualTo(new Ds(1, 2, 3, "abcd"));
        assertThat(new Sshfp(1, 2, "ABCD")).isEqualTo(new Sshfp(1, 2, "abcd"));
        assertThat(new Tlsa(1, 2, 3, "ABCD")).isEqualTo(new Tlsa(1, 2, 3, "abcd"));
        assertThat(new Caa(0, "ISSUE", "A")).isEqualTo(new Caa(0, "issue", "A")).isNotEqualTo(new Caa(0, "issue", "a"));
        assertThat(new Mx(1, Name.of("A."))).isEqualTo(new Mx(1, Name.of("a.")));
        assertThat(new Txt(List.of("A"))).isNotEqualTo(new Txt(List.of("a")));
    }

    @Test
    void presentationKeepsTheSpellingAndCanonicalDoesNot() {
        Mx mx = new Mx(1, Name.of("Mail.Example."));
        assertThat(mx.presentation()).isEqualTo("1 Mail.Example.");
        assertThat(mx.canonical()).isEqualTo("1 mail.example.");
        assertThat(mx.type()).isEqualTo(RdataTypes.MX);
    }

    @Test
    void hexIsShownInTheCaseThatIsUsualForItsType() {
        assertThat(new Ds(1, 2, 3, "aB").presentation()).isEqualTo("1 2 3 AB");
        assertThat(new Sshfp(1, 2, "aB").presentation()).isEqualTo("1 2 AB");
        assertThat(new Tlsa(1, 2, 3, "aB").presentation()).isEqualTo("1 2 3 ab");
    }

    @Test
    void portsStandInOrderEachOnce() throws PresentationException {
        Wks wks = new Wks(0xc0000201, 6, List.of(80, 25, 80));
        assertThat(wks.presentation()).isEqualTo("192.0.2.1 6 25 80");
        assertThat(Presentation.rdata(RdataTypes.WKS, "192.0.2.1 TCP 80 25", Name.ROOT))
                .isEqualTo(wks);
        assertThat(new Wks(0xc0000201, 17, List.of()).presentation()).isEqualTo("192.0.2.1 17");
    }

    @Test
    void base64HasOneSpelling() {
        assertThat(new Openpgpkey("AQ").key()).isEqualTo("AQ==");
        assertThatThrownBy(() -> new Openpgpkey("AR==")).hasMessage("key is no base64");
        assertThat(new Key(0xc000, 3, 0, "").presentation()).isEqualTo("49152 3 0");
    }

    @Test
    void onlyTheFlag128IsCritical() {
        assertThat(new Caa(128, "issue", "").isCritical()).isTrue();
        assertThat(new Caa(127, "issue", "").isCritical()).isFalse();
    }
}
