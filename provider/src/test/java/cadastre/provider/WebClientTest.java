package cadastre.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebClientTest {
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String origin;
    private WebClient client;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        origin = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/", this::answer);
        server.start();
        client = new WebClient(Map.of(), Reach.NOT_METADATA, Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(exchange.getRequestMethod() + " " + path + " " + body);
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        int status = switch (path) {
            case "/found", "/round" -> 302;
            case "/kept", "/away" -> 307;
            case "/missing" -> 404;
            default -> 200;
        };
        String location = switch (path) {
            case "/round" -> "/round";
            case "/away" -> "http://169.254.169.254/latest";
            default -> "page";
        };
        if (status / 100 == 3) {
            exchange.getResponseHeaders().set("Location", location);
        }
        exchange.getResponseHeaders()
                .set("X-Kind", String.valueOf(exchange.getRequestHeaders().getFirst("X-Asked")));
        byte[] octets = "é".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    @Test
    void anAnswerHasItsStatusHeadersAndBody() throws IOException {
        WebClient.Page page = client.send("POST", origin + "/missing", Map.of("X-Asked", "a"), "ü");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.headers()).containsEntry("x-kind", "a");
        assertThat(page.body()).isEqualTo("é");
        assertThat(received).containsExactly("POST /missing ü");
    }

    @Test
    void redirectsAreFollowedAsBrowsersDo() throws IOException {
        client.send("POST", origin + "/found", Map.of(), "a");
        client.send("POST", origin + "/kept", Map.of(), "a");

        assertThat(received).containsExactly("POST /found a", "GET /page ", "POST /kept a", "POST /page a");
    }

    @Test
    void anotherHostIsNotToldTheSecretsOfTheFirst() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", origin + "/page");
            received.add("first " + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        other.start();
        try {
            WebClient.Page page = client.send(
                    "GET",
                    "http://127.0.0.1:" + other.getAddress().getPort(),
                    Map.of("authorization", "secret", "X-Asked", "kept"),
                    "");
            assertThat(page.headers()).containsEntry("x-kind", "kept");
        } finally {
            other.stop(0);
        }
        assertThat(received).containsExactly("first secret", "GET /page ");
        assertThat(authorizations).containsExactly("null");
    }

    @Test
    void aCircleOfRedirectsEnds() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> client.send("GET", origin + "/round", Map.of(), ""))
                .withMessage("stopped after 10 redirects");
        assertThat(received).hasSize(11);
    }

    @Test
    void aRedirectToWhereACloudTellsSecretsIsNotFollowed() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> client.send("GET", origin + "/away", Map.of(), ""))
                .withMessage("169.254.169.254 is 169.254.169.254, which is not asked: machines in a cloud ask it about"
                        + " themselves");
    }

    @Test
    void aServerDoesNotAskItself() throws Exception {
        try (WebClient strict = new WebClient(Map.of(), Reach.PUBLIC, Duration.ofSeconds(20))) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> strict.send("GET", origin + "/page", Map.of(), ""))
                    .withMessageContaining("not on the public Internet");
        }
        assertThat(received).isEmpty();
    }

    @Test
    void failuresSayWhyAndNotWhatWasAsked() {
        for (String wrong : List.of(
                "ftp://h/secret",
                "http:///secret",
                "::secret",
                "http://127.0.0.1:1/secret",
                "http://no-such-host.invalid/secret")) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> client.send("GET", wrong, Map.of(), ""))
                    .satisfies(e -> assertThat(e.getMessage()).isNotBlank().doesNotContain("secret"));
        }
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> client.send("GET", origin, Map.of("Host", "other"), ""))
                .withMessageContaining("such a request cannot be sent");
    }
}
