package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotCallsTest {
    private static final String ZONE = "/livedns/domains/example.com";
    private static final String SNAPSHOTS = ZONE + "/snapshots";
    private static final String WWW = ZONE + "/records/www/A";

    private Gandi gandi;

    @BeforeEach
    void start() throws Exception {
        gandi = Gandi.start();
    }

    @AfterEach
    void stop() {
        gandi.close();
    }

    private List<String> ids(String query) throws Exception {
        return Pattern.compile("\"id\":\"([^\"]+)\"")
                .matcher(gandi.call("GET", SNAPSHOTS + query).body())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void oneIsTakenWithoutABodyOrWithAName() throws Exception {
        RawConnection.Reply reply = gandi.call("POST", SNAPSHOTS, "{\"name\":\"before-mail-move\"}");
        assertThat(reply.status()).isEqualTo(201);
        String id = ids("").getFirst();
        assertThat(reply.body()).isEqualTo("{\"id\":\"" + id + "\",\"message\":\"Zone Snapshot Created\"}");
        assertThat(reply.header("location")).hasValue(gandi.url(SNAPSHOTS) + "/" + id);
        gandi.advance(Duration.ofMinutes(1));
        assertThat(gandi.call("POST", SNAPSHOTS).status()).isEqualTo(201);
        RawConnection.Reply list = gandi.call("GET", SNAPSHOTS);
        assertThat(list.header("total-count")).hasValue("2");
        String href = gandi.url(SNAPSHOTS) + "/" + id;
        assertThat(list.body())
                .startsWith("[{\"id\":\"" + id + "\",\"name\":\"before-mail-move\",\"created_at\":"
                        + "\"2026-11-04T09:08:07Z\",\"automatic\":false,\"href\":\"" + href
                        + "\",\"snapshot_href\":\"" + href + "\"},{")
                .contains("\"name\":\"2026-11-04 2\",\"created_at\":\"2026-11-04T09:09:07Z\"");
    }

    @Test
    void eachChangeLeavesTheStateBeforeIt() throws Exception {
        gandi.call("PUT", WWW, "{\"rrset_ttl\":300,\"rrset_values\":[\"192.0.2.2\"]}");
        assertThat(ids("")).as("nothing was changed").isEmpty();
        gandi.call("PUT", WWW, "{\"rrset_ttl\":300,\"rrset_values\":[\"192.0.2.3\"]}");
        gandi.call("DELETE", ZONE + "/records");
        List<String> ids = ids("?automatic=true");
        assertThat(ids).hasSize(2);
        String data =
                "{\"rrset_name\":\"@\",\"rrset_type\":\"A\",\"rrset_ttl\":10800,\"rrset_values\":[\"192.0.2.1\"]},"
                        + "{\"rrset_name\":\"www\",\"rrset_type\":\"A\",\"rrset_ttl\":300,\"rrset_values\":[\"192.0.2.%d\"]}";
        String first = gandi.call("GET", SNAPSHOTS + "/" + ids.get(0)).body();
        assertThat(first)
                .startsWith("{\"id\":\"" + ids.get(0) + "\",\"name\":\"2026-11-04 1\",\"created_at\":")
                .endsWith("\"zone_data\":[" + data.formatted(2) + "]}");
        assertThat(gandi.call("GET", SNAPSHOTS + "/" + ids.get(1)).body())
                .endsWith("\"zone_data\":[" + data.formatted(3) + "]}");
        String zoneData = first.substring(first.indexOf("\"zone_data\":") + 12, first.length() - 1);
        assertThat(gandi.call("PUT", ZONE + "/records", "{\"items\":" + zoneData + "}")
                        .status())
                .isEqualTo(201);
        assertThat(gandi.emulator().rrsets("example.com"))
                .contains(new StoredRrset("www", "A", 300, List.of("192.0.2.2")));
        assertThat(ids("?automatic=true")).hasSize(3);
        assertThat(ids("?automatic=false")).isEmpty();
    }

    @Test
    void aZoneMayBeToldToTakeNoneByItself() throws Exception {
        RawConnection.Reply reply = gandi.call("PATCH", ZONE, "{\"automatic_snapshots\":false}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"message\":\"Domain Updated\"}");
        assertThat(gandi.call("GET", ZONE).body()).contains("\"automatic_snapshots\":false");
        gandi.call("DELETE", WWW);
        assertThat(ids("")).isEmpty();
        gandi.call("PATCH", ZONE, "{\"automatic_snapshots\":true}");
        gandi.call("DELETE", ZONE + "/records/@/A");
        assertThat(ids("")).hasSize(1);
        assertThat(gandi.call("PATCH", ZONE, "{}").status()).isEqualTo(400);
        assertThat(gandi.call("PATCH", ZONE, "{\"automatic_snapshots\":1}").status())
                .isEqualTo(400);
    }

    @Test
    void onlySoManyAreKeptThatNobodyAskedFor() throws Exception {
        try (Gandi frugal =
                Gandi.start(options -> options.withGuesses(Guesses.likely().withKeptSnapshots(2)))) {
            frugal.call("POST", SNAPSHOTS, "{\"name\":\"mine\"}");
            for (int i = 0; i < 5; i++) {
                frugal.call("PUT", WWW, "{\"rrset_values\":[\"198.51.100." + i + "\"]}");
            }
            String list = frugal.call("GET", SNAPSHOTS).body();
            assertThat(list)
                    .contains("\"mine\"", "2026-11-04 5", "2026-11-04 6")
                    .doesNotContain("2026-11-04 4");
        }
    }

    @Test
    void theyAreSortedAndTurnedPageByPage() throws Exception {
        for (int i = 0; i < 3; i++) {
            gandi.call("POST", SNAPSHOTS);
            gandi.advance(Duration.ofSeconds(1));
        }
        assertThat(ids("?sort_by=-date_created"))
                .isEqualTo(ids("?sort_by=date_created").reversed());
        RawConnection.Reply page = gandi.call("GET", SNAPSHOTS + "?per_page=2");
        assertThat(page.header("total-count")).hasValue("3");
        assertThat(page.header("link").orElseThrow()).contains("page=2");
        assertThat(ids("?per_page=2&page=2")).hasSize(1);
        assertThat(gandi.call("GET", SNAPSHOTS + "?sort_by=name").status()).isEqualTo(400);
        assertThat(gandi.call("GET", SNAPSHOTS + "?automatic=maybe").status()).isEqualTo(400);
    }

    @Test
    void oneIsReadAsText() throws Exception {
        gandi.call("POST", SNAPSHOTS);
        RawConnection.Reply reply = gandi.exchange(gandi.request(
                "GET",
                "/v5" + SNAPSHOTS + "/" + ids("").getFirst(),
                "",
                "Authorization: " + Gandi.KEY,
                "Accept: text/plain"));
        assertThat(reply.header("Content-Type")).hasValue("text/plain");
        assertThat(reply.body())
                .isEqualTo("@ 10800 IN SOA ns1.gandi.net. hostmaster.gandi.net. " + Gandi.START.getEpochSecond()
                        + " 10800 3600 604800 10800\n@ 10800 IN A 192.0.2.1\nwww 300 IN A 192.0.2.2\n");
    }

    @Test
    void oneIsRenamedAndDeleted() throws Exception {
        gandi.call("POST", SNAPSHOTS);
        String path = SNAPSHOTS + "/" + ids("").getFirst();
        assertThat(gandi.call("PATCH", path, "{\"name\":\"better\"}").body())
                .isEqualTo("{\"message\":\"Zone Snapshot Updated\"}");
        assertThat(gandi.call("GET", path).body()).contains("\"name\":\"better\"");
        assertThat(gandi.call("PATCH", path, "{}").body())
                .contains("\"name\": \"name\", \"description\": \"Required\"");
        assertThat(gandi.call("PATCH", path, "{\"name\":7}").status()).isEqualTo(400);
        assertThat(gandi.call("DELETE", path).status()).isEqualTo(204);
        for (String method : List.of("GET", "DELETE")) {
            assertThat(gandi.call(method, path).body())
                    .isEqualTo("{\"object\": \"HTTPNotFound\", \"cause\": \"Not Found\", \"code\": 404,"
                            + " \"message\": \"The resource could not be found.\"}");
        }
        assertThat(gandi.call("PATCH", path, "{\"name\":\"x\"}").status()).isEqualTo(404);
    }

    @Test
    void theyBelongToAZoneAndNeedItsPermission() throws Exception {
        assertThat(gandi.call("GET", "/livedns/domains/elsewhere.example/snapshots")
                        .body())
                .contains("Unknown domain");
        assertThat(gandi.callAs(Gandi.VIEW, "GET", SNAPSHOTS).status()).isEqualTo(403);
        assertThat(gandi.callAs(Gandi.OTHER, "GET", SNAPSHOTS).status()).isEqualTo(404);
    }
}
