package cadastre.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cadastre.provider.RawServer.Reply;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private static final URI GANDI = URI.create("https://api.gandi.net/v5/x");

    private static Optional<String> via(Map<String, String> environment, URI uri) throws ProviderException {
        return new Proxies(new Environment(environment)).via(uri).map(one -> one.host() + ":" + one.port());
    }

    @Test
    void theSchemeOfTheAddressDecides() throws Exception {
        Map<String, String> both = Map.of("HTTPS_PROXY", "http://s.example:1", "HTTP_PROXY", "http://p.example:2");
        assertThat(via(both, GANDI)).hasValue("s.example:1");
        assertThat(via(both, URI.create("http://api.example/x"))).hasValue("p.example:2");
        assertThat(via(Map.of("HTTP_PROXY", "http://p.example:2"), GANDI)).isEmpty();
        assertThat(via(Map.of(), GANDI)).isEmpty();
    }

    @Test
    void upperCaseComesBeforeLowerCaseAndEmptyIsUnset() throws Exception {
        assertThat(via(Map.of("HTTPS_PROXY", "u.example", "https_proxy", "l.example"), GANDI))
                .hasValue("u.example:80");
        assertThat(via(Map.of("HTTPS_PROXY", "", "https_proxy", "l.example"), GANDI))
                .hasValue("l.example:80");
        assertThat(via(Map.of("https_proxy", "l.example", "no_proxy", "gandi.net"), GANDI))
                .isEmpty();
        assertThat(via(Map.of("https_proxy", "l.example", "NO_PROXY", "x", "no_proxy", "gandi.net"), GANDI))
                .hasValue("l.example:80");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/",
                "http://127.3.2.1/",
                "http://localhost:8080/",
                "http://LOCALHOST/",
                "http://[::1]:80/",
                "https://localhost/"
            })
    void thisMachineIsNeverReachedThroughAProxy(String uri) throws Exception {
        Map<String, String> both = Map.of("HTTPS_PROXY", "http://s.example:1", "HTTP_PROXY", "http://p.example:2");
        assertThat(via(both, URI.create(uri))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "proxy.example, proxy.example:80",
        "proxy.example:3128, proxy.example:3128",
        "http://proxy.example, proxy.example:80",
        "HTTP://proxy.example:8, proxy.example:8",
        "http://[2001:db8::1]:3128, 2001:db8::1:3128",
        "192.0.2.1:3128, 192.0.2.1:3128",
        "user:pass@proxy.example:3128, proxy.example:3128"
    })
    void aProxyIsWrittenWithOrWithoutItsScheme(String text, String expected) throws Exception {
        assertThat(via(Map.of("HTTPS_PROXY", text), GANDI)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://u:canary@proxy.example",
                "socks5://u:canary@proxy.example",
                "http://u:can ary@proxy.example",
                "://canary",
                "http:///canary"
            })
    void whatIsNoUsableProxyIsRefusedWithoutBeingRepeated(String text) {
        ProviderException e =
                catchThrowableOfType(ProviderException.class, () -> via(Map.of("HTTPS_PROXY", text), GANDI));
        assertThat(e.reason()).isEqualTo(new Reason.Misconfigured("HTTPS_PROXY"));
        assertThat(e.getMessage())
                .startsWith("invalid proxy address in HTTPS_PROXY: ")
                .doesNotContain("ary");
        assertThat(e.getCause()).isNull();
        assertThat(e.advice()).isPresent();
    }

    @Test
    void aCgiProgramDoesNotTakeItsProxyFromAHeader() {
        Map<String, String> cgi = Map.of("HTTP_PROXY", "http://p.example", "REQUEST_METHOD", "GET");
        ProviderException e =
                catchThrowableOfType(ProviderException.class, () -> via(cgi, URI.create("http://api.example/")));
        assertThat(e).hasMessageContaining("REQUEST_METHOD");
    }

    private static ProviderException failureThrough(RawServer proxy, String login, String uri) throws Exception {
        String address = "http://" + login + "127.0.0.1:" + proxy.port();
        Map<String, String> environment =
                Map.of("HTTPS_PROXY", address, "HTTP_PROXY", address, "CADASTRE_ALLOW_HTTP", "1");
        FakeTime time = new FakeTime();
        try (PoliteClient client = new PoliteClient(new PoliteClient.Options(
                environment, "Cadastre/test", time, time, new Random(1), Patience.usual(), Observer.none()))) {
            Authorization token = new Authorization("Bearer", Secret.of("canary"));
            Request request = Request.get(URI.create(uri), token);
            return catchThrowableOfType(
                    ProviderException.class,
                    () -> client.send(request, client.ledger(request.uri(), OptionalInt.empty())));
        }
    }

    @Test
    void theProxyGetsItsOwnCredentialAndNeverOurs() throws Exception {
        try (RawServer proxy = RawServer.answering(Reply.of(407, "", "", "Proxy-Authenticate: Basic realm=\"x\""))) {
            ProviderException e = failureThrough(proxy, "us%40er:p%3Ass+w@", "https://api.example/v5/x");
            assertThat(e).hasMessageContaining("proxyconnect tcp: status 407");
            assertThat(e.advice())
                    .hasValueSatisfying(advice -> assertThat(advice).contains("USER:PASSWORD"));
            assertThat(e.reason()).isInstanceOf(Reason.Unreachable.class);
            RawServer.Asked asked = proxy.asked().getFirst();
            assertThat(asked.line()).isEqualTo("CONNECT api.example:443 HTTP/1.1");
            // us@er:p:ss+w
            assertThat(asked.header("Proxy-Authorization")).hasValue("Basic dXNAZXI6cDpzcyt3");
            assertThat(asked.header("Authorization")).isEmpty();
        }
    }

    @Test
    void aProxyThatOpensNoTunnelIsNotTakenForTheProvider() throws Exception {
        try (RawServer proxy = RawServer.answering(Reply.of(403, "application/json", "{\"code\": 403}"))) {
            ProviderException e = failureThrough(proxy, "", "https://api.example/v5/x");
            assertThat(e).hasMessageContaining("proxyconnect tcp: status 403");
            assertThat(e.reason()).isInstanceOf(Reason.Unreachable.class);
            assertThat(proxy.asked()).hasSize(1);
        }
        try (RawServer proxy = RawServer.answering(Reply.of(502, "text/html", "<h1>"))) {
            assertThat(failureThrough(proxy, "", "https://api.example/v5/x")).hasMessageContaining("status 502");
            assertThat(proxy.asked()).as("it may get through later").hasSize(4);
        }
    }

    @Test
    void aPlainRequestGoesThroughTheProxyWhole() throws Exception {
        try (RawServer proxy = RawServer.answering(Reply.of(407, "", ""))) {
            failureThrough(proxy, "", "http://api.example/v5/x");
            assertThat(proxy.asked().getFirst().line()).isEqualTo("GET http://api.example/v5/x HTTP/1.1");
            assertThat(proxy.asked().getFirst().header("Proxy-Authorization")).isEmpty();
        }
    }
}
