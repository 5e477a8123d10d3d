package cadastre.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What lies between the server and the emulated Gandi: it passes everything on, and does harm where a test says so, to
/// one token only.
final class Wire implements AutoCloseable {
    private static final Set<String> PASSED = Set.of("authorization", "content-type", "accept", "user-agent");
    private static final Set<String> NOT_PASSED_BACK =
            Set.of("content-length", "connection", "transfer-encoding", "date");

    /// What happens to the requests of a token.
    sealed interface Harm {
        /// Each waits.
        record Slow(Duration pause) implements Harm {}

        /// The connection ends without an answer.
        record Cut() implements Harm {}

        /// Gandi answers only this.
        record Answers(int status, String type, String body) implements Harm {}
    }

    private final String beyond;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Harm> harms = new ConcurrentHashMap<>();

    Wire(String beyond) throws IOException {
        this.beyond = beyond;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void harm(String token, Harm harm) {
        harms.put("Bearer " + token, harm);
    }

    void heal(String token) {
        harms.remove("Bearer " + token);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            Harm harm = harms.get(authorization);
            if (harm instanceof Harm.Cut) {
                return; // closing without an answer ends the connection
            }
            if (harm instanceof Harm.Answers(int status, String type, String body)) {
                byte[] octets = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", type);
                exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
                exchange.getResponseBody().write(octets);
                return;
            }
            if (harm instanceof Harm.Slow(Duration pause)) {
                Thread.sleep(pause);
            }
            forward(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forward(HttpExchange exchange) throws IOException, InterruptedException {
        byte[] sent;
        try (InputStream body = exchange.getRequestBody()) {
            sent = body.readAllBytes();
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(beyond + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        sent.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(sent))
                .header("X-Forwarded-Proto", "http")
                .header("X-Forwarded-Host", address().substring("http://".length()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (PASSED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        for (Map.Entry<String, List<String>> header : answer.headers().map().entrySet()) {
            if (!NOT_PASSED_BACK.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                header.getValue().forEach(value -> exchange.getResponseHeaders().add(header.getKey(), value));
            }
        }
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.close();
    }
}
