package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForwardCallsTest {
    private Gandi gandi;

    @BeforeEach
    void start() throws Exception {
        gandi = Gandi.start();
    }

    @AfterEach
    void stop() {
        gandi.close();
    }

    private static final String FORWARDS = "/email/forwards/example.com";

    @Test
    void mailIsPassedOnElsewhereOrNoLonger() throws Exception {
        RawConnection.Reply made =
                gandi.call("POST", FORWARDS, "{\"source\":\"Info\",\"destinations\":[\"user@example.net\"]}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("location")).hasValue(gandi.url(FORWARDS) + "/info");
        RawConnection.Reply list = gandi.call("GET", FORWARDS);
        assertThat(list.header("total-count")).hasValue("1");
        assertThat(list.body())
                .isEqualTo("[{\"source\":\"info\",\"destinations\":[\"user@example.net\"],\"href\":\""
                        + gandi.url(FORWARDS) + "/info\"}]");
        assertThat(gandi.call("POST", FORWARDS, "{\"source\":\"info\",\"destinations\":[\"a@b.example\"]}")
                        .status())
                .isEqualTo(409);
        assertThat(gandi.call("PUT", FORWARDS + "/info", "{\"destinations\":[\"a@b.example\",\"c@d.example\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(gandi.call("GET", FORWARDS + "?destination=c@d.example").body())
                .contains("[\"a@b.example\",\"c@d.example\"]");
        assertThat(gandi.call("GET", FORWARDS + "?source=other").body()).isEqualTo("[]");
        assertThat(gandi.call("DELETE", FORWARDS + "/info").status()).isEqualTo(204);
        assertThat(gandi.call("DELETE", FORWARDS + "/info").status()).isEqualTo(404);
        assertThat(gandi.call("GET", FORWARDS).body()).isEqualTo("[]");
    }

    @Test
    void whatIsNoAddressIsRefused() throws Exception {
        assertThat(gandi.call("POST", FORWARDS, "{}").body()).contains("\"source\"", "\"destinations\"");
        assertThat(gandi.call("POST", FORWARDS, "{\"source\":\"x\",\"destinations\":[\"nobody\"]}")
                        .body())
                .contains("\"destinations.0\"");
        assertThat(gandi.call("POST", FORWARDS, "{\"source\":\"x\",\"destinations\":[]}")
                        .status())
                .isEqualTo(400);
    }
}
