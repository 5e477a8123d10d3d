package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransferCallsTest {
    private Gandi gandi;

    @BeforeEach
    void start() throws Exception {
        gandi = Gandi.start();
    }

    @AfterEach
    void stop() {
        gandi.close();
    }

    private static final String ZONE = "/livedns/domains/example.com/axfr";
    private static final String KEYS = "/livedns/axfr/tsig";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private static String id(RawConnection.Reply reply) {
        Matcher matcher = ID.matcher(reply.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    void serversThatMayHaveTheZoneComeAndGo() throws Exception {
        RawConnection.Reply put = gandi.call("PUT", ZONE + "/slaves/192.0.2.9");
        assertThat(put.status()).isEqualTo(201);
        assertThat(put.header("location")).hasValue(gandi.url(ZONE) + "/slaves/192.0.2.9");
        gandi.call("PUT", ZONE + "/slaves/2001:db8::9");
        assertThat(gandi.call("GET", ZONE + "/slaves").body()).isEqualTo("[\"192.0.2.9\",\"2001:db8::9\"]");
        assertThat(gandi.call("DELETE", ZONE + "/slaves/192.0.2.9").status()).isEqualTo(204);
        assertThat(gandi.call("DELETE", ZONE + "/slaves/192.0.2.9").status()).isEqualTo(204);
        assertThat(gandi.call("GET", ZONE + "/slaves").body()).isEqualTo("[\"2001:db8::9\"]");
        assertThat(gandi.call("PUT", ZONE + "/slaves/example").status()).isEqualTo(400);
    }

    @Test
    void aKeyIsMadeReadAndGivenToAZone() throws Exception {
        RawConnection.Reply made = gandi.call("POST", KEYS);
        assertThat(made.status()).isEqualTo(201);
        String id = id(made);
        assertThat(made.body())
                .isEqualTo("{\"href\":\"" + gandi.url(KEYS) + "/" + id + "\",\"id\":\"" + id + "\",\"key_name\":\"" + id
                        + ".gandi.net\"}");
        String key = gandi.call("GET", KEYS + "/" + id).body();
        assertThat(key).contains("\"secret\":\"", "\"config_samples\":{\"bind\":\"", "\"powerdns\":\"");
        for (String software : new String[] {"bind", "knot", "nsd", "powerdns"}) {
            assertThat(gandi.call("GET", KEYS + "/" + id + "/config/" + software)
                            .body())
                    .contains(id + ".gandi.net", "hmac-sha512");
        }
        assertThat(gandi.call("GET", KEYS + "/" + id + "/config/djbdns").status())
                .isEqualTo(404);
        assertThat(gandi.call("PUT", ZONE + "/tsig/" + id).status()).isEqualTo(201);
        assertThat(gandi.call("GET", ZONE + "/tsig").body())
                .startsWith("[{\"id\":\"" + id)
                .doesNotContain("secret");
        assertThat(gandi.call("DELETE", ZONE + "/tsig/" + id).status()).isEqualTo(204);
        assertThat(gandi.call("GET", ZONE + "/tsig").body()).isEqualTo("[]");
        assertThat(gandi.call("PUT", ZONE + "/tsig/other").status()).isEqualTo(404);
    }

    @Test
    void aKeyBelongsToAnOrganization() throws Exception {
        String id = id(gandi.call("POST", KEYS + "?sharing_id=" + Gandi.SECOND));
        assertThat(gandi.call("GET", KEYS).body()).isEqualTo("[]");
        assertThat(gandi.call("GET", KEYS + "?sharing_id=" + Gandi.SECOND).body())
                .contains(id);
        assertThat(gandi.callAs(Gandi.ALL, "GET", KEYS + "/" + id).status()).isEqualTo(404);
        assertThat(gandi.callAs(Gandi.OTHER, "GET", KEYS + "/" + id).status()).isEqualTo(200);
        assertThat(gandi.callAs(Gandi.VIEW, "GET", KEYS).status()).isEqualTo(403);
    }
}
