package cadastre.selfhosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cadastre.lookup.AddressBook;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostAndPortTest {
    @ParameterizedTest
    @CsvSource({
        "ns1.example.com, ns1.example.com, 53",
        "ns1.example.com:5353, ns1.example.com, 5353",
        "192.0.2.53, 192.0.2.53, 53",
        "[2001:db8::53]:5353, 2001:db8::53, 5353",
        "[2001:db8::53], 2001:db8::53, 53",
        "2001:db8::53, 2001:db8::53, 53",
    })
    void aServerIsAHostAndPerhapsAPort(String text, String host, int port) throws ProviderException {
        assertThat(HostAndPort.parse("master", text)).isEqualTo(new HostAndPort(host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..b", ":53", "192.0.2.53:0", "192.0.2.53:65536", "ns1:dns", "[]:53"})
    void anythingElseIsNone(String text) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> HostAndPort.parse("master", text))
                .withMessage("AXFRDDNS: master is a name server, not \"" + text + "\"")
                .matches(e -> e.reason().equals(new Reason.Misconfigured("master")));
    }

    @Test
    void aNameIsLookedUpAndAnAddressIsNot() throws ProviderException {
        AddressBook book = _ -> new AddressBook.Addresses.Found(List.of(InetAddress.ofLiteral("192.0.2.1")));
        AddressBook empty = _ -> new AddressBook.Addresses.None();

        assertThat(new HostAndPort("ns1.example.com", 5353).find(book).place()).isEqualTo("192.0.2.1:5353");
        assertThat(new HostAndPort("192.0.2.53", 53).find(empty).place()).isEqualTo("192.0.2.53:53");
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> new HostAndPort("ns1.example.com", 53).find(empty))
                .withMessage("dial tcp: lookup ns1.example.com: no such host");
    }
}
