package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedirectionCallsTest {
    private Gandi gandi;

    @BeforeEach
    void start() throws Exception {
        gandi = Gandi.start();
    }

    @AfterEach
    void stop() {
        gandi.close();
    }

    private static final String REDIRECTIONS = "/domain/domains/example.com/webredirs";

    private static String redirection(String host) {
        return "{\"host\":\"" + host
                + "\",\"url\":\"https://example.net/\",\"type\":\"http301\",\"protocol\":\"https\"}";
    }

    private long hosts(String query) throws Exception {
        return Pattern.compile("\"host\"")
                .matcher(gandi.call("GET", REDIRECTIONS + query).body())
                .results()
                .count();
    }

    @Test
    void oneIsMadeChangedAndDeleted() throws Exception {
        RawConnection.Reply made = gandi.call("POST", REDIRECTIONS, redirection("WWW.example.com"));
        assertThat(made.status()).isEqualTo(201);
        String path = REDIRECTIONS + "/www.example.com";
        assertThat(made.header("location")).hasValue(gandi.url(path));
        assertThat(gandi.call("GET", path).body())
                .startsWith("{\"host\":\"www.example.com\",\"url\":\"https://example.net/\",\"type\":\"http301\","
                        + "\"protocol\":\"https\",\"cert_status\":\"created\",\"cert_uuid\":\"")
                .endsWith("\"created_at\":\"2026-11-04T09:08:07Z\",\"updated_at\":\"2026-11-04T09:08:07Z\"}");
        assertThat(gandi.call("PATCH", path, "{\"type\":\"cloak\"}").status()).isEqualTo(200);
        assertThat(gandi.call("GET", path).body()).contains("\"type\":\"cloak\"", "https://example.net/");
        assertThat(gandi.call("POST", REDIRECTIONS, redirection("www.example.com"))
                        .status())
                .isEqualTo(409);
        assertThat(gandi.call(
                                "POST",
                                REDIRECTIONS,
                                redirection("www.example.com").replace("}", ",\"override\":true}"))
                        .status())
                .isEqualTo(201);
        assertThat(gandi.call("DELETE", path).status()).isEqualTo(204);
        assertThat(gandi.call("GET", path).status()).isEqualTo(404);
        assertThat(gandi.call("DELETE", path).status()).isEqualTo(404);
    }

    @Test
    void theListIsCutToFiftyAndDoesNotSaySo() throws Exception {
        for (int i = 0; i < 64; i++) {
            gandi.call("POST", REDIRECTIONS, redirection("h" + i + ".example.com"));
        }
        RawConnection.Reply list = gandi.call("GET", REDIRECTIONS);
        assertThat(hosts("")).isEqualTo(50);
        assertThat(list.header("total-count")).isEmpty();
        assertThat(list.header("link")).isEmpty();
        assertThat(hosts("?page=2")).isEqualTo(14);
        assertThat(hosts("?per_page=100")).isEqualTo(64);
        assertThat(hosts("?page=3")).isZero();
        assertThat(hosts("?host=h7.example.com")).isEqualTo(1);
    }

    @Test
    void aBareLabelIsNoHost() throws Exception {
        for (String host : new String[] {"www", "www.example.net", "badexample.com"}) {
            assertThat(gandi.call("POST", REDIRECTIONS, redirection(host)).body())
                    .contains("\"name\": \"host\"");
        }
        assertThat(gandi.call("POST", REDIRECTIONS, "{\"host\":\"example.com\",\"url\":\"ftp://x\",\"type\":\"x\"}")
                        .body())
                .contains("\"name\": \"url\"", "\"name\": \"type\"");
    }

    @Test
    void listsAreTablesForWhoWantsThem() throws Exception {
        gandi.call("POST", REDIRECTIONS, redirection("www.example.com").replace("net/", "net/?a=1,2"));
        String[] headers = {"Authorization: " + Gandi.KEY, "Accept: text/csv"};
        RawConnection.Reply table = gandi.exchange(gandi.request("GET", "/v5" + REDIRECTIONS, "", headers));
        assertThat(table.header("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(table.body())
                .startsWith("host,url,type,protocol,cert_status,cert_uuid,created_at,updated_at\r\n"
                        + "www.example.com,\"https://example.net/?a=1,2\",http301,https,created,");
        String domains = gandi.exchange(gandi.request("GET", "/v5/domain/domains", "", headers))
                .body();
        assertThat(domains.lines()).hasSize(5);
        assertThat(domains)
                .startsWith("status,dates.created_at,")
                .contains("nameserver.current", ",elsewhere.example,", "ns1.example.net ns2.example.net");
    }
}
