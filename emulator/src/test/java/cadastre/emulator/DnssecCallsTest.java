package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DnssecCallsTest {
    private static final String DNSSEC = "/domain/domains/example.com/livedns/dnssec";
    private static final String KEYS = "/livedns/domains/example.com/keys";
    private static final String REGISTRY_KEYS = "/domain/domains/elsewhere.example/dnskeys";
    private static final String PUBLIC_KEY = "l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=";

    private Gandi gandi;

    @BeforeEach
    void start() throws Exception {
        gandi = Gandi.start();
    }

    @AfterEach
    void stop() {
        gandi.close();
    }

    private String state() throws Exception {
        return gandi.call("GET", DNSSEC).body();
    }

    @Test
    void signingIsSwitchedOnAndOffAndShowsLater() throws Exception {
        assertThat(state()).isEqualTo("{\"state\":\"inactive\"}");
        RawConnection.Reply on = gandi.call("POST", DNSSEC);
        assertThat(on.status()).isEqualTo(202);
        assertThat(on.body()).isEqualTo("{\"state\":\"activating\"}");
        assertThat(state()).isEqualTo("{\"state\":\"activating\"}");
        assertThat(gandi.call("GET", KEYS).body()).isEqualTo("[]");
        gandi.advance(Duration.ofSeconds(3));
        assertThat(state()).isEqualTo("{\"state\":\"active\"}");
        assertThat(gandi.call("GET", KEYS).body())
                .contains(
                        "\"algorithm_name\":\"ECDSAP256SHA256\",\"flags\":257,\"status\":\"active\",\"deleted\":false");
        assertThat(gandi.call("GET", "/domain/domains/example.com").body()).contains("\"dnssec\"");
        RawConnection.Reply off = gandi.call("DELETE", DNSSEC);
        assertThat(off.status()).isEqualTo(202);
        assertThat(off.body()).isEqualTo("{\"state\":\"deactivating\"}");
        gandi.advance(Duration.ofSeconds(3));
        assertThat(state()).isEqualTo("{\"state\":\"inactive\"}");
        assertThat(gandi.call("GET", KEYS).body()).contains("\"deleted\":true");
    }

    @Test
    void whatCannotBeIsAConflict() throws Exception {
        assertThat(gandi.call("DELETE", DNSSEC).body())
                .isEqualTo("{\"state\": \"inactive\", \"cause\": \"Conflict\", \"error\": \"DNSSEC is not active\"}");
        gandi.call("POST", DNSSEC);
        RawConnection.Reply again = gandi.call("POST", DNSSEC);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.header("Content-Type")).hasValue("application/json");
        assertThat(again.body()).contains("\"state\": \"activating\"");
        assertThat(gandi.call("POST", "/domain/domains/elsewhere.example/livedns/dnssec")
                        .body())
                .contains("The domain does not use LiveDNS");
        gandi.call("PUT", "/livedns/domains/example.org/records/@/ALIAS", "{\"rrset_values\":[\"lb.example.net.\"]}");
        assertThat(gandi.call("POST", "/domain/domains/example.org/livedns/dnssec")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void anAliasThatCameBetweenIsAnErrorOfTheActivation() throws Exception {
        gandi.call("POST", "/domain/domains/example.org/livedns/dnssec");
        gandi.call("PUT", "/livedns/domains/example.org/records/@/ALIAS", "{\"rrset_values\":[\"lb.example.net.\"]}");
        gandi.advance(Duration.ofSeconds(3));
        assertThat(gandi.call("GET", "/domain/domains/example.org/livedns/dnssec")
                        .body())
                .startsWith("{\"state\":\"activation_error\",\"error\":\"");
        assertThat(gandi.call("DELETE", "/domain/domains/example.org/livedns/dnssec")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void aSignedZoneRefusesAlias() throws Exception {
        gandi.emulator().setRegistryDelay(Duration.ZERO);
        gandi.call("POST", DNSSEC);
        gandi.call("DELETE", "/livedns/domains/example.com/records/@/A");
        String alias = "/livedns/domains/example.com/records/@/ALIAS";
        assertThat(gandi.call("PUT", alias, "{\"rrset_values\":[\"lb.example.net.\"]}")
                        .body())
                .contains("ALIAS records are not allowed with DNSSEC");
        gandi.call("DELETE", DNSSEC);
        assertThat(gandi.call("PUT", alias, "{\"rrset_values\":[\"lb.example.net.\"]}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aKeyIsMadeDeletedAndTakenBack() throws Exception {
        RawConnection.Reply made = gandi.call("POST", KEYS, "{\"flags\":256}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body()).isEqualTo("{\"message\":\"Domain Key Created\"}");
        String path =
                made.header("location").orElseThrow().substring(gandi.url("").length());
        assertThat(path).matches(KEYS + "/[0-9a-f-]{36}");
        assertThat(gandi.call("GET", path).body()).contains("\"flags\":256", "\"tag\":", "\"public_key\":\"");
        assertThat(gandi.call("DELETE", path).status()).isEqualTo(204);
        assertThat(gandi.call("GET", path).body()).contains("\"deleted\":true");
        for (String method : new String[] {"PATCH", "PUT"}) {
            gandi.call("DELETE", path);
            assertThat(gandi.call(method, path, "{\"deleted\":false}").status()).isEqualTo(200);
            assertThat(gandi.call("GET", path).body()).contains("\"deleted\":false");
        }
        assertThat(gandi.call("POST", KEYS, "{\"flags\":300}").status()).isEqualTo(400);
        assertThat(gandi.call("POST", KEYS, "{}").status()).isEqualTo(400);
        assertThat(gandi.call("DELETE", KEYS + "/other").status()).isEqualTo(404);
        assertThat(gandi.call("PUT", KEYS + "/other", "{\"deleted\":false}").status())
                .isEqualTo(404);
    }

    @Test
    void theRegistryTakesKeysOfOthersLater() throws Exception {
        String key = "{\"algorithm\":15,\"type\":\"ksk\",\"public_key\":\"" + PUBLIC_KEY + "\"}";
        RawConnection.Reply reply = gandi.call("POST", REGISTRY_KEYS, key);
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("location")).hasValue(gandi.url(REGISTRY_KEYS) + "/1");
        assertThat(gandi.call("GET", REGISTRY_KEYS).body()).isEqualTo("[]");
        gandi.advance(Duration.ofSeconds(3));
        assertThat(gandi.call("GET", REGISTRY_KEYS).body())
                .startsWith(
                        "[{\"id\":1,\"href\":\"" + gandi.url(REGISTRY_KEYS) + "/1\",\"algorithm\":15,\"type\":\"ksk\","
                                + "\"public_key\":\"" + PUBLIC_KEY + "\",\"keytag\":3613,\"digest\":\"");
        gandi.call("POST", REGISTRY_KEYS, key);
        gandi.call("POST", REGISTRY_KEYS, key);
        gandi.advance(Duration.ofSeconds(3));
        assertThat(gandi.call("GET", REGISTRY_KEYS).header("total-count")).hasValue("3");
        gandi.emulator().setRegistryDelay(Duration.ZERO);
        gandi.call("PUT", REGISTRY_KEYS, "{\"keys\":[" + key + "," + key.replace("ksk", "zsk") + "]}");
        assertThat(gandi.call("GET", REGISTRY_KEYS).header("total-count")).hasValue("2");
        assertThat(gandi.call("DELETE", REGISTRY_KEYS + "/4").status()).isEqualTo(202);
        assertThat(gandi.call("GET", REGISTRY_KEYS).body()).contains("\"zsk\"").doesNotContain("\"ksk\"");
        assertThat(gandi.call("DELETE", REGISTRY_KEYS + "/1").status()).isEqualTo(404);
        assertThat(gandi.call("POST", REGISTRY_KEYS, "{\"algorithm\":15,\"public_key\":\"???\"}")
                        .body())
                .contains("Invalid base64");
        assertThat(gandi.call("PUT", REGISTRY_KEYS, "{\"keys\":[7]}").body()).contains("\"keys.0\"");
        assertThat(gandi.call("PUT", REGISTRY_KEYS, "{}").status()).isEqualTo(400);
    }
}
