package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReverseTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 1.2.0.192.in-addr.arpa, 1.2.0.192.in-addr.arpa",
        "192.0.2.0/24, 2.0.192.in-addr.arpa, 2.0.192.in-addr.arpa",
        "192.0.0.0/16, 0.192.in-addr.arpa, 0.192.in-addr.arpa",
        "10.0.0.0/8, 10.in-addr.arpa, 10.in-addr.arpa",
        "10.128.0.0/9, 128-9.10.in-addr.arpa, 128-9.10.in-addr.arpa",
        "10.1.128.0/17, 128-17.1.10.in-addr.arpa, 128-17.1.10.in-addr.arpa",
        "192.0.2.128/25, 128/25.2.0.192.in-addr.arpa, 128-25.2.0.192.in-addr.arpa",
        "192.0.2.254/31, 254/31.2.0.192.in-addr.arpa, 254-31.2.0.192.in-addr.arpa",
        "2001:db8::/32, 8.b.d.0.1.0.0.2.ip6.arpa, 8.b.d.0.1.0.0.2.ip6.arpa",
        "2001:db8:8000::/33, 8.8.b.d.0.1.0.0.2.ip6.arpa, 8.8.b.d.0.1.0.0.2.ip6.arpa",
        "2001:db8:f000::/36, f.8.b.d.0.1.0.0.2.ip6.arpa, f.8.b.d.0.1.0.0.2.ip6.arpa",
    })
    void aBlockHasANameInEitherMode(String block, String rfc2317, String rfc4183) throws Reverse.Wrong {
        Reverse one = new Reverse();
        one.choose("2317");
        assertThat(one.name(block)).isEqualTo(rfc2317);
        Reverse other = new Reverse();
        other.choose("4183");
        assertThat(other.name(block)).isEqualTo(rfc4183);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "10.0.0.1/8|CIDR 10.0.0.1/8 has 1 bits beyond the mask",
                "10.0.0.0/7|mask fewer than 8 bits is unreasonable: 10.0.0.0/7",
                "::/0|mask fewer than 8 bits is unreasonable: ::/0",
                "10.0.0.0/33|`not a CIDR block: netip.ParsePrefix(\"10.0.0.0/33\"): prefix length out of range`",
                "10.0.0.0/x|`not a CIDR block: netip.ParsePrefix(\"10.0.0.0/x\"): bad bits after slash: \"x\"`",
                "10.0.0.0/|`not a CIDR block: netip.ParsePrefix(\"10.0.0.0/\"): bad bits after slash: \"\"`",
                "10.0.0|`not an IP address: ParseAddr(\"10.0.0\"): IPv4 address too short`",
                "2001:db8::1/127|CIDR 2001:db8::1/127 has 1 bits beyond the mask",
            })
    void whatIsNoBlockIsRefused(String block, String message) {
        assertThatThrownBy(() -> new Reverse().name(block)).hasMessage(message);
    }
}
