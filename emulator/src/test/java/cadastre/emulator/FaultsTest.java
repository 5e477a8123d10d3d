package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each fault, and the client that fails at it: one that believes what it sees.
class FaultsTest {
    private static final String RECORD = "/livedns/domains/example.com/records/new/A";
    private static final String VALUES = "{\"rrset_values\": [\"192.0.2.77\"]}";

    @TempDir
    Path folder;

    private Gandi start(String fault) throws Exception {
        Path file = folder.resolve("faults.json");
        Files.writeString(file, "{\"seed\": 1, \"faults\": [" + fault + "]}");
        return Gandi.start(options -> options.withFaults(file));
    }

    private static boolean isWritten(Gandi gandi) {
        return gandi.emulator().rrsets("example.com").stream()
                .anyMatch(rrset -> rrset.name().equals("new"));
    }

    private static boolean isJson(String text) {
        try {
            JsonReader.read(text);
            return true;
        } catch (JsonReader.Malformed _) {
            return false;
        }
    }

    @Test
    void aLatencyOutlastsAnImpatientClientWhoseWriteHappensAllTheSame() throws Exception {
        try (Gandi gandi = start("{\"kind\": \"latency\", \"least_ms\": 300, \"most_ms\": 300, \"method\": \"PUT\"}");
                Socket impatient = new Socket(
                        InetAddress.ofLiteral("127.0.0.1"), gandi.emulator().port())) {
            impatient.setSoTimeout(20);
            String request = gandi.request(
                    "PUT", "/v5" + RECORD, VALUES, "Authorization: " + Gandi.KEY, "Content-Type: application/json");
            impatient.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> impatient.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            for (int i = 0; i < 1_000 && !isWritten(gandi); i++) {
                Thread.sleep(10);
            }
            assertThat(isWritten(gandi)).isTrue();
        }
    }

    @Test
    void latenciesLieWhereTheyAreSaidToLie() {
        java.util.Random random = new java.util.Random(1);
        for (Fault.Spread spread : Fault.Spread.values()) {
            Fault fault = new Fault(
                    Fault.Kind.LATENCY,
                    java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    1,
                    0,
                    1,
                    100,
                    2000,
                    spread,
                    503,
                    "json",
                    "");
            List<Long> latencies = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                latencies.add(fault.latency(random));
            }
            assertThat(latencies).allMatch(latency -> latency >= 100 && latency <= 2000);
            double mean =
                    latencies.stream().mapToLong(Long::longValue).average().orElseThrow();
            assertThat(mean)
                    .as(spread.name())
                    .isBetween(
                            spread == Fault.Spread.UNIFORM ? 1000.0 : 500.0,
                            spread == Fault.Spread.UNIFORM ? 1100.0 : 600.0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "json, true, false",
        "json-retry-after, true, true",
        "html, false, false",
        "html-retry-after, false, true"
    })
    void tooManyComesInFourShapesAndLosesAWriteThatIsNotRepeated(String shape, boolean json, boolean retryAfter)
            throws Exception {
        try (Gandi gandi = start("{\"kind\": \"too-many\", \"times\": 1, \"shape\": \"" + shape + "\"}")) {
            RawConnection.Reply reply = gandi.call("PUT", RECORD, VALUES);
            assertThat(reply.status()).isEqualTo(429);
            assertThat(isJson(reply.body())).isEqualTo(json);
            assertThat(reply.header("Retry-After").isPresent()).isEqualTo(retryAfter);
            assertThat(isWritten(gandi)).isFalse();
            assertThat(gandi.call("PUT", RECORD, VALUES).status()).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @CsvSource({"json, 500, true", "html, 502, false", "text, 503, false", "html, 504, false"})
    void anErrorOfTheServersIsNotAlwaysJson(String shape, int status, boolean json) throws Exception {
        String fault = "{\"kind\": \"error\", \"times\": 1, \"status\": " + status + ", \"shape\": \"" + shape + "\"}";
        try (Gandi gandi = start(fault)) {
            RawConnection.Reply reply = gandi.call("PUT", RECORD, VALUES);
            assertThat(reply.status()).isEqualTo(status);
            assertThat(isJson(reply.body())).isEqualTo(json);
            assertThat(isWritten(gandi)).isFalse();
        }
    }

    @Test
    void aFirewallsRefusalLooksLikeAWrongToken() throws Exception {
        try (Gandi gandi = start("{\"kind\": \"waf\", \"times\": 1}")) {
            RawConnection.Reply reply = gandi.callAs(Gandi.ALL, "GET", "/domain/domains");
            assertThat(reply.status()).isEqualTo(403);
            assertThat(isJson(reply.body())).isFalse();
            assertThat(gandi.callAs(Gandi.ALL, "GET", "/domain/domains").status())
                    .as("the token is good")
                    .isEqualTo(200);
        }
    }

    @Test
    void aBodyIsCutInTheMiddle() throws Exception {
        try (Gandi gandi = start("{\"kind\": \"cut\", \"method\": \"GET\"}")) {
            assertThatThrownBy(() -> gandi.call("GET", "/domain/domains"))
                    .isInstanceOf(EOFException.class)
                    .hasMessageContaining("the body ended");
        }
    }

    @Test
    void anEmptySuccessMayHaveChangedEverything() throws Exception {
        try (Gandi gandi = start("{\"kind\": \"empty\"}")) {
            RawConnection.Reply reply = gandi.call("PUT", RECORD, VALUES);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(isJson(reply.body())).isFalse();
            assertThat(isWritten(gandi)).isTrue();
        }
    }

    @Test
    void anAnswerIsLostAfterTheChange() throws Exception {
        try (Gandi gandi = start("{\"kind\": \"lost\", \"method\": \"POST\", \"times\": 1}")) {
            assertThatThrownBy(() -> gandi.call("POST", RECORD, VALUES)).isInstanceOf(EOFException.class);
            assertThat(isWritten(gandi)).as("who says that it failed is wrong").isTrue();
            assertThat(gandi.call("POST", RECORD, "{\"rrset_values\": [\"192.0.2.78\"]}")
                            .status())
                    .as("who tries again with something else meets it")
                    .isEqualTo(409);
        }
    }

    @Test
    void aResetComesBeforeTheChange() throws Exception {
        try (Gandi gandi = start("{\"kind\": \"reset\", \"times\": 1}")) {
            assertThatThrownBy(() -> gandi.call("PUT", RECORD, VALUES))
                    .isInstanceOfAny(SocketException.class, EOFException.class);
            assertThat(isWritten(gandi)).isFalse();
        }
    }

    @Test
    void aReadAfterAWriteShowsTheOldState() throws Exception {
        try (Gandi gandi = start("{\"kind\": \"stale\", \"method\": \"GET\", \"after\": 1, \"times\": 1}")) {
            String path = "/livedns/domains/example.com/records";
            String before = gandi.call("GET", path).body();
            gandi.call("PUT", RECORD, VALUES);
            assertThat(gandi.call("GET", path).body())
                    .as("who reads back believes that it was not written")
                    .isEqualTo(before);
            assertThat(gandi.call("GET", path).body()).contains("192.0.2.77");
        }
    }

    @ParameterizedTest
    @CsvSource({"duplicated-item, 1", "vanished-item, -1"})
    void aPageShowsAnItemTwiceOrNotAtAll(String kind, int more) throws Exception {
        String fault = "{\"kind\": \"" + kind + "\", \"path\": \"/v5/domain/domains\"}";
        try (Gandi gandi = start(fault)) {
            RawConnection.Reply reply = gandi.call("GET", "/domain/domains");
            Matcher names = Pattern.compile("\"fqdn\":\"([^\"]+)\"").matcher(reply.body());
            List<String> seen = names.results().map(name -> name.group(1)).toList();
            int total = Integer.parseInt(reply.header("total-count").orElseThrow());
            assertThat(seen).hasSize(total + more);
            assertThat(isJson(reply.body())).isTrue();
            assertThat(seen.stream().distinct().count()).isEqualTo(Math.min(total, total + more));
        }
    }

    @Test
    void aTokenEndsInTheMiddle() throws Exception {
        try (Gandi gandi = start("{\"kind\": \"token-expires\", \"after\": 1, \"times\": 1}")) {
            assertThat(gandi.callAs(Gandi.ALL, "GET", "/domain/domains").status())
                    .isEqualTo(200);
            for (int i = 0; i < 3; i++) {
                assertThat(gandi.callAs(Gandi.ALL, "GET", "/domain/domains").status())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void aPermissionIsWithdrawnAndAListIsEmptyWithoutAnError() throws Exception {
        try (Gandi gandi = start("{\"kind\": \"permission-withdrawn\", \"after\": 1, \"times\": 1}")) {
            assertThat(gandi.callAs(Gandi.ALL, "GET", "/livedns/domains").body())
                    .contains("example.com");
            RawConnection.Reply reply = gandi.callAs(Gandi.ALL, "GET", "/livedns/domains");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).as("who believes it has no zones any more").isEqualTo("[]");
        }
    }

    @Test
    void aHandshakeFailsOnce() throws Exception {
        Path file = folder.resolve("faults.json");
        Files.writeString(file, "{\"faults\": [{\"kind\": \"tls\", \"times\": 1}]}");
        Path ca = folder.resolve("ca.pem");
        try (Gandi gandi = Gandi.start(options -> options.withFaults(file).withTls(0, ca))) {
            int port = gandi.emulator().tlsPort().orElseThrow();
            assertThatThrownBy(() -> shakeHands(port)).isInstanceOf(IOException.class);
            shakeHands(port);
        }
    }

    private static void shakeHands(int port) throws Exception {
        javax.net.ssl.SSLContext context = javax.net.ssl.SSLContext.getInstance("TLS");
        context.init(null, new javax.net.ssl.TrustManager[] {new TrustsAll()}, null);
        try (javax.net.ssl.SSLSocket socket = (javax.net.ssl.SSLSocket)
                context.getSocketFactory().createSocket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.setSoTimeout(10_000);
            socket.startHandshake();
        }
    }

    private static final class TrustsAll extends javax.net.ssl.X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(java.security.cert.X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(java.security.cert.X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(
                java.security.cert.X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkServerTrusted(
                java.security.cert.X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkClientTrusted(java.security.cert.X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(java.security.cert.X509Certificate[] chain, String type) {}

        @Override
        public java.security.cert.X509Certificate[] getAcceptedIssuers() {
            return new java.security.cert.X509Certificate[0];
        }
    }

    @Test
    void aRedirectLeadsToAnotherHostToWhichNoTokenBelongs() throws Exception {
        try (Gandi gandi =
                start("{\"kind\": \"redirect\", \"status\": 307, \"location\": \"https://evil.example/\"}")) {
            RawConnection.Reply reply = gandi.call("PUT", RECORD, VALUES);
            assertThat(reply.status()).isEqualTo(307);
            assertThat(reply.header("location")).contains("https://evil.example/");
            assertThat(isWritten(gandi)).isFalse();
        }
    }

    @Test
    void theSameSeedDoesTheSame() throws Exception {
        String faults = "{\"kind\": \"error\", \"probability\": 0.3}, {\"kind\": \"waf\", \"probability\": 0.2}";
        List<List<Integer>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            try (Gandi gandi = start(faults)) {
                List<Integer> statuses = new ArrayList<>();
                for (int i = 0; i < 60; i++) {
                    statuses.add(
                            gandi.call("GET", "/domain/domains/example.com").status());
                }
                runs.add(statuses);
            }
        }
        assertThat(runs.get(0)).isEqualTo(runs.get(1)).contains(200, 403, 503);
    }

    @Test
    void theLogSaysWhatWasDone() throws Exception {
        try (Gandi gandi = start("{\"kind\": \"waf\", \"times\": 1}")) {
            gandi.call("GET", "/domain/domains");
            gandi.call("GET", "/domain/domains");
            assertThat(gandi.emulator().requests()).extracting(Exchange::fault).containsExactly("waf", "");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"nonsense\"}",
                "{\"kind\": \"waf\", \"probability\": 0}",
                "{\"kind\": \"waf\", \"probability\": 2}",
                "{\"kind\": \"error\", \"status\": 404}",
                "{\"kind\": \"latency\", \"least_ms\": 5, \"most_ms\": 4}",
                "{\"kind\": \"waf\", \"sometimes\": true}",
                "{}",
                "3"
            })
    void aWrongFileSaysWhere(String fault) {
        assertThatThrownBy(() -> start(fault))
                .isInstanceOf(PortfolioException.class)
                .hasMessageContaining("faults.json:1:");
    }

    @Test
    void faultsAreChangedWhileItRuns() throws Exception {
        try (Gandi gandi = Gandi.start(options -> options.withAdmin(0))) {
            String json = "{\"faults\": [{\"kind\": \"waf\"}]}";
            String put =
                    "PUT /faults HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ";
            assertThat(gandi.call("GET", "/domain/domains").status()).isEqualTo(200);
            assertThat(admin(gandi, put + json.length() + "\r\n\r\n" + json).status())
                    .isEqualTo(200);
            assertThat(gandi.call("GET", "/domain/domains").status()).isEqualTo(403);
            assertThat(admin(gandi, put + "2\r\n\r\n{}").body()).isEqualTo("[]");
            assertThat(gandi.call("GET", "/domain/domains").status()).isEqualTo(200);
            assertThat(admin(gandi, put + "17\r\n\r\n{\"faults\": [\"waf\"]}").status())
                    .isEqualTo(400);
        }
    }

    private static RawConnection.Reply admin(Gandi gandi, String request) throws IOException {
        try (RawConnection connection =
                new RawConnection(gandi.emulator().adminPort().orElseThrow())) {
            return connection.send(request).reply();
        }
    }
}
