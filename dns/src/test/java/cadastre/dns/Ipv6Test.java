package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ipv6Test {
    @ParameterizedTest
    @CsvSource({
        "::, ::",
        "0:0:0:0:0:0:0:0, ::",
        "::1, ::1",
        "1::, 1::",
        "2001:DB8:0000:0000:0001::1, 2001:db8::1:0:0:1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "::ffff:192.0.2.1, ::ffff:192.0.2.1",
        "::FFFF:c000:201, ::ffff:192.0.2.1",
        "64:ff9b::192.0.2.1, 64:ff9b::c000:201",
        "1:2:3:4:5:6:192.0.2.1, 1:2:3:4:5:6:c000:201",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    })
    void everyFormIsReadAndTheOneOfRfc5952Written(String text, String written) {
        assertThat(Ipv6.parse(text).orElseThrow().toString()).isEqualTo(written);
        assertThat(Ipv6.parse(written)).isEqualTo(Ipv6.parse(text));
    }

    @Test
    void whatIsNoAddressIsNotRead() {
        for (String text : List.of(
                "",
                ":",
                ":::",
                "1",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1::",
                "1:::2",
                ":1::2",
                "1::2:",
                "12345::",
                "g::",
                "1:2:3:4:5:6:7:192.0.2.1",
                "192.0.2.1::",
                "::192.0.2.1:1",
                "::192.0.2",
                "::192.0.2.01",
                "fe80::1%eth0",
                "１::",
                "::-1",
                "2001:db8::/32")) {
            assertThat(Ipv6.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void aDottedQuadHasNoLeadingZeros() {
        assertThat(Ipv6.ipv4("255.0.10.1")).hasValue(0xff000a01);
        assertThat(Ipv6.quad(0xff000a01)).isEqualTo("255.0.10.1");
        for (String text : List.of(
                "",
                "1.2.3",
                "1.2.3.4.5",
                "01.2.3.4",
                "1.2.3.00",
                "256.1.1.1",
                "1.2.3.-4",
                "1.2.3.",
                "1.2.3.4 ",
                "１.2.3.4",
                "1.2.3.1000",
                "0x1.2.3.4")) {
            assertThat(Ipv6.ipv4(text)).as(text).isEmpty();
        }
    }
}
