package cadastre.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cadastre.budget.Ledger;
import cadastre.provider.RawServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoliteClientTest {
    private static final Authorization TOKEN = new Authorization("Bearer", Secret.of("canary-0123456789"));
    private static final Patience PATIENCE = new Patience(
            Duration.ofMinutes(10), 3, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10));

    private final FakeTime time = new FakeTime();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> toClose = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : toClose.reversed()) {
            one.close();
        }
    }

    private RawServer server(Reply... replies) throws IOException {
        RawServer server = RawServer.answering(replies);
        toClose.add(server);
        return server;
    }

    private PoliteClient client(Map<String, String> environment, Patience patience) {
        Observer observer = new Observer() {
            @Override
            public void ended(Request request, OptionalInt status) {
                seen.add(request.method() + " " + request.uri().getPath() + " " + status.orElse(0));
            }

            @Override
            public void waiting(Wait why, Duration duration) {
                seen.add(why.toString());
            }

            @Override
            public void warning(String text) {
                seen.add(text);
            }
        };
        PoliteClient client = new PoliteClient(
                new PoliteClient.Options(environment, "Cadastre/test", time, time, new Random(1), patience, observer));
        toClose.add(client);
        return client;
    }

    private Answer send(Request request) throws ProviderException {
        return send(request, OptionalInt.empty());
    }

    private Answer send(Request request, OptionalInt perMinute) throws ProviderException {
        PoliteClient client = client(Map.of(), PATIENCE);
        return client.send(request, client.ledger(request.uri(), perMinute));
    }

    private ProviderException failure(Request request) {
        return catchThrowableOfType(ProviderException.class, () -> send(request));
    }

    private static Request get(RawServer server) {
        return Request.get(server.uri("/v5/x"), TOKEN);
    }

    private static Request put(RawServer server) {
        return Request.put(server.uri("/v5/x"), TOKEN, "{}");
    }

    @Test
    void aSecretMayStandAloneInAHeaderOfItsOwn() throws Exception {
        RawServer server = server(Reply.json(200, "[]"));
        Authorization key = Authorization.alone("X-API-Key", Secret.of("canary-0123456789"));

        send(Request.get(server.uri("/api/v1/x"), key));

        RawServer.Asked asked = server.asked().getFirst();
        assertThat(asked.header("X-API-Key")).hasValue("canary-0123456789");
        assertThat(asked.header("Authorization")).isEmpty();
        assertThat(key.toString()).doesNotContain("canary");
    }

    @Test
    void aRequestSaysWhoAsksAndWhatItTakes() throws Exception {
        RawServer server = server(Reply.json(200, "[]", "Total-Count: 17"));
        Answer answer = send(get(server));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("[]");
        assertThat(answer.number("total-count")).hasValue(17);
        assertThat(answer.mediaType()).isEqualTo("application/json");
        RawServer.Asked asked = server.asked().getFirst();
        assertThat(asked.line()).isEqualTo("GET /v5/x HTTP/1.1");
        assertThat(asked.header("Authorization")).hasValue("Bearer canary-0123456789");
        assertThat(asked.header("Accept-Encoding")).hasValue("gzip");
        assertThat(asked.header("User-Agent")).hasValue("Cadastre/test");
        assertThat(asked.header("Content-Type")).isEmpty();
        assertThat(asked.header("Upgrade")).isEmpty();
    }

    @Test
    void aChangeCarriesJson() throws Exception {
        RawServer server = server(Reply.json(201, "{}"));
        send(Request.put(server.uri("/v5/x"), TOKEN, "{\"a\":\"ü\"}"));
        RawServer.Asked asked = server.asked().getFirst();
        assertThat(asked.line()).isEqualTo("PUT /v5/x HTTP/1.1");
        assertThat(asked.header("Content-Type")).hasValue("application/json");
        assertThat(asked.body()).isEqualTo("{\"a\":\"ü\"}");
    }

    @Test
    void oneConnectionCarriesManyRequests() throws Exception {
        RawServer server = server(Reply.json(200, "[]"));
        PoliteClient client = client(Map.of(), PATIENCE);
        for (int i = 0; i < 5; i++) {
            client.send(get(server), client.ledger(server.uri("/"), OptionalInt.empty()));
        }
        assertThat(server.asked()).hasSize(5);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aCompressedAnswerIsReadAndACutOneIsNot() throws Exception {
        byte[] whole = gzip("[\"" + "x".repeat(5000) + "\"]");
        assertThat(send(get(server(Reply.of(200, "application/json", whole, "Content-Encoding: gzip"))))
                        .body())
                .hasSize(5004);
        byte[] cut = Arrays.copyOf(whole, whole.length - 12);
        ProviderException e = failure(get(server(Reply.of(200, "application/json", cut, "Content-Encoding: gzip"))));
        assertThat(e.reason()).isInstanceOf(Reason.NotUnderstood.class);
        assertThat(e).hasMessage("Fail to read the body (error 'unexpected EOF')");
        byte[] none = "[]".getBytes(StandardCharsets.UTF_8);
        assertThat(failure(get(server(Reply.of(200, "application/json", none, "Content-Encoding: gzip"))))
                        .reason())
                .isInstanceOf(Reason.NotUnderstood.class);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n[{\"fqdn\":",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n32\r\n[{\"fqdn\":",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n"
            })
    void aBodyThatEndsBeforeItsEndIsNoAnswer(String cut) throws Exception {
        RawServer server = server(Reply.raw(cut, true));
        ProviderException e = failure(get(server));
        assertThat(e).hasMessage("Fail to read the body (error 'unexpected EOF')");
        assertThat(e.reason()).isInstanceOf(Reason.NotUnderstood.class);
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void aChangeWhoseAnswerIsCutHasAnUnknownOutcome() throws Exception {
        RawServer server = server(Reply.raw("HTTP/1.1 201 Created\r\nContent-Length: 50\r\n\r\n{", true));
        assertThat(failure(put(server)).reason()).isInstanceOf(Reason.UnknownOutcome.class);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aReadIsRepeatedAFewTimesWhenTheConnectionEnds() throws Exception {
        RawServer server = server(Reply.nothing(), Reply.nothing(), Reply.json(200, "[]"));
        assertThat(send(get(server)).body()).isEqualTo("[]");
        assertThat(seen).containsExactly("GET /v5/x 0", "GET /v5/x 0", "RETRY", "GET /v5/x 200");
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void nothingIsSentWithoutLeaveWhenTheConnectionEnds() throws Exception {
        RawServer server = server(Reply.nothing());
        ProviderException e = failure(get(server));
        assertThat(e.reason()).isInstanceOf(Reason.Unreachable.class);
        assertThat(e)
                .hasMessage(
                        "Fail to do the request (error 'Get \"http://127.0.0.1:" + server.port() + "/v5/x\": EOF')");
        assertThat(server.asked())
                .as("the JDK's client sends nothing by itself")
                .hasSize(3);
        assertThat(seen.stream().filter(one -> one.startsWith("GET"))).hasSize(3);
    }

    @Test
    void aChangeWhoseAnswerIsLostIsNotRepeated() throws Exception {
        RawServer server = server(Reply.nothing());
        for (Request request : List.of(
                put(server),
                Request.delete(server.uri("/v5/x"), TOKEN),
                Request.post(server.uri("/v5/x"), TOKEN, "{}"))) {
            ProviderException e = failure(request);
            assertThat(e.reason()).isInstanceOf(Reason.UnknownOutcome.class);
            assertThat(e.advice())
                    .hasValueSatisfying(advice -> assertThat(advice).contains("read again"));
        }
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void aReadIsRepeatedWhenTheProviderFails() throws Exception {
        RawServer server = server(
                Reply.of(502, "text/html", "<h1>"), Reply.of(503, "", "", "Retry-After: 7"), Reply.json(200, "[]"));
        assertThat(send(get(server)).status()).isEqualTo(200);
        assertThat(time.sleeps()).hasSize(2);
        assertThat(time.sleeps().getFirst()).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(time.sleeps().getLast()).isEqualTo(Duration.ofSeconds(7));
        RawServer broken = server(Reply.json(500, "{}"));
        assertThat(send(get(broken)).status()).isEqualTo(500);
        assertThat(broken.asked()).hasSize(3);
    }

    @Test
    void aChangeIsNotRepeatedWhenTheProviderFails() throws Exception {
        RawServer server = server(Reply.json(502, "{}"));
        assertThat(send(put(server)).status()).isEqualTo(502);
        assertThat(server.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json|{\"code\": 429}",
                "text/html; charset=utf-8|<html>slow down</html>",
                "text/plain|Too Many Requests",
                "|"
            })
    void whateverA429SaysTheRequestIsRepeated(String shape) throws Exception {
        String[] parts = shape.split("\\|", -1);
        Reply refusal = Reply.of(429, parts[0], parts[1]);
        for (Request.Method method : List.of(Request.Method.GET, Request.Method.PUT, Request.Method.PATCH)) {
            RawServer server = server(refusal, refusal, Reply.json(200, "[]"));
            Request request = new Request(method, server.uri("/v5/x"), Optional.of(TOKEN), Optional.empty());
            assertThat(send(request).status()).isEqualTo(200);
            assertThat(server.asked()).hasSize(3);
        }
        assertThat(time.sleeps()).hasSize(6);
        assertThat(time.sleeps().get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(time.sleeps().get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(seen).contains("TOO_MANY").doesNotContain("RETRY");
    }

    @Test
    void a429SaysWhenToComeBack() throws Exception {
        RawServer server = server(
                Reply.json(429, "{}", "Retry-After: 30"),
                Reply.json(429, "{}", "Retry-After: Sat, 22 Aug 2026 12:05:00 GMT"),
                Reply.json(429, "{}", "Retry-After: soon"),
                Reply.json(200, "[]"));
        assertThat(send(get(server)).status()).isEqualTo(200);
        assertThat(time.sleeps().get(0)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
        assertThat(time.sleeps().get(0).plus(time.sleeps().get(1)))
                .isBetween(Duration.ofSeconds(300), Duration.ofSeconds(301));
        assertThat(time.sleeps().get(2)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void patienceWithRefusalsEnds() throws Exception {
        RawServer endless = server(Reply.json(429, "{}"));
        assertThat(send(get(endless)).status()).isEqualTo(429);
        assertThat(time.passed()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(11));
        RawServer tomorrow = server(Reply.json(429, "{}", "Retry-After: 86400"));
        assertThat(send(get(tomorrow)).status()).isEqualTo(429);
        assertThat(tomorrow.asked()).hasSize(1);
    }

    @Test
    void whatMakesSomethingNewIsNeverRepeated() throws Exception {
        RawServer server = server(Reply.json(429, "{}"));
        assertThat(send(Request.post(server.uri("/v5/x"), TOKEN, "{}")).status())
                .isEqualTo(429);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aRefusalLowersTheRateForAll() throws Exception {
        RawServer server =
                server(Reply.json(200, "[]"), Reply.json(200, "[]"), Reply.json(429, ""), Reply.json(200, "[]"));
        PoliteClient client = client(Map.of(), PATIENCE);
        Ledger ledger = client.ledger(server.uri("/"), OptionalInt.of(10));
        client.send(get(server), ledger);
        client.send(get(server), ledger);
        client.send(get(server), ledger);
        assertThat(ledger.perMinute(time.instant())).hasValue(5);
        assertThat(client.ledger(server.uri("/other"), OptionalInt.of(7)).perMinute(time.instant()))
                .hasValue(5);
    }

    @Test
    void theBudgetIsWaitedForAndNeverOverrun() throws Exception {
        RawServer server = server(Reply.json(200, "[]"));
        PoliteClient client = client(Map.of(), PATIENCE);
        Ledger ledger = client.ledger(server.uri("/"), OptionalInt.of(3));
        assertThat(ledger.forecast(7, time.instant())).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(121));
        for (int i = 0; i < 7; i++) {
            client.send(get(server), ledger);
        }
        assertThat(time.passed()).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(121));
        assertThat(seen.stream().filter("BUDGET"::equals)).hasSize(2);
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        RawServer elsewhere = server(Reply.json(200, "[]"));
        RawServer server = server(Reply.of(302, "text/html", "", "Location: " + elsewhere.uri("/v5/x")));
        assertThat(send(get(server)).status()).isEqualTo(302);
        assertThat(elsewhere.asked()).isEmpty();
    }

    @Test
    void anAnswerThatDoesNotComeIsGivenUp() throws Exception {
        RawServer server = server(Reply.silence());
        Patience little =
                new Patience(Duration.ZERO, 2, Duration.ofSeconds(5), Duration.ofMillis(150), Duration.ofMillis(150));
        PoliteClient client = client(Map.of(), little);
        Ledger ledger = client.ledger(server.uri("/"), OptionalInt.empty());
        ProviderException read = catchThrowableOfType(ProviderException.class, () -> client.send(get(server), ledger));
        assertThat(read.reason()).isInstanceOf(Reason.Unreachable.class);
        assertThat(read).hasMessageContaining("context deadline exceeded (Client.Timeout exceeded while");
        assertThat(server.asked()).hasSize(2);
        ProviderException change =
                catchThrowableOfType(ProviderException.class, () -> client.send(put(server), ledger));
        assertThat(change.reason()).isInstanceOf(Reason.UnknownOutcome.class);
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void aBodyThatStallsIsGivenUp() throws Exception {
        RawServer server = server(Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n[", false));
        Patience little =
                new Patience(Duration.ZERO, 1, Duration.ofSeconds(5), Duration.ofMillis(150), Duration.ofMillis(150));
        PoliteClient client = client(Map.of(), little);
        ProviderException e = catchThrowableOfType(
                ProviderException.class,
                () -> client.send(get(server), client.ledger(server.uri("/"), OptionalInt.empty())));
        assertThat(e.reason()).isInstanceOf(Reason.Unreachable.class);
    }

    @Test
    void nobodyListening() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        URI uri = URI.create("http://127.0.0.1:" + port + "/v5/x");
        for (Request request : List.of(Request.get(uri, TOKEN), Request.put(uri, TOKEN, "{}"))) {
            ProviderException e = failure(request);
            assertThat(e.reason()).isInstanceOf(Reason.Unreachable.class);
            assertThat(e).hasMessageContaining("dial tcp 127.0.0.1:" + port + ": connect: connection refused");
            assertThat(e.advice()).hasValue("Nothing listens there: is the emulator running?");
        }
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void anUnknownHostIsSaidToBeOne() {
        ProviderException e = failure(Request.get(URI.create("https://no-such-host.invalid/v5/x"), TOKEN));
        assertThat(e.reason()).isInstanceOf(Reason.Unreachable.class);
        assertThat(e).hasMessageContaining("lookup no-such-host.invalid: no such host");
    }

    @Test
    void credentialsDoNotGoOverPlainHttpToOthers() {
        ProviderException e = failure(Request.get(URI.create("http://192.0.2.1/v5/x"), TOKEN));
        assertThat(e.reason()).isEqualTo(new Reason.Misconfigured("apiurl"));
        assertThat(e).hasMessage("a credential is not sent to http://192.0.2.1 over plain http");
        assertThat(e.advice()).hasValueSatisfying(advice -> assertThat(advice).contains("CADASTRE_ALLOW_HTTP=1"));
        assertThat(seen).isEmpty();
    }

    @Test
    void plainHttpToOthersCanBeAllowedAndWarnsOnce() throws Exception {
        PoliteClient client = client(Map.of("CADASTRE_ALLOW_HTTP", "1"), PATIENCE);
        client.requireAllowed(URI.create("http://192.0.2.1/v5/x"));
        client.requireAllowed(URI.create("http://192.0.2.1/v5/y"));
        client.requireAllowed(URI.create("http://localhost:1/"));
        assertThat(seen)
                .containsExactly("credentials go to http://192.0.2.1 over plain http, because CADASTRE_ALLOW_HTTP=1");
    }

    @Test
    void anInterruptionEndsAReadWithoutAnOutcomeLeftOpen() throws Exception {
        assertThat(interrupted(Request.Method.GET).reason()).isInstanceOf(Reason.Interrupted.class);
        assertThat(interrupted(Request.Method.PUT).reason()).isInstanceOf(Reason.UnknownOutcome.class);
        assertThat(interrupted(Request.Method.PATCH).reason()).isInstanceOf(Reason.UnknownOutcome.class);
    }

    private ProviderException interrupted(Request.Method method) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        RawServer server = RawServer.answering(_ -> {
            arrived.countDown();
            return Reply.silence();
        });
        toClose.add(server);
        AtomicReference<ProviderException> caught = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>(false);
        Request request = new Request(method, server.uri("/v5/x"), Optional.of(TOKEN), Optional.empty());
        Thread thread = Thread.ofVirtual().start(() -> {
            caught.set(failure(request));
            flag.set(Thread.currentThread().isInterrupted());
        });
        arrived.await();
        thread.interrupt();
        thread.join();
        assertThat(flag.get())
                .as("the thread still knows that it was interrupted")
                .isTrue();
        return Objects.requireNonNull(caught.get());
    }

    @Test
    void aClientThatSentNothingIsClosedToo() {
        PoliteClient client = client(Map.of(), PATIENCE);
        client.prepare(URI.create("http://127.0.0.1/"));
        client.close();
        client.close();
        assertThat(seen).isEmpty();
    }
}
