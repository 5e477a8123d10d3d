package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeoplePageTest {
    @Test
    void itSaysWhatIsHereAndWithWhichCredentials() throws Exception {
        try (Gandi gandi = Gandi.start()) {
            RawConnection.Reply reply = gandi.exchange(gandi.request("GET", "/", ""));
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Content-Type")).contains("text/html; charset=utf-8");
            assertThat(reply.body())
                    .contains(
                            "<td>example.com</td>",
                            Gandi.KEY,
                            Gandi.ALL,
                            gandi.emulator().address() + "/v5")
                    .doesNotContain("{{");
        }
    }

    @Test
    void theLogIsThereWithoutSecrets() throws Exception {
        try (Gandi gandi = Gandi.start()) {
            gandi.callAs(Gandi.ALL, "GET", "/domain/domains");
            RawConnection.Reply reply = gandi.exchange(gandi.request("GET", "/requests", ""));
            assertThat(reply.body()).contains("/v5/domain/domains").doesNotContain(Gandi.ALL);
            assertThat(gandi.emulator().requests())
                    .as("looking is no request to Gandi")
                    .hasSize(1);
        }
    }

    @Test
    void underAnotherNameThereIsNoPage() throws Exception {
        try (Gandi gandi = Gandi.start()) {
            for (String host : new String[] {"api.gandi.net", "evil.example:80"}) {
                String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
                assertThat(gandi.exchange(request).status()).as(host).isEqualTo(404);
            }
        }
    }
}
