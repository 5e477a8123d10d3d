package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveDnsCallsTest {
    private Gandi gandi;

    @BeforeEach
    void start() throws Exception {
        gandi = Gandi.start();
    }

    @AfterEach
    void stop() {
        gandi.close();
    }

    @Test
    void theListHoldsTheZonesOnly() throws Exception {
        RawConnection.Reply reply = gandi.call("GET", "/livedns/domains");
        assertThat(reply.header("total-count")).hasValue("3");
        assertThat(reply.body())
                .contains("example.com", "example.org", "signed.example")
                .doesNotContain("elsewhere");
    }

    @Test
    void theNameServersOfAnyNameNeedNoCredentials() throws Exception {
        RawConnection.Reply reply =
                gandi.exchange(gandi.request("GET", "/v5/livedns/nameservers/never.registered.example", ""));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .matches("\\[\"ns-\\d{1,3}-a\\.gandi\\.net\",\"ns-\\d{1,3}-b\\.gandi\\.net\",\"ns-\\d{1,"
                        + "3}-c\\.gandi\\.net\"]");
        assertThat(gandi.exchange(gandi.request("GET", "/v5/livedns/nameservers/NEVER.registered.example", ""))
                        .body())
                .isEqualTo(reply.body());
    }

    @Test
    void theTypesAreAList() throws Exception {
        assertThat(gandi.call("GET", "/livedns/dns/rrtypes").body())
                .startsWith("[\"A\",\"AAAA\",\"ALIAS\",\"CAA\",\"CDS\",\"CNAME\",")
                .endsWith("\"TLSA\",\"TXT\",\"WKS\"]");
    }

    @Test
    void aKeyCarriesItsDs() throws Exception {
        String keys = "/livedns/domains/signed.example/keys";
        String list = gandi.call("GET", keys).body();
        assertThat(list)
                .matches("\\[\\{\"id\":\"[0-9a-f-]{36}\",\"fqdn\":\"signed\\.example\",\"algorithm\":15,"
                        + "\"algorithm_name\":"
                        + "\"ED25519\",\"flags\":257,\"status\":\"active\",\"deleted\":false,"
                        + "\"ds\":\"signed\\.example\\. 3600 IN"
                        + " DS 3613 15 2 [0-9A-F]{64}\",\"key_href\":\"http://[^\"]+\"}]");
        String id = list.substring(8, 44);
        assertThat(gandi.call("GET", keys + "/" + id).body())
                .contains("\"public_key\":\"l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=\",\"tag\":3613}");
        assertThat(gandi.call("GET", keys + "/other").status()).isEqualTo(404);
        assertThat(gandi.call("GET", "/livedns/domains/example.com/keys").body())
                .isEqualTo("[]");
    }

    @Test
    void aZoneIsOpenedWithWhatIsSent() throws Exception {
        String item = "{\"rrset_name\":\"www\",\"rrset_type\":\"%s\",\"rrset_values\":[\"192.0.2.1\"]}";
        String body = "{\"fqdn\":\"elsewhere.example\",\"zone\":{\"items\":[" + item + "]}}";
        assertThat(gandi.call("POST", "/livedns/domains", body.formatted("NONSENSE"))
                        .status())
                .isEqualTo(400);
        String alias = "{\"rrset_name\":\"www\",\"rrset_type\":\"ALIAS\",\"rrset_values\":[\"x.example.\"]}";
        assertThat(gandi.call(
                                "POST",
                                "/livedns/domains",
                                "{\"fqdn\":\"elsewhere.example\",\"zone\":{\"items\":[" + alias + "]}}")
                        .body())
                .contains("only '@' is allowed for ALIAS records");
        assertThat(gandi.call("GET", "/livedns/domains/elsewhere.example/snapshots")
                        .status())
                .as("nothing was opened")
                .isEqualTo(404);
        assertThat(gandi.call("POST", "/livedns/domains", body.formatted("A")).status())
                .isEqualTo(201);
        assertThat(gandi.emulator().rrsets("elsewhere.example"))
                .containsExactly(new StoredRrset("www", "A", 10_800, java.util.List.of("192.0.2.1")));
        assertThat(gandi.call("GET", "/livedns/domains/elsewhere.example/snapshots")
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void aZoneIsOpenedForADomainAtGandiOnce() throws Exception {
        RawConnection.Reply reply =
                gandi.call("POST", "/livedns/domains", "{\"fqdn\":\"Elsewhere.example\",\"zone\":{}}");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.body()).isEqualTo("{\"message\":\"Domain Created\"}");
        assertThat(reply.header("location")).hasValue(gandi.url("/livedns/domains/elsewhere.example"));
        assertThat(gandi.emulator().rrsets("elsewhere.example"))
                .extracting(rrset -> rrset.name() + "/" + rrset.type())
                .contains("@/A", "@/MX", "www/CNAME", "_submission._tcp/SRV")
                .hasSize(10);
        assertThat(gandi.call("POST", "/livedns/domains", "{\"fqdn\":\"elsewhere.example\"}")
                        .status())
                .isEqualTo(409);
        assertThat(gandi.call("POST", "/livedns/domains", "{\"fqdn\":\"not-ours.example\",\"zone\":{}}")
                        .body())
                .contains("HTTPNotFound");
        assertThat(gandi.call("POST", "/livedns/domains").status()).isEqualTo(400);
    }
}
