package cadastre.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cadastre.dns.Name;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class NameServerTest {
    private static final Name NAME = Name.of("ns.example.");

    @Test
    void itIsShownWithItsPlace() {
        assertThat(NameServer.at(NAME, InetAddress.ofLiteral("192.0.2.53"))).hasToString("ns.example (192.0.2.53:53)");
        assertThat(NameServer.at(NAME, InetAddress.ofLiteral("2001:db8::53")).place())
                .isEqualTo("[2001:db8:0:0:0:0:0:53]:53");
    }

    @Test
    void aNameIsNoPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NameServer(NAME, InetSocketAddress.createUnresolved("ns.example", 53)));
    }
}
