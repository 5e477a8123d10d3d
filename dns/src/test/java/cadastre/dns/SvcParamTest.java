package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvcParamTest {
    private static Rdata read(String text) throws PresentationException {
        return Presentation.rdata(RdataTypes.SVCB, text, Name.of("example.com."));
    }

    /// Among them the examples of RFC 9460 appendix D.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    0 foo                                    | 0 foo.example.com.
                    1 . alpn="h2,h3"                         | 1 . alpn="h2,h3"
                    16 . port=53 alpn=h2                     | 16 . alpn="h2" port="53"
                    1 . key667=hello                         | 1 . key667="hello"
                    1 . key667="hello\\210qoo"               | 1 . key667="hello\\210qoo"
                    1 . key667                               | 1 . key667
                    1 . ipv6hint="2001:db8::1,2001:db8::53:1" | 1 . ipv6hint="2001:db8::1,2001:db8::53:1"
                    16 . alpn=h2,h3-19 mandatory=ipv4hint,alpn ipv4hint=192.0.2.1 | 16 . mandatory="alpn,ipv4hint" alpn="h2,h3-19" ipv4hint="192.0.2.1"
                    16 . alpn="f\\\\\\\\oo\\\\,bar,h2"           | 16 . alpn="f\\\\\\\\oo\\\\,bar,h2"
                    16 . alpn="f\\\\\\\\oo\\\\,bar,h2"           | 16 . alpn="f\\\\\\\\oo\\\\,bar,h2"
                    1 . no-default-alpn alpn=h3              | 1 . alpn="h3" no-default-alpn
                    1 . ech=AEX+DQ==                         | 1 . ech="AEX+DQ=="
                    1 . dohpath=/dns-query{?dns} ohttp       | 1 . dohpath="/dns-query{?dns}" ohttp
                    1 . key3=443                             | 1 . port="443"
                    """)
    void parametersAreReadAndWrittenInOneWay(String text, String written) throws PresentationException {
        assertThat(read(text).presentation()).isEqualTo(written);
        assertThat(read(written)).isEqualTo(read(text));
    }

    @Test
    void aValueIsWhatItsKeySays() {
        assertThat(new SvcParam(SvcParam.PORT, "\u0001\u00bb").presentation()).isEqualTo("port=\"443\"");
        assertThat(new SvcParam(65280, "").name()).isEqualTo("key65280");
        assertThatThrownBy(() -> new SvcParam(SvcParam.PORT, "1")).hasMessage("the value of port is malformed: \"1\"");
        for (int key = SvcParam.MANDATORY; key <= SvcParam.OHTTP; key++) {
            int one = key;
            if (key != SvcParam.DOHPATH) {
                assertThatThrownBy(() ->
                                new SvcParam(one, one == SvcParam.NO_DEFAULT_ALPN || one == SvcParam.OHTTP ? "x" : ""))
                        .as("key %d", key)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
        assertThatThrownBy(() -> new SvcParam(65535, "")).hasMessage("a key is 0 to 65534, not 65535");
        assertThatThrownBy(() -> new SvcParam(-1, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parametersStandByKeyEachOnceAndMandatoryOnesAreThere() {
        SvcParam port = new SvcParam(SvcParam.PORT, "\u0001\u00bb");
        SvcParam alpn = new SvcParam(SvcParam.ALPN, "\u0002h2");
        SvcParam mandatory = new SvcParam(SvcParam.MANDATORY, "\u0000\u0003");
        assertThat(new Svcb(1, Name.ROOT, List.of(port, alpn))).isEqualTo(new Svcb(1, Name.ROOT, List.of(alpn, port)));
        assertThatThrownBy(() -> new Https(1, Name.ROOT, List.of(port, port)))
                .hasMessage("port stands twice; write it once");
        assertThatThrownBy(() -> new Https(1, Name.ROOT, List.of(mandatory, alpn)))
                .hasMessage("mandatory names port, but there is no such parameter; add it");
        assertThat(new Https(1, Name.ROOT, List.of(mandatory, port)).presentation())
                .isEqualTo("1 . mandatory=\"port\" port=\"443\"");
        assertThatThrownBy(() -> new Https(65536, Name.ROOT, List.of()))
                .hasMessage("priority is 0 to 65535, not 65536");
    }
}
