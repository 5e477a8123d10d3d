package cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationsTest {
    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String origin;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        server.start();
        origin = "//127.0.0.1:" + server.getAddress().getPort();
        Files.createDirectories(folder.resolve("zones"));
        Files.writeString(folder.resolve("dnsconfig.js"), """
                var REG = NewRegistrar("none"), DNS = NewDnsProvider("bind");
                D("example.com", REG, DnsProvider(DNS), A("@", "192.0.2.1"), A("a", "192.0.2.2"));
                """);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Caller.Outcome run(String notifications, String... words) throws IOException {
        Files.writeString(
                folder.resolve("creds.json"), "{\"notifications\": {" + notifications.replace("ORIGIN", origin) + "}}");
        return new Caller(folder).run(words);
    }

    @Test
    void eachPlaceIsToldInItsOwnWordsOfWhatAPreviewForesees() throws IOException {
        Caller.Outcome outcome = run(
                "\"slack_url\": \"http:ORIGIN/slack\", \"teams_url\": \"http:ORIGIN/teams\","
                        + " \"bonfire_url\": \"http:ORIGIN/bonfire\","
                        + " \"shoutrrr_url\": \"generic:ORIGIN/shout?disabletls=yes\"",
                "preview",
                "--notify",
                "--no-populate",
                "--full");

        assertThat(outcome.out()).contains("Notifications are enabled...\n").doesNotContain("WARNING: Error");
        assertThat(outcome.status()).isZero();
        String first = "+ CREATE example.com SOA";
        assertThat(received).hasSize(5);
        assertThat(received.get(0))
                .startsWith("POST /bonfire text/markdown **Preview: example.com[bind] -** " + first)
                .doesNotContain("\n");
        assertThat(received.get(1)).startsWith("POST /bonfire text/markdown + CREATE example.com A 192.0.2.1");
        assertThat(received.get(2))
                .startsWith("POST /shout application/json DNSControl preview: example.com[bind]:\n" + first);
        assertThat(received.get(3))
                .startsWith(
                        "POST /slack text/json {\"username\":\"DNSControl\",\"text\":\"**Preview: example.com[bind] -** "
                                + first);
        assertThat(received.get(4))
                .startsWith("POST /teams text/json {\"username\":\"DnsControl\","
                        + "\"text\":\"**DnsControl Preview example.com**\\n" + first)
                .contains("\\n    + CREATE a.example.com A 192.0.2.2");
    }

    @Test
    void aPushTellsWhatItDidAndWhatItCouldNotDo() throws IOException {
        String places = "\"slack_url\": \"http:ORIGIN/slack\", \"notify_on_push\": \"true\"";

        assertThat(run(places, "preview", "--no-populate").status()).isZero();
        assertThat(received).isEmpty();
        run(places, "push", "--no-populate");
        assertThat(received)
                .singleElement()
                .asString()
                .contains("\"Successfully ran correction for **example.com[bind]** - + CREATE example.com SOA");
        Files.writeString(folder.resolve("elsewhere"), "");
        Files.writeString(
                folder.resolve("creds.json"),
                "{\"bind\": {\"TYPE\": \"BIND\", \"directory\": \"elsewhere/x\"}, \"notifications\": {"
                        + places.replace("ORIGIN", origin) + "}}");
        Caller.Outcome failing = new Caller(folder).run("push", "--no-populate");
        assertThat(failing.out()).contains("FAILURE! ");
        assertThat(received.getLast())
                .contains("**ERROR running correction on example.com[bind] -** (+ CREATE", ") Error: ");
    }

    @Test
    void whatIsDeclinedIsNotTold() throws IOException {
        run("\"slack_url\": \"http:ORIGIN/slack\"", "push", "-i", "--notify");

        assertThat(received).isEmpty();
    }

    @Test
    void aPlaceThatDoesNotAnswerIsAWarningWithoutItsAddress() throws IOException {
        Caller.Outcome outcome = run(
                "\"slack_url\": \"http://127.0.0.1:1/secret\", \"shoutrrr_url\": \"pushover://secret@x\","
                        + " \"teams_url\": \"http:ORIGIN/teams\"",
                "preview",
                "--no-populate",
                "--notify");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .containsOnlyOnce(
                        "WARNING: Error sending notification: shoutrrr: the service \"pushover\" is not spoken")
                .doesNotContain("secret");
        assertThat(received).singleElement().asString().startsWith("POST /teams");
    }

    @Test
    void withoutAnEntryNobodyIsTold() throws IOException {
        assertThat(run("", "preview", "--notify").status()).isZero();
    }

    @Test
    void aConfigurationMayFetchIfTheCommandLineSaysSo() throws IOException {
        Files.writeString(folder.resolve("dnsconfig.js"), """
                FETCH("http:%s/hosts", {method: "POST", body: "b", headers: {"Content-Type": "c"}}).then(function (r) {
                    console.log(r.status, r.ok);
                });
                """.formatted(origin));

        assertThat(run("", "check").out()).contains("ReferenceError: 'fetch' is not defined");
        assertThat(run("", "check", "--allow-fetch").out()).isEqualTo("500 false\nNo errors.\n");
        assertThat(received).containsExactly("POST /hosts c b");
    }

    @Test
    void aFetchThatFailsEndsTheRun() throws IOException {
        Files.writeString(folder.resolve("dnsconfig.js"), "FETCH('http://169.254.169.254/latest/meta-data');");

        assertThat(run("", "check", "--allow-fetch"))
                .isEqualTo(new Caller.Outcome(
                        1,
                        "",
                        "Error: Get \"http://169.254.169.254/latest/meta-data\": 169.254.169.254 is 169.254.169.254, which"
                                + " is not asked: machines in a cloud ask it about themselves\n"));
    }
}
