package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostCallsTest {
    private Gandi gandi;

    @BeforeEach
    void start() throws Exception {
        gandi = Gandi.start();
    }

    @AfterEach
    void stop() {
        gandi.close();
    }

    private static final String HOSTS = "/domain/domains/example.com/hosts";

    @Test
    void glueIsMadeChangedAndTakenAwayAndShowsLater() throws Exception {
        RawConnection.Reply made =
                gandi.call("POST", HOSTS, "{\"name\":\"NS1\",\"ips\":[\"192.0.2.53\",\"2001:db8::53\"]}");
        assertThat(made.status()).isEqualTo(202);
        assertThat(made.header("location")).hasValue(gandi.url(HOSTS) + "/ns1");
        assertThat(gandi.call("GET", HOSTS).body()).isEqualTo("[]");
        gandi.advance(Duration.ofSeconds(3));
        String host = "{\"name\":\"ns1\",\"fqdn\":\"ns1.example.com\",\"fqdn_unicode\":\"ns1.example.com\",\"href\":\""
                + gandi.url(HOSTS) + "/ns1\",\"ips\":[\"192.0.2.53\",\"2001:db8::53\"]}";
        assertThat(gandi.call("GET", HOSTS).body()).isEqualTo("[" + host + "]");
        assertThat(gandi.call("GET", HOSTS + "/ns1").body()).isEqualTo(host);
        assertThat(gandi.call("PUT", HOSTS + "/ns1", "{\"ips\":[\"192.0.2.54\"]}")
                        .status())
                .isEqualTo(202);
        assertThat(gandi.call("GET", HOSTS + "/ns1").body()).isEqualTo(host);
        gandi.advance(Duration.ofSeconds(3));
        assertThat(gandi.call("GET", HOSTS + "/ns1").body()).endsWith("\"ips\":[\"192.0.2.54\"]}");
        assertThat(gandi.call("DELETE", HOSTS + "/ns1").status()).isEqualTo(202);
        gandi.advance(Duration.ofSeconds(3));
        assertThat(gandi.call("GET", HOSTS + "/ns1").status()).isEqualTo(404);
    }

    @Test
    void theDomainItselfIsAHostToo() throws Exception {
        gandi.emulator().setRegistryDelay(Duration.ZERO);
        gandi.call("POST", HOSTS, "{\"name\":\"@\",\"ips\":[\"192.0.2.53\"]}");
        assertThat(gandi.call("GET", HOSTS).body()).contains("\"name\":\"@\",\"fqdn\":\"example.com\"");
        assertThat(gandi.call("POST", HOSTS, "{\"name\":\"@\",\"ips\":[\"192.0.2.53\"]}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whatIsNoHostOrNoAddressIsRefused() throws Exception {
        assertThat(gandi.call("POST", HOSTS, "{}").body()).contains("\"name\"", "\"ips\"");
        assertThat(gandi.call("POST", HOSTS, "{\"name\":\"a b\",\"ips\":[\"192.0.2.53\",\"x\"]}")
                        .body())
                .contains("invalid hostname", "\"ips.1\"");
        assertThat(gandi.call("POST", HOSTS, "{\"name\":\"a\",\"ips\":[]}").status())
                .isEqualTo(400);
        assertThat(gandi.call("PUT", HOSTS + "/none", "{\"ips\":[\"192.0.2.53\"]}")
                        .status())
                .isEqualTo(404);
        assertThat(gandi.callAs(Gandi.VIEW, "DELETE", HOSTS + "/none").status()).isEqualTo(403);
    }
}
