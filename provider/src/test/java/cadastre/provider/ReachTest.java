package cadastre.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {
    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.170.2",
                "168.63.129.16",
                "100.100.100.200",
                "fd00:ec2::254",
                "::ffff:169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::1"
            })
    void nobodyAsksWhereACloudTellsSecrets(String literal) throws UnknownHostException {
        assertThat(Reach.NOT_METADATA.includes(address(literal))).isFalse();
        assertThat(Reach.PUBLIC.includes(address(literal))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.1.1",
                "100.64.0.1",
                "192.0.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1"
            })
    void aServerAsksNoAddressThatIsNotPublicButACommandLineDoes(String literal) throws UnknownHostException {
        assertThat(Reach.PUBLIC.includes(address(literal))).isFalse();
        assertThat(Reach.NOT_METADATA.includes(address(literal))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.63.0.1", "198.20.0.1", "2001:4860:4860::8888", "2002:808:808::1"})
    void thePublicInternetIsAsked(String literal) throws UnknownHostException {
        assertThat(Reach.PUBLIC.includes(address(literal))).isTrue();
        assertThat(Reach.NOT_METADATA.includes(address(literal))).isTrue();
    }
}
