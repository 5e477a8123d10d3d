package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReverseNamesTest {
    @ParameterizedTest
    @CsvSource({
        "198.51.100.2, 51.198.in-addr.arpa, 2.100",
        "192.0.2.1, 2.0.192.in-addr.arpa, 1",
        "192.0.2.1, 1.2.0.192.in-addr.arpa, @",
        "1.100, 51.198.in-addr.arpa, 1.100",
        "10.1.2.3, 10.in-addr.arpa, 3.2.1",
        "192.0.2.129, 128/26.2.0.192.in-addr.arpa, 129",
        "192.0.2.191, 128-26.2.0.192.in-addr.arpa, 191",
        "172.20.18.27, 16-20.20.172.in-addr.arpa, 27.18",
        "10.130.1.2, 128-9.10.in-addr.arpa, 2.1.130",
        "192.0.2.1, in-addr.arpa, 192.0.2.1",
        "2001:db8::1, 2.0.192.in-addr.arpa, 2001:db8::1",
        "192.0.2.1, 8.b.d.0.1.0.0.2.ip6.arpa, 192.0.2.1",
        "2001:db8::1, 8.b.d.0.1.0.0.2.ip6.arpa, 1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0",
        "192.0.2.1, example.com, 192.0.2.1",
        "word, 2.0.192.in-addr.arpa, word",
    })
    void anAddressStandsForItsReversedForm(String label, String zone, String expected) throws ReverseNames.Outside {
        assertThat(ReverseNames.label(label, zone)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.101.1, 100.51.198.in-addr.arpa, IPv4",
        "192.0.2.1, 128/26.2.0.192.in-addr.arpa, IPv4",
        "192.0.3.129, 128-26.2.0.192.in-addr.arpa, IPv4",
        "192.0.2.129, 128/24.2.0.192.in-addr.arpa, IPv4",
        "2001:db9::1, 8.b.d.0.1.0.0.2.ip6.arpa, IPv6",
    })
    void anAddressOfAnotherZoneIsRefused(String label, String zone, String family) {
        assertThatThrownBy(() -> ReverseNames.label(label, zone))
                .isInstanceOf(ReverseNames.Outside.class)
                .hasMessage("PTR record " + label + " in wrong " + family + " domain (" + zone + ")");
    }
}
