package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminCallsTest {
    private static final String DOMAIN = "/domain/domains/example.com";
    private static final String TOKEN = "token-all-000000000000000000000000000000";

    @TempDir
    Path folder;

    private static Gandi start() throws Exception {
        return Gandi.start(options -> options.withAdmin(0).withDns(0));
    }

    private static RawConnection.Reply admin(Gandi gandi, String method, String path, String json) throws Exception {
        return admin(gandi, method, path, json, "Content-Type: application/json", "127.0.0.1");
    }

    private static RawConnection.Reply admin(
            Gandi gandi, String method, String path, String json, String type, String host) throws Exception {
        try (RawConnection connection =
                new RawConnection(gandi.emulator().adminPort().orElseThrow())) {
            String request = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + type + "\r\nContent-Length: "
                    + json.length() + "\r\n\r\n" + json;
            return connection.send(request).reply();
        }
    }

    @Test
    void theClockIsMovedAndRunsOn() throws Exception {
        try (Gandi gandi = start()) {
            assertThat(gandi.callAs(Gandi.ALL, "GET", DOMAIN).status()).isEqualTo(200);
            assertThat(admin(gandi, "POST", "/clock", "{\"by\": \"+29d\"}").body())
                    .isEqualTo("{\"now\":\"" + Gandi.START.plus(Duration.ofDays(29)) + "\"}");
            assertThat(gandi.callAs(Gandi.ALL, "GET", DOMAIN).status()).isEqualTo(200);
            gandi.advance(Duration.ofDays(1));
            assertThat(gandi.callAs(Gandi.ALL, "GET", DOMAIN).status()).isEqualTo(403);
            admin(gandi, "POST", "/clock", "{\"to\": \"" + Gandi.START + "\"}");
            assertThat(gandi.callAs(Gandi.ALL, "GET", DOMAIN).status()).isEqualTo(200);
            assertThat(admin(gandi, "GET", "/clock", "").body()).contains(Gandi.START.toString());
            for (String wrong : new String[] {"{}", "{\"by\": \"soon\"}", "{\"to\": \"now\", \"by\": \"+1d\"}", "no"}) {
                assertThat(admin(gandi, "POST", "/clock", wrong).status())
                        .as(wrong)
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void aMovedClockStaysMovedInAState() throws Exception {
        Path file = folder.resolve("state");
        try (Gandi gandi = Gandi.start(options -> options.withAdmin(0).withState(file))) {
            admin(gandi, "POST", "/clock", "{\"by\": \"+40d\"}");
        }
        try (Gandi gandi = Gandi.start(options -> options.withState(file))) {
            assertThat(gandi.emulator().now()).isEqualTo(Gandi.START.plus(Duration.ofDays(40)));
        }
        try (Gandi gandi = Gandi.start(options -> options.withState(file).withClockStart("+1d"))) {
            assertThat(gandi.emulator().now()).isEqualTo(Gandi.START.plus(Duration.ofDays(1)));
        }
    }

    @Test
    void onlyThisMachineAndOnlyJson() throws Exception {
        try (Gandi gandi = start()) {
            String json = "{\"by\": \"+1d\"}";
            assertThat(admin(gandi, "POST", "/clock", json, "Content-Type: application/json", "evil.example")
                            .status())
                    .isEqualTo(403);
            assertThat(admin(gandi, "POST", "/clock", json, "Content-Type: text/plain", "127.0.0.1")
                            .status())
                    .isEqualTo(400);
            assertThat(admin(gandi, "GET", "/nothing", "").status()).isEqualTo(404);
            assertThat(gandi.emulator().now()).isEqualTo(Gandi.START);
            assertThat(gandi.exchange(gandi.request("GET", "/clock", "")).status())
                    .as("it is not on the API's port")
                    .isEqualTo(404);
        }
    }

    @Test
    void theLogMasksSecrets() throws Exception {
        try (Gandi gandi = start()) {
            gandi.call("GET", DOMAIN + "?a=b");
            gandi.callAs(Gandi.ALL, "GET", DOMAIN);
            String log = admin(gandi, "GET", "/requests", "").body();
            assertThat(log)
                    .contains(
                            "\"target\":\"/v5/domain/domains/example.com?a=b\"", "Apikey demokeyd…", "Bearer token-al…")
                    .doesNotContain(Gandi.KEY, TOKEN);
            assertThat(admin(gandi, "DELETE", "/requests", "").status()).isEqualTo(204);
            assertThat(gandi.emulator().requests()).isEmpty();
        }
    }

    @Test
    void aTokenIsChangedWhileAClientWorks() throws Exception {
        try (Gandi gandi = start()) {
            String secret = "{\"secret\": \"" + TOKEN + "\", ";
            admin(gandi, "POST", "/tokens", secret + "\"permissions\": [\"domain:view\"]}");
            assertThat(gandi.callAs(Gandi.ALL, "GET", "/livedns/domains/example.com")
                            .status())
                    .isEqualTo(403);
            admin(gandi, "POST", "/tokens", secret + "\"domains\": [\"example.org\"]}");
            assertThat(gandi.callAs(Gandi.ALL, "GET", DOMAIN).status()).isEqualTo(404);
            admin(gandi, "POST", "/tokens", secret + "\"domains\": [], \"expires_at\": \"now\"}");
            assertThat(gandi.callAs(Gandi.ALL, "GET", DOMAIN).status()).isEqualTo(403);
            assertThat(admin(gandi, "POST", "/tokens", secret + "\"revoked\": true}")
                            .status())
                    .isEqualTo(204);
            assertThat(admin(gandi, "POST", "/tokens", secret + "\"revoked\": true}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void delaysAreSet() throws Exception {
        try (Gandi gandi = start()) {
            assertThat(admin(gandi, "PUT", "/publication-delays", "{\"a\": 1.5, \"b\": 30}")
                            .status())
                    .isEqualTo(204);
            assertThat(admin(gandi, "PUT", "/publication-delays", "{\"a\": -1}").status())
                    .isEqualTo(400);
            assertThat(admin(gandi, "PUT", "/registry-delay", "{\"seconds\": 0}")
                            .status())
                    .isEqualTo(204);
            gandi.call("PUT", DOMAIN + "/nameservers", "{\"nameservers\": [\"ns1.example.net\"]}");
            assertThat(gandi.emulator().nameServers("example.com")).containsExactly("ns1.example.net");
        }
    }
}
