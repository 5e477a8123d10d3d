package cadastre.selfhosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cadastre.provider.Observer;
import cadastre.provider.PoliteClient;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerDnsTest {
    private final PoliteClient client =
            new PoliteClient(PoliteClient.Options.of(Map.of(), "Cadastre/test", Observer.none()));

    @AfterEach
    void close() {
        client.close();
    }

    private PowerDns open(Map<String, String> changed) throws ProviderException {
        Map<String, String> entry =
                new HashMap<>(Map.of("apiKey", "k", "apiUrl", "http://127.0.0.1:8081/", "serverName", "localhost"));
        entry.putAll(changed);
        return PowerDns.open("pdns", entry, Optional.empty(), client);
    }

    @Test
    void theAddressOfTheZonesIsMadeOfTheEntry() throws ProviderException {
        assertThat(open(Map.of()).address()).isEqualTo("http://127.0.0.1:8081/api/v1/servers/localhost/zones");
    }

    @ParameterizedTest
    @CsvSource({
        "apiKey, PowerDNS API Key is required",
        "apiUrl, PowerDNS API URL is required",
        "serverName, PowerDNS server name is required",
    })
    void nothingIsAskedWithoutKeyAddressAndServer(String key, String message) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> open(Map.of(key, "")))
                .withMessage(message)
                .matches(e -> e.reason().equals(new Reason.Misconfigured(key)));
    }

    @ParameterizedTest
    @CsvSource({"ftp://localhost", "localhost:8081", "http://user@localhost", "http://a b"})
    void anAddressThatIsNoneIsRefused(String url) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> open(Map.of("apiUrl", url)))
                .matches(e -> e.reason().equals(new Reason.Misconfigured("apiUrl")));
    }

    @Test
    void theKeyDoesNotCrossANetworkInTheOpen() {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> open(Map.of("apiUrl", "http://pdns.example:8081")))
                .matches(e -> e.reason() instanceof Reason.Misconfigured);
    }
}
