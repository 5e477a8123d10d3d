package cadastre.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class SourceTest {
    private static Source of(String address) throws UnknownHostException {
        return Source.of(InetAddress.getByName(address));
    }

    @Test
    void anIpv4AddressIsANetworkOfItsOwn() throws UnknownHostException {
        assertThat(of("192.0.2.1")).isEqualTo(new Source.Address("c0000201")).isNotEqualTo(of("192.0.2.2"));
        assertThat(of("::ffff:192.0.2.1")).isEqualTo(of("192.0.2.1"));
    }

    @Test
    void whoeverHasSixtyFourBitsHasAllAddressesInThem() throws UnknownHostException {
        assertThat(of("2001:db8:0:1::1"))
                .isEqualTo(of("2001:db8:0:1:ffff::2"))
                .isEqualTo(new Source.Address("20010db800000001"))
                .isNotEqualTo(of("2001:db8:0:2::1"));
    }
}
