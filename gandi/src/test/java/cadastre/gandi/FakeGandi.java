package cadastre.gandi;

import cadastre.provider.Observer;
import cadastre.provider.Patience;
import cadastre.provider.PoliteClient;
import cadastre.provider.ProviderException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A server that answers what a test says, whether Gandi would or not, and a client of it.
final class FakeGandi implements AutoCloseable {
    static final String TOKEN = "canary-4f1d0c9b8a7e6d5c4b3a291807f6e5d4";

    private final HttpServer server;
    private final FakeTime time = new FakeTime();
    private final PoliteClient client;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    /// An answer.
    record Reply(int status, String type, String body, Map<String, String> headers) {
        static Reply json(int status, String body) {
            return new Reply(status, "application/json", body, Map.of());
        }

        static Reply html(int status) {
            return new Reply(status, "text/html; charset=utf-8", "<pre>Cannot GET /v5/x</pre>", Map.of());
        }

        Reply with(String name, Object value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(name, value.toString());
            return new Reply(status, type, body, more);
        }
    }

    /// @param answers by method and target, such as `GET /v5/livedns/domains?page=1&per_page=500`
    FakeGandi(Function<String, Reply> answers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
        Patience patience = new Patience(
                Duration.ofMinutes(10), 3, Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(30));
        client = new PoliteClient(new PoliteClient.Options(
                Map.of(), "Cadastre/test", time, time, new Random(1), patience, Observer.none()));
    }

    private void answer(HttpExchange exchange, Function<String, Reply> answers) {
        try (exchange) {
            String target = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked.add(target);
            Reply reply = answers.apply(target);
            reply.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            if (!reply.type().isEmpty()) {
                exchange.getResponseHeaders().add("Content-Type", reply.type());
            }
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Gandi gandi(String... keysAndValues) throws ProviderException {
        Map<String, String> entry = new HashMap<>(Map.of("token", TOKEN, "apiurl", address()));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            entry.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return Gandi.open("gandi", entry, client, OptionalInt.empty());
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> asked() {
        return asked;
    }

    List<String> bodies() {
        return bodies;
    }

    FakeTime time() {
        return time;
    }

    @Override
    public void close() {
        client.close();
        server.stop(0);
    }
}
