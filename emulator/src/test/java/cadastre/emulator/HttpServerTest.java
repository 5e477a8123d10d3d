package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The server seen from its socket: framing, limits, the life of connections.
class HttpServerTest {
    private static final String PATH = "/v5/livedns/domains/example.com/records/t/TXT";

    private Gandi gandi;

    @BeforeEach
    void start() throws Exception {
        gandi = Gandi.start();
    }

    @AfterEach
    void stop() {
        gandi.close();
    }

    private String put(String value) {
        return gandi.request(
                "PUT",
                PATH,
                "{\"rrset_values\":[\"" + value + "\"]}",
                "Authorization: " + Gandi.KEY,
                "Content-Type: application/json");
    }

    private String get() {
        return gandi.request("GET", PATH, "", "Authorization: " + Gandi.KEY);
    }

    @Test
    void aConnectionServesManyRequests() throws Exception {
        try (RawConnection connection = gandi.connect()) {
            for (int i = 0; i < 3; i++) {
                assertThat(connection.send(put("v" + i)).reply().status()).isEqualTo(201);
                assertThat(connection.send(get()).reply().body()).contains("v" + i);
            }
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInTheirOrder() throws Exception {
        try (RawConnection connection = gandi.connect()) {
            connection.send(put("one") + get() + "\r\n" + put("two") + get());
            assertThat(connection.reply().status()).isEqualTo(201);
            assertThat(connection.reply().body()).contains("\\\"one\\\"");
            assertThat(connection.reply().status()).isEqualTo(201);
            assertThat(connection.reply().body()).contains("\\\"two\\\"");
        }
    }

    @Test
    void bodiesMayComeInChunks() throws Exception {
        String head = gandi.request(
                "PUT",
                PATH,
                "",
                "Authorization: " + Gandi.KEY,
                "Content-Type: application/json",
                "Transfer-Encoding: chunked");
        try (RawConnection connection = gandi.connect()) {
            connection
                    .send(head + "11;note=x\r\n{\"rrset_values\":[\r\n")
                    .send("8\r\n\"café\"]\r\n1\r\n}\r\n0\r\nTrailer: x\r\n\r\n");
            assertThat(connection.reply().status()).isEqualTo(201);
            assertThat(connection.send(get()).reply().body()).contains("caf\\\\195\\\\169");
        }
    }

    @Test
    void whoWaitsForAContinueGetsOne() throws Exception {
        String body = "{\"rrset_values\":[\"x\"]}";
        String head = gandi.request(
                "PUT",
                PATH,
                "",
                "Authorization: " + Gandi.KEY,
                "Content-Type: application/json",
                "Expect: 100-continue",
                "Content-Length: " + body.length());
        try (RawConnection connection = gandi.connect()) {
            assertThat(connection.send(head).reply().head()).containsExactly("HTTP/1.1 100 Continue");
            assertThat(connection.send(body).reply().status()).isEqualTo(201);
        }
    }

    @Test
    void anotherExpectationIs417() throws Exception {
        assertRefused(gandi.request("PUT", PATH, "x", "Expect: miracles").replace("\r\n\r\nx", "\r\n\r\nx"), 417);
    }

    @Test
    void aHeadHasTheHeadersOfAGetAndNoBody() throws Exception {
        try (RawConnection connection = gandi.connect()) {
            String path = "/v5/livedns/domains/example.com";
            RawConnection.Reply get = connection
                    .send(gandi.request("GET", path, "", "Authorization: " + Gandi.KEY))
                    .reply();
            RawConnection.Reply head = connection
                    .send(gandi.request("HEAD", path, "", "Authorization: " + Gandi.KEY))
                    .replyToHead();
            assertThat(head.head()).isEqualTo(get.head());
            assertThat(connection.send(get()).reply().status()).isEqualTo(404);
        }
    }

    @Test
    void closeAndTheOldVersionEndTheConnection() throws Exception {
        for (String request : List.of(
                gandi.request("GET", "/tokeninfo", "", "connection: Close"),
                "GET /tokeninfo HTTP/1.0\r\n\r\n",
                gandi.request("GET", "/tokeninfo", "", "Connection: foo, close"))) {
            try (RawConnection connection = gandi.connect()) {
                RawConnection.Reply reply = connection.send(request).reply();
                assertThat(reply.status()).isEqualTo(401);
                assertThat(reply.header("Connection")).hasValue("close");
                assertThat(connection.isClosed()).isTrue();
            }
        }
    }

    @Test
    void theOldVersionMayAskToStay() throws Exception {
        try (RawConnection connection = gandi.connect()) {
            String request = "GET /tokeninfo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
            assertThat(connection.send(request).reply().header("Connection")).hasValue("keep-alive");
            assertThat(connection.send(request).reply().status()).isEqualTo(401);
        }
    }

    @Test
    void linesMayEndWithoutACarriageReturn() throws Exception {
        assertThat(gandi.exchange("GET /tokeninfo HTTP/1.1\nHost: x\n\n").status())
                .isEqualTo(401);
    }

    @Test
    void aTargetMayBeAWholeUrl() throws Exception {
        RawConnection.Reply reply = gandi.exchange(gandi.request(
                "GET", "http://gandi.test:81/v5/livedns/domains/example.com", "", "Authorization: " + Gandi.KEY));
        assertThat(reply.body()).contains("\"domain_href\":\"http://gandi.test:81/v5/livedns/domains/example.com\"");
    }

    @Test
    void whatIsNoRequestIsRefusedWithAPageAndTheConnectionEnds() throws Exception {
        String host = "Host: x\r\n";
        assertRefused("nonsense\r\n\r\n", 400);
        assertRefused("GET / HTTP/1.1 x\r\n" + host + "\r\n", 400);
        assertRefused("GET / HTTX/1.1\r\n" + host + "\r\n", 400);
        assertRefused("G{T / HTTP/1.1\r\n" + host + "\r\n", 400);
        assertRefused("GET nonsense HTTP/1.1\r\n" + host + "\r\n", 400);
        assertRefused("GET http:///x HTTP/1.1\r\n" + host + "\r\n", 400);
        assertRefused("GET / HTTP/2.0\r\n" + host + "\r\n", 505);
        assertRefused("GET / HTTP/1.1\r\n\r\n", 400);
        assertRefused("GET / HTTP/1.1\r\n" + host + host + "\r\n", 400);
        assertRefused("GET / HTTP/1.1\r\n" + host + "no colon\r\n\r\n", 400);
        assertRefused("GET / HTTP/1.1\r\n" + host + " folded: x\r\n\r\n", 400);
        assertRefused("GET / HTTP/1.1\r\n" + host + "Blank : x\r\n\r\n", 400);
        assertRefused("GET / HTTP/1.1\r\n" + host + "X: a\u0000b\r\n\r\n", 400);
        assertRefused("\r\n\r\n\r\n\r\n\r\n", 400);
    }

    @Test
    void lengthsThatCanBeUnderstoodInTwoWaysAreRefused() throws Exception {
        String start = "PUT / HTTP/1.1\r\nHost: x\r\n";
        assertRefused(start + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400);
        assertRefused(start + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
        assertRefused(start + "Content-Length: +1\r\n\r\na", 400);
        assertRefused(start + "Content-Length: -1\r\n\r\n", 400);
        assertRefused(start + "Transfer-Encoding: gzip\r\n\r\n", 501);
        assertRefused(start + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", 400);
        assertRefused(start + "Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n", 400);
        assertRefused("PUT / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
    }

    @Test
    void aBodyThatIsNotUtf8IsRefused() throws Exception {
        try (Socket socket =
                new Socket(InetAddress.ofLiteral("127.0.0.1"), gandi.emulator().port())) {
            socket.getOutputStream()
                    .write("PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n\u00e9"
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400 Bad Request\r\n");
        }
    }

    @Test
    void whatIsTooLargeIsRefused() throws Exception {
        String start = "PUT / HTTP/1.1\r\nHost: x\r\n";
        assertRefused("GET /" + "a".repeat(RequestReader.LONGEST_LINE) + " HTTP/1.1\r\n", 414);
        assertRefused(start + "X: " + "a".repeat(RequestReader.LONGEST_LINE) + "\r\n", 431);
        assertRefused(start + "X: a\r\n".repeat(RequestReader.MOST_HEADERS + 1) + "\r\n", 431);
        assertRefused(start + ("X: " + "a".repeat(10_000) + "\r\n").repeat(7) + "\r\n", 431);
        assertRefused(start + "Content-Length: " + (RequestReader.LARGEST_BODY + 1) + "\r\n\r\nabc", 413);
        assertRefused(start + "Transfer-Encoding: chunked\r\n\r\nffffffff\r\nabc", 413);
        assertRefused(start + "Content-Length: 999999999999999999\r\n\r\n", 413);
    }

    private void assertRefused(String octets, int status) throws Exception {
        try (RawConnection connection = gandi.connect()) {
            RawConnection.Reply reply = connection.send(octets).reply();
            assertThat(reply.status())
                    .as(octets.substring(0, Math.min(60, octets.length())))
                    .isEqualTo(status);
            assertThat(reply.header("Content-Type")).hasValue("text/html");
            assertThat(reply.header("Connection")).hasValue("close");
            assertThat(reply.body()).contains("<center>nginx</center>").doesNotContain("Exception", "\tat ");
            connection.shutdownOutput();
            assertThat(connection.isClosed()).isTrue();
        }
        assertThat(gandi.emulator().requests()).isEmpty();
    }

    @Test
    void aConnectionThatEndsInsideARequestIsForgotten() throws Exception {
        for (String part : List.of("", "GET /", "PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab")) {
            try (RawConnection connection = gandi.connect()) {
                connection.send(part).shutdownOutput();
                assertThat(connection.isClosed()).isTrue();
            }
        }
        assertThat(gandi.emulator().requests()).isEmpty();
    }

    @Test
    void aSilentConnectionIsClosed() throws Exception {
        try (Gandi impatient = Gandi.start(options -> options.withIdleTimeout(Duration.ofMillis(50)));
                RawConnection connection = impatient.connect()) {
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void closingEndsOpenConnectionsAndFreesThePort() throws Exception {
        RawConnection connection = gandi.connect();
        assertThat(connection.send(get()).reply().status()).isEqualTo(404);
        int port = gandi.emulator().port();
        gandi.close();
        assertThat(connection.isClosed()).isTrue();
        connection.close();
        assertThatThrownBy(() -> new RawConnection(port)).isInstanceOf(IOException.class);
        gandi = Gandi.start(options -> options.withPort(port));
        assertThat(gandi.emulator().address()).isEqualTo("http://127.0.0.1:" + port);
    }

    @Test
    void aPortThatIsTakenIsAnError() {
        int port = gandi.emulator().port();
        assertThatThrownBy(() -> Emulator.start(EmulatorOptions.standard().withPort(port)))
                .isInstanceOf(BindException.class);
    }

    @Test
    void onlyLoopbackIsListenedOn() throws Exception {
        int port = gandi.emulator().port();
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : network.inetAddresses().toList()) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> new Socket(address, port).close()).isInstanceOf(IOException.class);
                }
            }
        }
    }
}
