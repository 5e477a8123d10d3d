package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatewayTest {
    private static final String PATH = "/livedns/domains/example.com";

    @Test
    void theLimitHoldsInAnySixtySeconds() throws Exception {
        try (Gandi gandi = Gandi.start(options -> options.withLimit(3))) {
            assertThat(gandi.call("GET", PATH).status()).isEqualTo(200);
            gandi.advance(Duration.ofSeconds(30));
            assertThat(gandi.call("GET", PATH).status()).isEqualTo(200);
            assertThat(gandi.callAs("Bearer nonsense", "GET", PATH).status()).isEqualTo(403);
            RawConnection.Reply refused = gandi.call("GET", PATH);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.head().getFirst()).isEqualTo("HTTP/1.1 429 Too Many Requests");
            assertThat(refused.header("Content-Type")).hasValue("application/json");
            assertThat(refused.header("Retry-After")).isEmpty();
            assertThat(refused.body())
                    .isEqualTo("{\"object\": \"HTTPTooManyRequests\", \"cause\": \"Too Many Requests\", \"code\": 429,"
                            + " \"message\": \"Rate limit exceeded.\"}");
            assertThat(gandi.exchange(gandi.request("GET", "/tokeninfo", "")).status())
                    .isEqualTo(401);
            gandi.advance(Duration.ofSeconds(30));
            assertThat(gandi.call("GET", PATH).status()).isEqualTo(200);
            assertThat(gandi.call("GET", PATH).status()).isEqualTo(429);
        }
    }

    @Test
    void theShapeOfARefusalIsASetting() throws Exception {
        for (Guesses.TooMany shape : Guesses.TooMany.values()) {
            try (Gandi gandi = Gandi.start(
                    options -> options.withLimit(1).withGuesses(Guesses.likely().withTooMany(shape)))) {
                gandi.call("GET", PATH);
                gandi.advance(Duration.ofMillis(18_500));
                RawConnection.Reply refused = gandi.call("GET", PATH);
                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.header("Retry-After").isPresent())
                        .as(shape.name())
                        .isEqualTo(shape.name().endsWith("RETRY_AFTER"));
                refused.header("Retry-After")
                        .ifPresent(value -> assertThat(value).isEqualTo("42"));
                assertThat(refused.body().startsWith("<html>"))
                        .as(shape.name())
                        .isEqualTo(shape.name().startsWith("HTML"));
            }
        }
    }

    private static Exchange exchange(String method, String target, int status) {
        return new Exchange(Gandi.START, method, target, Exchange.masked(Gandi.KEY), status, "");
    }

    @Test
    void eachRequestIsLoggedWithItsStatus() throws Exception {
        try (Gandi gandi = Gandi.start()) {
            gandi.call("GET", PATH + "?a=1");
            gandi.call("DELETE", PATH + "/records/none");
            gandi.call("GET", "/nonsense");
            assertThat(gandi.emulator().requests())
                    .containsExactly(
                            exchange("GET", "/v5" + PATH + "?a=1", 200),
                            exchange("DELETE", "/v5" + PATH + "/records/none", 204),
                            exchange("GET", "/v5/nonsense", 404));
            assertThat(gandi.emulator().requests().getFirst().path()).isEqualTo("/v5" + PATH);
            gandi.emulator().forgetRequests();
            assertThat(gandi.emulator().requests()).isEmpty();
        }
    }

    @Test
    void aBugIsA500WithoutAnyDetail() throws Exception {
        EmulatorOptions options = EmulatorOptions.standard();
        Router router = new Router().open("GET", "/bug", _ -> {
            throw new IllegalStateException("a detail");
        });
        Gateway gateway =
                new Gateway(router, Portfolio.load(options), options, new RequestLog(), Optional.empty(), new Faults());
        Answer answer = gateway.answer(new Request("GET", "/bug", Map.of(), "", "127.0.0.1", true));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo(Errors.serverError().body());
    }

    @Test
    void aMethodThatAPathDoesNotHaveIsNoRoute() throws Exception {
        try (Gandi gandi = Gandi.start()) {
            RawConnection.Reply reply = gandi.call("PATCH", PATH + "/records");
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.body()).contains("<pre>Cannot PATCH /v5" + PATH + "/records</pre>");
            assertThat(gandi.exchange(gandi.request("GET", "//v5" + PATH, "")).status())
                    .isEqualTo(404);
            assertThat(gandi.exchange(gandi.request("GET", "/v5", "")).status()).isEqualTo(404);
        }
    }

    @Test
    void manyWritersAtOnceLoseNothing() throws Exception {
        try (Gandi gandi = Gandi.start();
                ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            String txt = PATH + "/records/t/TXT";
            gandi.call("PUT", txt, "{\"rrset_values\":[\"start\"]}");
            List<Future<Integer>> statuses = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int number = i;
                statuses.add(pool.submit(() -> gandi.call("PATCH", txt, "{\"add_rrset_values\":[\"v" + number + "\"]}")
                        .status()));
                statuses.add(pool.submit(() -> gandi.call(
                                "PUT", PATH + "/records/h" + number + "/A", "{\"rrset_values\":[\"192.0.2.1\"]}")
                        .status()));
                statuses.add(
                        pool.submit(() -> gandi.call("GET", PATH + "/records").status()));
            }
            for (Future<Integer> status : statuses) {
                assertThat(status.get()).isIn(200, 201);
            }
            List<StoredRrset> rrsets = gandi.emulator().rrsets("example.com");
            assertThat(rrsets).hasSize(43);
            assertThat(rrsets.stream()
                            .filter(rrset -> rrset.name().equals("t"))
                            .findFirst()
                            .orElseThrow()
                            .values())
                    .contains("\"start\"")
                    .containsAll(IntStream.range(0, 40)
                            .mapToObj(i -> "\"v" + i + "\"")
                            .toList());
        }
    }
}
