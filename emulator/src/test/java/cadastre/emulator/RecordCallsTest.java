package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordCallsTest {
    private static final String RECORDS = "/livedns/domains/example.com/records";

    private Gandi gandi;

    @BeforeEach
    void start() throws Exception {
        gandi = Gandi.start();
    }

    @AfterEach
    void stop() {
        gandi.close();
    }

    private List<StoredRrset> rrsets() {
        return gandi.emulator().rrsets("example.com");
    }

    private void assertFault(RawConnection.Reply reply, String name, String description) {
        assertThat(reply.body())
                .isEqualTo("{\"status\": \"error\", \"errors\": [{\"location\": \"body\", \"name\": \"" + name
                        + "\", \"description\": \"" + description + "\"}]}");
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void aChallengeIsAppendedAsAcmeClientsDo() throws Exception {
        String path = RECORDS + "/_acme-challenge/TXT";
        assertThat(gandi.call("GET", path).body())
                .isEqualTo("{\"object\": \"dns-record\", \"cause\": \"Not Found\", \"code\": 404, \"message\": "
                        + "\"Can't find the"
                        + " DNS record _acme-challenge/TXT in the zone\"}");
        RawConnection.Reply put = gandi.call("PUT", path, "{\"rrset_ttl\":300,\"rrset_values\":[\"tokenA\"]}");
        assertThat(put.header("location")).hasValue(gandi.url(path));
        assertThat(gandi.call("GET", path).body()).contains("\"rrset_ttl\":300,\"rrset_values\":[\"\\\"tokenA\\\"\"]");
        gandi.call("PUT", path, "{\"rrset_ttl\":300,\"rrset_values\":[\"tokenB\",\"\\\"tokenA\\\"\"]}");
        assertThat(gandi.call("GET", path).body()).contains("\"rrset_values\":[\"\\\"tokenB\\\"\",\"\\\"tokenA\\\"\"]");
        gandi.call("PUT", path, "{\"rrset_values\":[\"\\\"tokenB\\\"\"]}");
        assertThat(gandi.call("GET", path).body()).contains("\"rrset_ttl\":10800");
        assertThat(gandi.call("PUT", path, "{\"rrset_values\":[]}").status()).isEqualTo(201);
        assertThat(gandi.call("GET", path).body()).contains("\"rrset_values\":[]");
        assertThat(gandi.call("DELETE", path).status()).isEqualTo(204);
        assertThat(gandi.call("DELETE", path).status()).isEqualTo(204);
        assertThat(gandi.call("GET", path).status()).isEqualTo(404);
    }

    @Test
    void aWholeZoneIsReplacedOrNothingIs() throws Exception {
        List<StoredRrset> before = rrsets();
        RawConnection.Reply reply = gandi.call(
                "PUT",
                RECORDS,
                "{\"items\":[{\"rrset_name\":\"a\",\"rrset_type\":\"A\",\"rrset_values\":[\"192.0.2.1\"]},"
                        + "{\"rrset_name\":\"b\",\"rrset_type\":\"A\",\"rrset_values\":[\"2001:db8::1\"]}]}");
        assertFault(
                reply,
                "items",
                "'2001:db8::1': invalid IPv4 address (param: {'rrset_type': u'A', 'rrset_ttl': 10800, "
                        + "'rrset_name': u'b',"
                        + " 'rrset_values': [u'2001:db8::1']})");
        assertThat(rrsets()).isEqualTo(before);
        RawConnection.Reply good = gandi.call(
                "PUT",
                RECORDS,
                "{\"items\":[{\"rrset_name\":\"a\",\"rrset_type\":\"A\",\"rrset_values\":[\"192.0.2.1\"]}]}");
        assertThat(good.status()).isEqualTo(201);
        assertThat(good.header("location")).hasValue(gandi.url(RECORDS));
        assertThat(rrsets()).containsExactly(new StoredRrset("a", "A", 10800, List.of("192.0.2.1")));
        assertThat(gandi.call("PUT", RECORDS, "{\"items\":[]}").status()).isEqualTo(201);
        assertThat(rrsets()).isEmpty();
    }

    @Test
    void deletingTheRecordsOfAZoneLeavesItEmpty() throws Exception {
        assertThat(gandi.call("DELETE", RECORDS).status()).isEqualTo(204);
        assertThat(gandi.call("GET", RECORDS).body()).isEqualTo("[]");
        assertThat(gandi.call("GET", RECORDS).header("total-count")).hasValue("0");
    }

    @Test
    void aSlashTooMuchReadsTheZoneAndDoesNotEmptyIt() throws Exception {
        assertThat(gandi.call("GET", RECORDS + "/").body()).startsWith("[{\"rrset_name\":\"@\"");
        assertThat(gandi.call("DELETE", RECORDS + "/").status()).isEqualTo(404);
        assertThat(rrsets()).hasSize(2);
    }

    @Test
    void aNameIsReplacedByTypes() throws Exception {
        gandi.call("PUT", RECORDS + "/www/TXT", "{\"rrset_values\":[\"goes\"]}");
        RawConnection.Reply reply = gandi.call(
                "PUT",
                RECORDS + "/www",
                "{\"items\":[{\"rrset_name\":\"anything\",\"rrset_type\":\"CNAME\","
                        + "\"rrset_values\":[\"example.net.\"]}]}");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("location")).hasValue(gandi.url(RECORDS + "/www"));
        assertThat(gandi.call("GET", RECORDS + "/www").body())
                .isEqualTo("[{\"rrset_name\":\"www\",\"rrset_type\":\"CNAME\",\"rrset_ttl\":10800,\"rrset_values\":"
                        + "[\"example.net.\"],\"rrset_href\":\"" + gandi.url(RECORDS + "/www/CNAME") + "\"}]");
        gandi.call("PUT", RECORDS + "/www", "{\"items\":[]}");
        assertThat(gandi.call("GET", RECORDS + "/www").body()).isEqualTo("[]");
    }

    @Test
    void postBelowANameOrTypeCreates() throws Exception {
        assertThat(gandi.call("POST", RECORDS + "/p", "{\"rrset_type\":\"A\",\"rrset_values\":[\"192.0.2.1\"]}")
                        .status())
                .isEqualTo(201);
        assertThat(gandi.call("POST", RECORDS + "/p/AAAA", "{\"rrset_values\":[\"2001:db8::1\"]}")
                        .status())
                .isEqualTo(201);
        assertThat(gandi.call("POST", RECORDS + "/p/AAAA", "{\"rrset_values\":[\"2001:db8::2\"]}")
                        .status())
                .isEqualTo(409);
        assertThat(gandi.call("GET", RECORDS + "/p").body()).contains("\"A\"", "\"AAAA\"");
        assertThat(gandi.call("DELETE", RECORDS + "/p").status()).isEqualTo(204);
        assertThat(gandi.call("GET", RECORDS + "/p").body()).isEqualTo("[]");
    }

    @Test
    void equalValuesInAnotherOrderAreTheSame() throws Exception {
        String path = RECORDS + "/m/A";
        gandi.call("POST", path, "{\"rrset_values\":[\"192.0.2.1\",\"192.0.2.2\"]}");
        assertThat(gandi.call("POST", path, "{\"rrset_ttl\":300,\"rrset_values\":[\"192.0.2.2\",\"192.0.2.1\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(gandi.call("POST", path, "{\"rrset_values\":[\"192.0.2.1\"]}")
                        .status())
                .isEqualTo(409);
        assertThat(rrsets()).contains(new StoredRrset("m", "A", 10800, List.of("192.0.2.1", "192.0.2.2")));
    }

    @Test
    void valuesAreAddedAndRemovedOneByOne() throws Exception {
        String path = RECORDS + "/t/TXT";
        assertThat(gandi.call("PATCH", path, "{\"add_rrset_values\":[\"a\"]}").status())
                .isEqualTo(404);
        gandi.call("PUT", path, "{\"rrset_ttl\":300,\"rrset_values\":[\"a\",\"b\"]}");
        RawConnection.Reply reply =
                gandi.call("PATCH", path, "{\"add_rrset_values\":[\"c\"],\"remove_rrset_values\":[\"\\\"a\\\"\"]}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .isEqualTo("{\"rrset_name\":\"t\",\"rrset_type\":\"TXT\",\"rrset_ttl\":300,"
                        + "\"rrset_values\":[\"\\\"b\\\"\","
                        + "\"\\\"c\\\"\"],\"rrset_href\":\"" + gandi.url(path) + "\"}");
        assertThat(gandi.call("PATCH", path, "{\"rrset_ttl\":600}").body()).contains("\"rrset_ttl\":600");
        assertFault(
                gandi.call("PATCH", path, "{\"add_rrset_values\":[\"é\"]}"),
                "add_rrset_values.0",
                "String does not match expected pattern");
    }

    @Test
    void aTtlMayBeAString() throws Exception {
        gandi.call("PUT", RECORDS + "/www/A", "{\"rrset_ttl\":\"600\",\"rrset_values\":[\"192.0.2.1\"]}");
        assertThat(rrsets()).contains(new StoredRrset("www", "A", 600, List.of("192.0.2.1")));
        assertFault(
                gandi.call("PUT", RECORDS + "/www/A", "{\"rrset_ttl\":\"soon\",\"rrset_values\":[\"192.0.2.1\"]}"),
                "rrset_ttl",
                "\\\"soon\\\" is not a number");
        assertFault(
                gandi.call("PUT", RECORDS + "/www/A", "{\"rrset_ttl\":300.5,\"rrset_values\":[\"192.0.2.1\"]}"),
                "rrset_ttl",
                "\\\"300.5\\\" is not a number");
    }

    @Test
    void whatIsMissingIsNamedAllAtOnce() throws Exception {
        RawConnection.Reply reply = gandi.call("POST", RECORDS, "{\"rrset_ttl\":1}");
        assertThat(reply.body())
                .isEqualTo("{\"status\": \"error\", \"errors\": ["
                        + "{\"location\": \"body\", \"name\": \"rrset_name\", \"description\": \"Required\"}, "
                        + "{\"location\": \"body\", \"name\": \"rrset_type\", \"description\": \"Required\"}, "
                        + "{\"location\": \"body\", \"name\": \"rrset_ttl\", \"description\": \"1 is less "
                        + "than minimum value"
                        + " 300\"}, "
                        + "{\"location\": \"body\", \"name\": \"rrset_values\", \"description\": \"Required\"}]}");
        assertFault(
                gandi.call("PUT", RECORDS, "{\"items\":[{\"rrset_name\":\"a\",\"rrset_type\":\"A\"}]}"),
                "items.0.rrset_values",
                "Required");
    }

    @Test
    void bodiesOfTheWrongShapeAreRefused() throws Exception {
        String a = RECORDS + "/www/A";
        assertFault(gandi.call("PUT", a, "{\"rrset_values\":[\"\"]}"), "rrset_values.0", "Required");
        assertFault(
                gandi.call("PUT", a, "{\"rrset_values\":\"192.0.2.1\"}"),
                "rrset_values",
                "\\\"192.0.2.1\\\" is not iterable");
        assertFault(gandi.call("PUT", RECORDS, "{}"), "items", "Required");
        assertFault(gandi.call("PUT", RECORDS + "/www", "{\"items\":1}"), "items", "\\\"1\\\" is not iterable");
        assertFault(gandi.call("PUT", RECORDS, "{\"items\":[7]}"), "items.0", "\\\"7\\\" is not a mapping type");
        assertFault(gandi.call("PUT", a, "[]"), "body", "The body must be a JSON object");
        RawConnection.Reply malformed = gandi.call("PUT", a, "{\"rrset_values\":");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.body()).contains("\"name\": \"body\", \"description\": \"Invalid JSON: ");
        assertFault(gandi.call("PUT", a, ""), "rrset_values", "Required");
    }

    @Test
    void aBodyOfAnotherTypeIs415() throws Exception {
        for (String type : List.of("Content-Type: application/x-www-form-urlencoded", "X-None: x")) {
            RawConnection.Reply reply = gandi.exchange(gandi.request(
                    "PUT",
                    "/v5" + RECORDS + "/www/A",
                    "{\"rrset_values\":[\"192.0.2.1\"]}",
                    "Authorization: " + Gandi.KEY,
                    type));
            assertThat(reply.status()).isEqualTo(415);
            assertThat(reply.body()).contains("\"name\": \"Content-Type\"", "['application/json']");
        }
        RawConnection.Reply charset = gandi.exchange(gandi.request(
                "PUT",
                "/v5" + RECORDS + "/www/A",
                "{\"rrset_values\":[\"192.0.2.1\"]}",
                "Authorization: " + Gandi.KEY,
                "Content-Type: Application/JSON; charset=utf-8"));
        assertThat(charset.status()).isEqualTo(201);
    }

    @Test
    void typesThatLiveDnsDoesNotKnowAreRefused() throws Exception {
        RawConnection.Reply reply = gandi.call("PUT", RECORDS + "/x/CERT", "{\"rrset_values\":[\"x\"]}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .contains("\"name\": \"rrset_type\", \"description\": \"\\\"CERT\\\" is not one of A, AAAA, ");
        assertThat(gandi.call("GET", RECORDS + "/x/CERT").status()).isEqualTo(404);
    }

    @Test
    void anSoaMayBeSentAndIsNotKept() throws Exception {
        String soa = "{\"rrset_values\":[\"ns1.gandi.net. hostmaster.gandi.net. 1 2 3 4 5\"]}";
        assertThat(gandi.call("PUT", RECORDS + "/@/SOA", soa).status()).isEqualTo(201);
        assertThat(gandi.call("POST", RECORDS + "/@/SOA", soa).status()).isEqualTo(201);
        assertThat(gandi.call("GET", RECORDS + "/@/SOA").status()).isEqualTo(404);
        assertThat(gandi.call("GET", RECORDS + "/@/NS").status()).isEqualTo(404);
        assertThat(rrsets()).hasSize(2);
    }

    @Test
    void aHostThatIsAnAddressIsRefused() throws Exception {
        assertFault(
                gandi.call("PUT", RECORDS + "/sub/NS", "{\"rrset_ttl\":300,\"rrset_values\":[\"192.0.2.9.\"]}"),
                "items",
                "'192.0.2.9.': invalid hostname (param: {'rrset_type': u'NS', 'rrset_ttl': 300, 'rrset_name': u'sub',"
                        + " 'rrset_values': [u'192.0.2.9.']})");
        assertThat(gandi.call("PUT", RECORDS + "/@/MX", "{\"rrset_values\":[\"10 192.0.2.9\"]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void valuesAreReadByTheirTypeAndKeptAsTheyWereWritten() throws Exception {
        assertThat(gandi.call("PUT", RECORDS + "/a/AAAA", "{\"rrset_values\":[\"2001:DB8:0::1\"]}")
                        .status())
                .isEqualTo(201);
        assertThat(gandi.call("PUT", RECORDS + "/c/CNAME", "{\"rrset_values\":[\" docs.example.com \"]}")
                        .status())
                .isEqualTo(201);
        assertThat(gandi.call("PUT", RECORDS + "/s/SRV", "{\"rrset_values\":[\"10  20 5060 sip\"]}")
                        .status())
                .isEqualTo(201);
        assertThat(rrsets())
                .contains(
                        new StoredRrset("a", "AAAA", 10800, List.of("2001:DB8:0::1")),
                        new StoredRrset("c", "CNAME", 10800, List.of("docs.example.com")),
                        new StoredRrset("s", "SRV", 10800, List.of("10  20 5060 sip")));
        for (String bad :
                List.of("a/AAAA 192.0.2.1", "m/MX mail", "s/SRV 1 2 x", "c/CAA 0 issue", "t/TLSA 3 1 1 xyz")) {
            String path = RECORDS + "/" + bad.substring(0, bad.indexOf(' '));
            String value = bad.substring(bad.indexOf(' ') + 1);
            assertThat(gandi.call("PUT", path, "{\"rrset_values\":[\"" + value + "\"]}")
                            .status())
                    .as(bad)
                    .isEqualTo(400);
        }
    }

    @Test
    void spellingsMayBeMadeCanonical() throws Exception {
        try (Gandi canonical = Gandi.start(
                options -> options.withGuesses(Guesses.likely().withSpelling(Guesses.Spelling.CANONICAL)))) {
            canonical.call(
                    "PUT",
                    RECORDS,
                    "{\"items\":[" + item("a", "AAAA", "2001:DB8:0::1") + ","
                            + item("b", "CAA", "0 issue ca.example.net")
                            + "," + item("c", "TLSA", "3 1 1 " + "AB".repeat(32)) + ","
                            + item("d", "DS", "1 13 2 " + "ab".repeat(16) + " " + "cd".repeat(16)) + ","
                            + item("e", "SSHFP", "4 2 " + "AB".repeat(32)) + ","
                            + item("f", "SRV", "10  20 5060 SIP") + "," + item("@", "MX", "10   Mail.example.NET.")
                            + "]}");
            assertThat(canonical.emulator().rrsets("example.com").stream()
                            .map(rrset -> rrset.values().getFirst()))
                    .containsExactly(
                            "10 Mail.example.NET.",
                            "2001:db8::1",
                            "0 issue \"ca.example.net\"",
                            "3 1 1 " + "ab".repeat(32),
                            "1 13 2 " + "AB".repeat(16) + "CD".repeat(16),
                            "4 2 " + "ab".repeat(32),
                            "10 20 5060 SIP");
        }
    }

    private static String item(String name, String type, String value) {
        return "{\"rrset_name\":\"" + name + "\",\"rrset_type\":\"" + type + "\",\"rrset_values\":[\"" + value + "\"]}";
    }

    @Test
    void whatCannotStandTogetherIsRefusedAndNothingChanges() throws Exception {
        List<StoredRrset> before = rrsets();
        assertThat(gandi.call("PUT", RECORDS + "/www/CNAME", "{\"rrset_values\":[\"x.example.\"]}")
                        .body())
                .contains("CNAME records are not allowed beside A records (param: ");
        assertThat(gandi.call("PUT", RECORDS + "/@/ALIAS", "{\"rrset_values\":[\"x.example.\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(gandi.call("PUT", RECORDS + "/c/CNAME", "{\"rrset_values\":[\"x.example.\",\"y.example.\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(gandi.call("PUT", RECORDS + "/@/DS", "{\"rrset_values\":[\"1 13 2 " + "ab".repeat(32) + "\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(gandi.call(
                                "PUT",
                                RECORDS + "/n",
                                "{\"items\":[" + item("n", "CNAME", "x.example.") + "," + item("n", "TXT", "x") + "]}")
                        .status())
                .isEqualTo(400);
        assertThat(gandi.call(
                                "PUT",
                                RECORDS,
                                "{\"items\":[" + item("n", "A", "192.0.2.1") + "," + item("n", "A", "192.0.2.2") + "]}")
                        .body())
                .contains("duplicate rrset");
        assertThat(gandi.call(
                                "PUT",
                                RECORDS,
                                "{\"items\":[" + item("n", "A", "192.0.2.1") + "," + item("N", "TXT", "x") + "]}")
                        .status())
                .isEqualTo(500);
        assertThat(rrsets()).isEqualTo(before);
        assertThat(gandi.call(
                                "PUT",
                                "/livedns/domains/signed.example/records/@/ALIAS",
                                "{\"rrset_values\":[\"x.example.\"]}")
                        .body())
                .contains("ALIAS records are not allowed with DNSSEC");
    }

    @Test
    void anAliasMayReplaceTheAddressesOfTheApexInOneWrite() throws Exception {
        gandi.call("PUT", RECORDS + "/@", "{\"items\":[" + item("@", "ALIAS", "lb.example.net.") + "]}");
        assertThat(rrsets()).contains(new StoredRrset("@", "ALIAS", 10800, List.of("lb.example.net.")));
        gandi.call("PUT", RECORDS + "/%40", "{\"items\":[" + item("@", "A", "192.0.2.1") + "]}");
        assertThat(rrsets()).contains(new StoredRrset("@", "A", 10800, List.of("192.0.2.1")));
    }

    @Test
    void anRrsetWithoutValuesTakesNobodysPlace() throws Exception {
        gandi.call("PUT", RECORDS + "/c/TXT", "{\"rrset_values\":[]}");
        assertThat(gandi.call("PUT", RECORDS + "/c/CNAME", "{\"rrset_values\":[\"x.example.\"]}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void apexNsShowInTheNameServersAsTheyAre() throws Exception {
        gandi.call("PUT", RECORDS + "/@/NS", "{\"rrset_values\":[\"ns1.example.net.\",\"ns2.example.net.\"]}");
        assertThat(gandi.call("GET", "/livedns/domains/example.com/nameservers").body())
                .isEqualTo("[\"ns1.example.net.\",\"ns2.example.net.\"]");
        assertThat(gandi.call("GET", "/livedns/nameservers/example.com").body()).contains(".gandi.net");
    }

    @Test
    void namesAreEncodedInHrefsAndTakenBothWays() throws Exception {
        gandi.call("PUT", RECORDS + "/*.dev/A", "{\"rrset_values\":[\"192.0.2.1\"]}");
        assertThat(gandi.call("GET", RECORDS + "/%2A.dev/A").body())
                .contains("\"rrset_name\":\"*.dev\"", "\"rrset_href\":\"" + gandi.url(RECORDS + "/%2A.dev/A") + "\"");
        assertThat(gandi.call("GET", RECORDS + "/@/A").body()).contains("records/%40/A");
        assertThat(gandi.call("GET", RECORDS + "/%4").status()).isEqualTo(400);
        assertThat(gandi.call("GET", RECORDS + "/%4").body()).contains("Failed to decode param &#39;%4&#39;");
    }

    @Test
    void absoluteNamesInsideTheZoneBecomeRelativeAndOthersAreRefused() throws Exception {
        RawConnection.Reply reply = gandi.call(
                "POST",
                RECORDS,
                "{\"rrset_name\":\"abs.example.com.\",\"rrset_type\":\"A\",\"rrset_values\":[\"192.0.2.1\"]}");
        assertThat(reply.header("location")).hasValue(gandi.url(RECORDS + "/abs/A"));
        assertThat(gandi.call("GET", RECORDS + "/abs.example.com./A").status()).isEqualTo(200);
        RawConnection.Reply outside =
                gandi.call("PUT", RECORDS + "/_acme-challenge./TXT", "{\"rrset_values\":[\"x\"]}");
        assertThat(outside.status()).isEqualTo(400);
        assertThat(outside.body())
                .isEqualTo("{\"object\": \"HTTPBadRequest\", \"cause\": \"Bad Request\", \"code\": 400, "
                        + "\"message\": \"Absolute"
                        + " rrset_name must end with example.com. (_acme-challenge.)\"}");
        assertThat(gandi.call("POST", RECORDS, item("a b", "A", "192.0.2.1")).status())
                .isEqualTo(400);
        assertThat(gandi.call("POST", RECORDS, item("a".repeat(64), "A", "192.0.2.1"))
                        .status())
                .isEqualTo(400);
        assertThat(gandi.call("POST", RECORDS, item("a..b", "A", "192.0.2.1")).status())
                .isEqualTo(400);
        assertThat(gandi.call("POST", RECORDS, item(("a".repeat(60) + ".").repeat(4) + "b", "A", "192.0.2.1"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aGuessedZoneIsNeverItsParent() throws Exception {
        assertThat(gandi.call("GET", "/livedns/domains/sub.example.com").status())
                .isEqualTo(404);
        assertThat(gandi.call("GET", "/livedns/domains/com").status()).isEqualTo(404);
    }

    @Test
    void listsAreFilteredByTypeAndSorted() throws Exception {
        gandi.call("PUT", RECORDS + "/a/TXT", "{\"rrset_ttl\":400,\"rrset_values\":[\"x\"]}");
        RawConnection.Reply reply = gandi.call("GET", RECORDS + "?rrset_type=A&sort_by=-rrset_name");
        assertThat(reply.header("total-count")).hasValue("2");
        assertThat(reply.body()).startsWith("[{\"rrset_name\":\"www\"");
        assertThat(gandi.call("GET", RECORDS + "?sort_by=rrset_ttl").body())
                .containsSubsequence("\"www\"", "\"a\"", "\"@\"");
        assertThat(gandi.call("GET", RECORDS + "?sort_by=color").status()).isEqualTo(400);
    }

    @Test
    void aPageIsAPositiveNumber() throws Exception {
        RawConnection.Reply reply = gandi.call("GET", RECORDS + "?page=0");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .isEqualTo("{\"status\": \"error\", \"errors\": [{\"location\": \"querystring\", \"name\": \"page\","
                        + " \"description\": \"0 is less than minimum value 1\"}]}");
        assertThat(gandi.call("GET", RECORDS + "?per_page=x").status()).isEqualTo(400);
    }

    @Test
    void aWrongZoneFileIsRefusedWithTheLine() throws Exception {
        for (String text :
                List.of("@ 300 IN A 192.0.2.1\nx 300 IN TXT \"open\n", "@ 300 IN A 192.0.2.1\nx 300 IN A y\n")) {
            RawConnection.Reply reply = gandi.exchange(gandi.request(
                    "PUT", "/v5" + RECORDS, text, "Authorization: " + Gandi.KEY, "Content-Type: text/plain"));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body()).contains("\"Line 2: Error while parsing rdata: ");
        }
        for (String text : List.of(
                "x 10 IN A 192.0.2.1\n",
                "x 300 IN CERT 1 1 1 YQ==\n",
                "x.example.net. A 192.0.2.1\n",
                "x 300 IN CNAME y\nx 300 IN A 192.0.2.1\n")) {
            RawConnection.Reply reply = gandi.exchange(gandi.request(
                    "PUT", "/v5" + RECORDS, text, "Authorization: " + Gandi.KEY, "Content-Type: text/plain"));
            assertThat(reply.status()).as(text).isEqualTo(400);
        }
        assertThat(rrsets()).hasSize(2);
    }

    @Test
    void anExportedZoneCanBeImported() throws Exception {
        gandi.call("PUT", RECORDS + "/t/TXT", "{\"rrset_values\":[\"semi;colon \\\\\\\"quoted\\\\\\\"\",\"b\"]}");
        gandi.call("PUT", RECORDS + "/@/MX", "{\"rrset_values\":[\"10 mail.example.net.\"]}");
        List<StoredRrset> before = rrsets();
        String export = gandi.exchange(
                        gandi.request("GET", "/v5" + RECORDS, "", "Authorization: " + Gandi.KEY, "Accept: text/plain"))
                .body();
        gandi.call("DELETE", RECORDS);
        gandi.exchange(gandi.request(
                "PUT", "/v5" + RECORDS, export, "Authorization: " + Gandi.KEY, "Content-Type: text/plain"));
        assertThat(rrsets()).isEqualTo(before);
    }
}
