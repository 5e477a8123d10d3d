package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The calls of DNSControl's Gandi provider, with the headers and bodies that it sends, over a socket.
class DnsControlDialogueTest {
    private Gandi gandi;

    @BeforeEach
    void start() throws Exception {
        gandi = Gandi.start();
    }

    @AfterEach
    void stop() {
        gandi.close();
    }

    /// Each request has a content type, also those without a body, and `?sharing_id=` behind whatever the path
    /// was.
    private RawConnection.Reply send(String method, String path, String body) throws Exception {
        return gandi.exchange(gandi.request(
                method,
                "/v5/" + path + "?sharing_id=" + Gandi.FIRST,
                body,
                "User-Agent: Go-http-client/1.1",
                "Authorization: " + Gandi.ALL,
                "Content-Type: application/json",
                "Accept-Encoding: gzip"));
    }

    @Test
    void previewReadsZonesNameServersDelegationAndRecords() throws Exception {
        RawConnection.Reply zones = send("GET", "livedns/domains", "");
        String zone = gandi.url("/livedns/domains/example.com");
        assertThat(zones.status()).isEqualTo(200);
        assertThat(zones.body())
                .startsWith("[{\"fqdn\":\"example.com\",\"domain_href\":\"" + zone + "\",\"domain_records_href\":\""
                        + zone + "/records\"},");
        assertThat(zones.header("link")).isEmpty();
        assertThat(zones.header("Content-Encoding")).isEmpty();

        RawConnection.Reply nameServers = send("GET", "livedns/domains/example.com/nameservers", "");
        assertThat(nameServers.body())
                .matches("\\[\"ns-\\d+-a\\.gandi\\.net\",\"ns-\\d+-b\\.gandi\\.net\",\"ns-\\d+-c\\.gandi\\.net\"]");

        RawConnection.Reply delegation = send("GET", "domain/domains/example.com/nameservers", "");
        assertThat(delegation.body()).isEqualTo(nameServers.body());

        RawConnection.Reply records = send("GET", "livedns/domains/example.com/records", "");
        assertThat(records.body())
                .isEqualTo("[{\"rrset_name\":\"@\",\"rrset_type\":\"A\",\"rrset_ttl\":10800,"
                        + "\"rrset_values\":[\"192.0.2.1\"],"
                        + "\"rrset_href\":\"" + zone
                        + "/records/%40/A\"},{\"rrset_name\":\"www\",\"rrset_type\":\"A\","
                        + "\"rrset_ttl\":300,\"rrset_values\":[\"192.0.2.2\"],\"rrset_href\":\"" + zone
                        + "/records/www/A\"}]");
    }

    @Test
    void aCreationIsAPostOfOneRrset() throws Exception {
        RawConnection.Reply reply = send(
                "POST",
                "livedns/domains/example.com/records",
                "{\"rrset_type\":\"A\",\"rrset_ttl\":300,\"rrset_name\":\"test\",\"rrset_values\":[\"1.2.3.4\"]}");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(gandi.emulator().rrsets("example.com"))
                .contains(new StoredRrset("test", "A", 300, List.of("1.2.3.4")));
    }

    @Test
    void aChangeAtTheApexNamesTheZoneInsideAndReplacesEveryTypeThere() throws Exception {
        send(
                "POST",
                "livedns/domains/example.com/records",
                "{\"rrset_type\":\"TXT\",\"rrset_ttl\":300,\"rrset_name\":\"@\",\"rrset_values\":[\"\\\"goes\\\"\"]}");
        RawConnection.Reply reply = send(
                "PUT",
                "livedns/domains/example.com/records/@",
                "{\"items\":[{\"rrset_type\":\"A\",\"rrset_ttl\":300,\"rrset_name\":\"example.com\",\"rrset_values\":"
                        + "[\"192.0.2.7\"]},{\"rrset_type\":\"MX\",\"rrset_ttl\":3600,\"rrset_name\":\"example.com\","
                        + "\"rrset_values\":[\"10 mail.example.com.\"]}]}");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.body()).isEqualTo("{\"message\":\"DNS Record Created\"}");
        assertThat(gandi.emulator().rrsets("example.com"))
                .containsExactly(
                        new StoredRrset("@", "A", 300, List.of("192.0.2.7")),
                        new StoredRrset("@", "MX", 3600, List.of("10 mail.example.com.")),
                        new StoredRrset("www", "A", 300, List.of("192.0.2.2")));
    }

    @Test
    void aDeletionOfALabelInLowerCaseMissesOneThatIsStoredWithCapitals() throws Exception {
        send(
                "POST",
                "livedns/domains/example.com/records",
                "{\"rrset_type\":\"A\",\"rrset_ttl\":300,\"rrset_name\":\"FOO\",\"rrset_values\":[\"192.0.2.9\"]}");
        assertThat(send("DELETE", "livedns/domains/example.com/records/foo", "").status())
                .isEqualTo(204);
        assertThat(gandi.emulator().rrsets("example.com"))
                .contains(new StoredRrset("FOO", "A", 300, List.of("192.0.2.9")));
        assertThat(send("DELETE", "livedns/domains/example.com/records/www", "").status())
                .isEqualTo(204);
        assertThat(gandi.emulator().rrsets("example.com").stream().map(StoredRrset::name))
                .containsExactly("@", "FOO");
    }

    @Test
    void aRegistrarChangeShowsAfterAWhile() throws Exception {
        String before =
                send("GET", "domain/domains/example.com/nameservers", "").body();
        RawConnection.Reply reply = send(
                "PUT",
                "domain/domains/example.com/nameservers",
                "{\"nameservers\":[\"ns1.example.net\",\"ns2.example.net\"]}");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.body()).startsWith("{\"message\":\"");
        assertThat(reply.header("location")).hasValue(gandi.url("/domain/domains/example.com/nameservers"));
        assertThat(send("GET", "domain/domains/example.com/nameservers", "").body())
                .isEqualTo(before);
        gandi.advance(Duration.ofSeconds(3));
        assertThat(send("GET", "domain/domains/example.com/nameservers", "").body())
                .isEqualTo("[\"ns1.example.net\",\"ns2.example.net\"]");
        assertThat(gandi.call("GET", "/domain/domains/example.com/livedns").body())
                .startsWith("{\"current\":\"other\",\"nameservers\":[\"ns1.example.net\",\"ns2.example.net\"]");
        assertThat(send("GET", "livedns/domains/example.com/records", "").status())
                .isEqualTo(200);
    }

    @Test
    void anEmptyDelegationIsRefused() throws Exception {
        assertThat(send("PUT", "domain/domains/example.com/nameservers", "{\"nameservers\":null}")
                        .body())
                .isEqualTo("{\"status\": \"error\", \"errors\": [{\"location\": \"body\", \"name\": \"nameservers\","
                        + " \"description\": \"Required\"}]}");
    }

    @Test
    void theNextPageIsFoundAlthoughTheQueryIsGluedOnTwice() throws Exception {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 150; i++) {
            items.append(i == 0 ? "" : ",")
                    .append("{\"rrset_name\":\"h%03d\",\"rrset_type\":\"A\",\"rrset_values\":[\"192.0.2.1\"]}"
                            .formatted(i));
        }
        gandi.call("PUT", "/livedns/domains/example.com/records", "{\"items\":[" + items + "]}");
        RawConnection.Reply first = send("GET", "livedns/domains/example.com/records", "");
        assertThat(first.header("total-count")).hasValue("150");
        String link = first.header("link").orElseThrow();
        String next = link.substring(1, link.indexOf(">; rel=\"next\""));
        String endpoint = gandi.url("/livedns/");
        assertThat(next).startsWith(endpoint);
        RawConnection.Reply second = send("GET", "livedns/" + next.substring(endpoint.length()), "");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.header("link")).isEmpty();
        assertThat(second.body()).startsWith("[{\"rrset_name\":\"h100\"");
        assertThat(second.header("filtered-count")).hasValue("50");
    }

    @Test
    void anotherOrganizationsSharingIdIs403ForAToken() throws Exception {
        RawConnection.Reply reply =
                gandi.callAs(Gandi.ALL, "GET", "/livedns/domains/example.com/records?sharing_id=" + Gandi.SECOND);
        assertThat(reply.status()).isEqualTo(403);
    }

    @Test
    void aKeyListsItsDefaultOrganizationUnlessItNamesAnother() throws Exception {
        assertThat(gandi.call("GET", "/livedns/domains").body())
                .contains("example.com")
                .doesNotContain("second.example");
        assertThat(gandi.call("GET", "/livedns/domains?sharing_id=" + Gandi.SECOND)
                        .body())
                .contains("\"second.example\"")
                .doesNotContain("example.com");
        assertThat(gandi.call("GET", "/livedns/domains/second.example/records").status())
                .isEqualTo(200);
        assertThat(gandi.call("GET", "/livedns/domains?sharing_id=nonsense").status())
                .isEqualTo(403);
    }
}
