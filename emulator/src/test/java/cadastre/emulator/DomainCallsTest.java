package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DomainCallsTest {
    private Gandi gandi;

    @BeforeEach
    void start() throws Exception {
        gandi = Gandi.start();
    }

    @AfterEach
    void stop() {
        gandi.close();
    }

    private static List<String> names(RawConnection.Reply reply) {
        return Pattern.compile("\"fqdn\":\"([^\"]+)\"")
                .matcher(reply.body())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void anItemOfTheListHasItsMembersInTheRecordedOrder() throws Exception {
        RawConnection.Reply reply = gandi.call("GET", "/domain/domains?fqdn=example.com");
        assertThat(reply.header("total-count")).hasValue("1");
        assertThat(reply.header("filtered-count")).hasValue("1");
        assertThat(reply.body())
                .isEqualTo("[{\"status\":[\"clientTransferProhibited\"],\"dates\":{\"created_at\":\"2021-02-21T"
                        + "10:39:00Z\","
                        + "\"registry_created_at\":\"2013-03-12T12:02:11Z\","
                        + "\"registry_ends_at\":\"2027-03-12T12:02:11Z\","
                        + "\"updated_at\":\"2026-01-25T17:06:34Z\"},\"tags\":[\"prod\"],"
                        + "\"fqdn\":\"example.com\",\"id\":"
                        + "\"5f4b1a2c-0000-4000-8000-0000000000aa\",\"autorenew\":true,"
                        + "\"tld\":\"com\",\"owner\":\"first-org\","
                        + "\"orga_owner\":\"first-org\",\"domain_owner\":\"Jane Doe\","
                        + "\"nameserver\":{\"current\":\"livedns\"},"
                        + "\"href\":\"" + gandi.url("/domain/domains/example.com")
                        + "\",\"fqdn_unicode\":\"example.com\",\"sharing_id\":\"" + Gandi.FIRST + "\"}]");
    }

    @Test
    void theDetailHasAutorenewAsAnObjectAndAFlatListOfNameServers() throws Exception {
        String body = gandi.call("GET", "/domain/domains/example.com").body();
        assertThat(body)
                .contains(
                        "\"autorenew\":{\"enabled\":true,\"duration\":1,\"dates\":[\"2027-02-09T11:02:11Z\","
                                + "\"2027-02-24T12:02:11Z\",\"2027-03-10T12:02:11Z\"],\"org_id\":\"" + Gandi.FIRST
                                + "\",",
                        "\"hold_begins_at\":\"2027-03-12T12:02:11Z\",\"hold_ends_at\":\"2027-04-26T12:02:11Z"
                                + "\",\"deletes_at\":"
                                + "\"2027-04-26T02:02:11Z\",\"pending_delete_ends_at\":\"2027-06-10T02:02:11Z\"",
                        "\"services\":[\"gandilivedns\",\"mailboxv2\"]",
                        "\"nameservers\":[\"ns-",
                        "\"authinfo\":\"Xy9-example\"",
                        "\"sharing_space\":{\"id\":\"" + Gandi.FIRST
                                + "\",\"name\":\"first-org\",\"type\":\"company\",\"reseller\":false}",
                        "\"contacts\":{\"owner\":{\"given\":\"Jane\"",
                        "\"type\":\"company\"",
                        "\"data_obfuscated\":true");
        assertThat(gandi.callAs(Gandi.VIEW, "GET", "/domain/domains/example.com")
                        .body())
                .doesNotContain("authinfo\":\"");
        assertThat(gandi.call("GET", "/domain/domains/signed.example").body())
                .contains("\"services\":[\"gandilivedns\",\"dnssec\"]");
    }

    @Test
    void theListIsFiltered() throws Exception {
        assertThat(names(gandi.call("GET", "/domain/domains")))
                .containsExactly("elsewhere.example", "example.com", "example.org", "signed.example");
        assertThat(names(gandi.call("GET", "/domain/domains?fqdn=example.*")))
                .containsExactly("example.com", "example.org");
        assertThat(names(gandi.call("GET", "/domain/domains?fqdn=*.EXAMPLE")))
                .containsExactly("elsewhere.example", "signed.example");
        assertThat(names(gandi.call("GET", "/domain/domains?nameserver=other"))).containsExactly("elsewhere.example");
        assertThat(names(gandi.call("GET", "/domain/domains?nameserver=livedns&tld=org")))
                .containsExactly("example.org");
        assertThat(names(gandi.call("GET", "/domain/domains?sort_by=-fqdn")))
                .containsExactly("signed.example", "example.org", "example.com", "elsewhere.example");
        assertThat(gandi.call("GET", "/domain/domains?sort_by=color").status()).isEqualTo(400);
        assertThat(gandi.call("GET", "/domain/domains?nameserver=other").body())
                .contains("\"nameserver\":{\"current\":\"other\",\"hosts\":[\"ns1.example.net\",\"ns2.example.net\"]}");
    }

    @Test
    void linksKeepTheRestOfTheQuery() throws Exception {
        RawConnection.Reply reply = gandi.call("GET", "/domain/domains?sort_by=fqdn&per_page=3");
        assertThat(reply.header("link"))
                .hasValue("<" + gandi.url("/domain/domains") + "?page=2&sort_by=fqdn&per_page=3>; rel=\"next\", <"
                        + gandi.url("/domain/domains") + "?page=2&sort_by=fqdn&per_page=3>; rel=\"last\"");
    }

    @Test
    void linksBeginWithWhatAProxySaysTheServerIsCalled() throws Exception {
        RawConnection.Reply reply = gandi.exchange(gandi.request(
                "GET",
                "/v5/domain/domains?per_page=1",
                "",
                "Authorization: " + Gandi.KEY,
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: api.gandi.net, inner"));
        assertThat(reply.header("link").orElseThrow())
                .startsWith("<https://api.gandi.net/v5/domain/domains?page=2&per_page=1>; rel=\"next\"");
        assertThat(reply.body()).contains("\"href\":\"https://api.gandi.net/v5/domain/domains/elsewhere.example\"");
        RawConnection.Reply wrong = gandi.exchange(gandi.request(
                "GET", "/v5/domain/domains?per_page=1", "", "Authorization: " + Gandi.KEY, "X-Forwarded-Host: a\"b<c"));
        assertThat(wrong.header("link").orElseThrow()).startsWith("<http://127.0.0.1/v5/");
    }

    @Test
    void aTokenListsWhatItReachesAndNothingWithoutThePermission() throws Exception {
        assertThat(names(gandi.callAs(Gandi.SOME, "GET", "/domain/domains"))).containsExactly("example.com");
        assertThat(names(gandi.callAs(Gandi.OTHER, "GET", "/domain/domains"))).containsExactly("second.example");
        assertThat(names(gandi.callAs(Gandi.VIEW, "GET", "/domain/domains"))).hasSize(4);
        RawConnection.Reply zones = gandi.callAs(Gandi.VIEW, "GET", "/livedns/domains");
        assertThat(zones.status()).isEqualTo(200);
        assertThat(zones.body()).isEqualTo("[]");
        assertThat(gandi.callAs(Gandi.ALL, "GET", "/domain/domains?sharing_id=" + Gandi.FIRST)
                        .status())
                .isEqualTo(200);
        assertThat(gandi.callAs(Gandi.ALL, "GET", "/domain/domains?sharing_id=" + Gandi.SECOND)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aRegistryKeepsNamesInLowerCaseWithoutDotsEachOnce() throws Exception {
        gandi.emulator().setRegistryDelay(Duration.ZERO);
        gandi.call(
                "PUT",
                "/domain/domains/example.com/nameservers",
                "{\"nameservers\":[\"NS2.example.net.\",\"ns1.example.net\",\"ns2.example.net\"]}");
        assertThat(gandi.emulator().nameServers("example.com")).containsExactly("ns2.example.net", "ns1.example.net");
    }

    @Test
    void whatIsNoHostNameIsRefusedByItsPlace() throws Exception {
        RawConnection.Reply reply = gandi.call(
                "PUT",
                "/domain/domains/example.com/nameservers",
                "{\"nameservers\":[\"ns1.example.net\",\"192.0.2.1\",7,\"a b.example\"]}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .isEqualTo("{\"status\": \"error\", \"errors\": ["
                        + "{\"location\": \"body\", \"name\": \"nameservers.1\", \"description\": "
                        + "\"'192.0.2.1': invalid"
                        + " hostname\"}, "
                        + "{\"location\": \"body\", \"name\": \"nameservers.2\", \"description\": \"Required\"}, "
                        + "{\"location\": \"body\", \"name\": \"nameservers.3\", \"description\": \"'a "
                        + "b.example': invalid"
                        + " hostname\"}]}");
        assertThat(gandi.call("PUT", "/domain/domains/example.com/nameservers", "{\"nameservers\":\"x.example\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aLaterChangeReplacesOneThatIsPending() throws Exception {
        String path = "/domain/domains/example.com/nameservers";
        gandi.call("PUT", path, "{\"nameservers\":[\"ns1.example.net\"]}");
        gandi.advance(Duration.ofSeconds(2));
        gandi.call("PUT", path, "{\"nameservers\":[\"ns9.example.net\"]}");
        gandi.advance(Duration.ofSeconds(2));
        assertThat(gandi.call("GET", path).body()).contains("gandi.net");
        gandi.advance(Duration.ofSeconds(1));
        assertThat(gandi.call("GET", path).body()).isEqualTo("[\"ns9.example.net\"]");
    }

    @Test
    void aDomainThatMovesToLiveDnsGetsAZone() throws Exception {
        assertThat(gandi.call("POST", "/domain/domains/elsewhere.example/livedns")
                        .status())
                .isEqualTo(202);
        assertThat(gandi.call("GET", "/livedns/domains/elsewhere.example").status())
                .isEqualTo(404);
        gandi.advance(Duration.ofSeconds(3));
        assertThat(gandi.call("GET", "/livedns/domains/elsewhere.example").status())
                .isEqualTo(200);
        assertThat(gandi.emulator().rrsets("elsewhere.example")).hasSize(10);
        assertThat(gandi.call("GET", "/domain/domains/elsewhere.example/livedns")
                        .body())
                .startsWith("{\"current\":\"livedns\"");
    }

    @Test
    void theStatusOfAnAcceptedChangeIsASetting() throws Exception {
        Guesses likely = Guesses.likely();
        Guesses other = new Guesses(
                likely.tooMany(),
                200,
                200,
                likely.largestPage(),
                true,
                true,
                false,
                false,
                false,
                1,
                likely.spelling());
        try (Gandi different = Gandi.start(options -> options.withGuesses(other))) {
            assertThat(different
                            .call(
                                    "PUT",
                                    "/domain/domains/example.com/nameservers",
                                    "{\"nameservers\":[\"ns1.example.net\"]}")
                            .status())
                    .isEqualTo(200);
            assertThat(different
                            .call("GET", "/domain/domains/example.com/contacts")
                            .body())
                    .contains("\"type\":1,");
            assertThat(different
                            .call("GET", "/livedns/domains/example.com/records/none")
                            .status())
                    .isEqualTo(404);
            assertThat(different.call("GET", "/livedns/domains").header("filtered-count"))
                    .isEmpty();
            assertThat(different
                            .call(
                                    "PUT",
                                    "/livedns/domains/example.com/records/@/NS",
                                    "{\"rrset_values\":[\"ns1.example.net.\"]}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void tagsAreAPlainList() throws Exception {
        assertThat(gandi.call("GET", "/domain/domains/example.com/tags").body()).isEqualTo("[\"prod\"]");
    }

    @Test
    void registryKeysAreAListThatMayBeEmpty() throws Exception {
        RawConnection.Reply reply = gandi.call("GET", "/domain/domains/example.com/dnskeys");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("[]");
    }
}
