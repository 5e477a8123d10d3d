package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What unmodified clients depend on, octet for octet, over a socket.
class AcceptanceTest {
    private static final String FORBIDDEN =
            "{\"object\": \"HTTPForbidden\", \"cause\": \"Forbidden\", \"code\": 403, \"message\": \"Access "
                    + "was denied to this"
                    + " resource.\"}";
    private static final String WRONG_KEY =
            "{\"code\": 401, \"message\": \"The server could not verify that you authorized to access the document you"
                    + " requested. Either you supplied the wrong credentials (e.g., bad api key), or your "
                    + "access token has"
                    + " expired\", \"object\": \"HTTPUnauthorized\", \"cause\": \"Unauthorized\"}";
    private static final String NOT_FOUND =
            "{\"object\": \"HTTPNotFound\", \"cause\": \"Not Found\", \"code\": 404, \"message\": \"The "
                    + "resource could not be"
                    + " found.\"}";
    private static final String CREATED = "{\"message\":\"DNS Record Created\"}";

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
    void withoutCredentialsThereIsACompact401WithOneMember() throws Exception {
        RawConnection.Reply reply = gandi.exchange(gandi.request("GET", "/v5/livedns/domains/example.com", ""));
        assertThat(reply.text())
                .isEqualTo(String.join(
                        "\r\n",
                        "HTTP/1.1 401 Unauthorized",
                        "Content-Type: application/json",
                        "Server: nginx",
                        "Date: Wed, 04 Nov 2026 09:08:07 GMT",
                        "Age: 0",
                        "Cache-Control: max-age=0, must-revalidate, no-cache, no-store",
                        "Expires: Wed, 04 Nov 2026 09:08:07 GMT",
                        "Last-Modified: Wed, 04 Nov 2026 09:08:07 GMT",
                        "Pragma: no-cache",
                        "Via: 1.1 varnish-v4, 1.1 varnish-v4",
                        "X-Cache: MISS",
                        "X-Cache-Hits: 0",
                        "Content-Length: 108",
                        "Connection: keep-alive",
                        "",
                        "{\"message\":\"You must provide an access token or an API Key. See"
                                + " https://api.gandi.net/docs/authentication/\"}"));
    }

    @Test
    void aWrongTokenIs403() throws Exception {
        assertError(gandi.callAs("Bearer nonsense", "GET", "/livedns/domains"), 403, FORBIDDEN);
    }

    @Test
    void anExpiredTokenIs403() throws Exception {
        assertError(gandi.callAs(Gandi.EXPIRED, "GET", "/livedns/domains"), 403, FORBIDDEN);
    }

    @Test
    void aWrongKeyIs401With264Octets() throws Exception {
        RawConnection.Reply reply = gandi.callAs("Apikey nonsense", "GET", "/livedns/domains");
        assertError(reply, 401, WRONG_KEY);
        assertThat(reply.header("Content-Length")).hasValue("264");
    }

    @Test
    void aTokenAsApikeyIs403() throws Exception {
        String asKey = Gandi.ALL.replace("Bearer", "Apikey");
        assertError(gandi.callAs(asKey, "GET", "/livedns/domains"), 403, FORBIDDEN);
    }

    @Test
    void aKeyAsBearerIs403() throws Exception {
        String asToken = Gandi.KEY.replace("Apikey", "Bearer");
        assertError(gandi.callAs(asToken, "GET", "/livedns/domains"), 403, FORBIDDEN);
    }

    @Test
    void aTokenWithoutThePermissionIs403OnADomainThatItSees() throws Exception {
        assertError(gandi.callAs(Gandi.VIEW, "GET", "/livedns/domains/example.com/records"), 403, FORBIDDEN);
        assertError(gandi.callAs(Gandi.VIEW, "GET", "/livedns/domains/second.example/records"), 404, NOT_FOUND);
    }

    @Test
    void aDomainOfSomebodyElseIs404With108Octets() throws Exception {
        RawConnection.Reply reply = gandi.call("GET", "/livedns/domains/not-ours.example");
        assertError(reply, 404, NOT_FOUND);
        assertThat(reply.header("Content-Length")).hasValue("108");
        assertError(gandi.callAs(Gandi.SOME, "GET", "/livedns/domains/example.org"), 404, NOT_FOUND);
        assertError(gandi.callAs(Gandi.OTHER, "GET", "/domain/domains/example.com"), 404, NOT_FOUND);
    }

    @Test
    void aDomainThatLiveDnsDoesNotServeIsUnknownWith99Octets() throws Exception {
        RawConnection.Reply reply = gandi.call("GET", "/livedns/domains/elsewhere.example");
        assertError(
                reply,
                404,
                "{\"code\": 404, \"message\": \"Unknown domain\", \"object\": \"LocalizedHTTPNotFound\", "
                        + "\"cause\": \"Not"
                        + " Found\"}");
        assertThat(reply.header("Content-Length")).hasValue("99");
    }

    @Test
    void aRouteThatDoesNotExistIsAPageOfTheGateway() throws Exception {
        RawConnection.Reply reply = gandi.call("GET", "/nonsense/<b>?page=1");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(reply.body()).isEqualTo("""
                        <!DOCTYPE html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <title>Error</title>
                        </head>
                        <body>
                        <pre>Cannot GET /v5/nonsense/&lt;b&gt;</pre>
                        </body>
                        </html>
                        """);
    }

    @Test
    void aZoneIsFiveMembersInTheirOrderWithAllHeaders() throws Exception {
        RawConnection.Reply reply = gandi.call("GET", "/livedns/domains/EXAMPLE.com");
        String zone = gandi.url("/livedns/domains/example.com");
        String body =
                "{\"domain_keys_href\":\"" + zone + "/keys\",\"fqdn\":\"example.com\",\"automatic_snapshots\":true,"
                        + "\"domain_records_href\":\"" + zone + "/records\",\"domain_href\":\"" + zone + "\"}";
        assertThat(reply.text())
                .isEqualTo(String.join(
                        "\r\n",
                        "HTTP/1.1 200 OK",
                        "Content-Type: application/json; charset=utf-8",
                        "Server: nginx",
                        "Date: Wed, 04 Nov 2026 09:08:07 GMT",
                        "Age: 0",
                        "Cache-Control: max-age=0, must-revalidate, no-cache, no-store",
                        "Expires: Wed, 04 Nov 2026 09:08:07 GMT",
                        "Last-Modified: Wed, 04 Nov 2026 09:08:07 GMT",
                        "Pragma: no-cache",
                        "Via: 1.1 varnish-v4, 1.1 varnish-v4",
                        "X-Cache: MISS",
                        "X-Cache-Hits: 0",
                        "Accept-Ranges: bytes",
                        "ETag: " + Gateway.entityTag(body),
                        "Strict-Transport-Security: max-age=15768000;",
                        "Vary: Accept-Encoding, Accept-Language",
                        "X-Content-Type-Options: nosniff",
                        "X-Frame-Options: DENY",
                        "X-XSS-Protection: 1; mode=block",
                        "Content-Length: " + body.length(),
                        "Connection: keep-alive",
                        "",
                        body));
    }

    @Test
    void aWriteOfAnRrsetIs201WithALocationInLowerCase() throws Exception {
        RawConnection.Reply reply = gandi.call(
                "PUT",
                "/livedns/domains/example.com/records/www/A",
                "{\"rrset_values\":[\"192.0.2.3\"],\"rrset_ttl\":600}");
        assertThat(reply.head().getFirst()).isEqualTo("HTTP/1.1 201 Created");
        assertThat(reply.body()).isEqualTo(CREATED);
        assertThat(reply.header("location")).hasValue(gandi.url("/livedns/domains/example.com/records/www/A"));
        assertThat(reply.header("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(reply.header("Accept-Ranges")).isEmpty();
    }

    @Test
    void theEntityTagIsTheOneThatWasRecordedForThisBody() throws Exception {
        RawConnection.Reply reply =
                gandi.call("PUT", "/livedns/domains/example.com/records/a/A", "{\"rrset_values\":[\"192.0.2.3\"]}");
        assertThat(reply.header("ETag")).hasValue("W/\"20-8GzTjxqNVdrkc6ay0Gf8zJRLVdc\"");
    }

    @Test
    void aMissingRrsetIs404OfADnsRecord() throws Exception {
        assertError(
                gandi.call("GET", "/livedns/domains/example.com/records/WWW/A"),
                404,
                "{\"object\": \"dns-record\", \"cause\": \"Not Found\", \"code\": 404, \"message\": \"Can't "
                        + "find the DNS record"
                        + " WWW/A in the zone\"}");
    }

    @Test
    void aTextComesBackInQuotesAndTwoKeepTheirOrder() throws Exception {
        String txt = "/livedns/domains/example.com/records/t/TXT";
        gandi.call("PUT", txt, "{\"rrset_ttl\":300,\"rrset_values\":[\"abc\"]}");
        assertThat(gandi.call("GET", txt).body())
                .isEqualTo("{\"rrset_name\":\"t\",\"rrset_type\":\"TXT\",\"rrset_ttl\":300,"
                        + "\"rrset_values\":[\"\\\"abc\\\"\"],"
                        + "\"rrset_href\":\"" + gandi.url(txt) + "\"}");
        gandi.call("PUT", txt, "{\"rrset_ttl\":300,\"rrset_values\":[\"z\",\"\\\"a\\\"\",\"z\"]}");
        assertThat(gandi.call("GET", txt).body()).contains("\"rrset_values\":[\"\\\"z\\\"\",\"\\\"a\\\"\"]");
    }

    @Test
    void aWriteWithoutTtlResetsItAndANameInTheBodyIsIgnored() throws Exception {
        String www = "/livedns/domains/example.com/records/www/A";
        RawConnection.Reply reply = gandi.call(
                "PUT", www, "{\"rrset_name\":\"other\",\"rrset_values\":[\"192.0.2.9\"],\"rrset_href\":\"x\"}");
        assertThat(reply.header("location")).hasValue(gandi.url(www));
        assertThat(gandi.call("GET", www).body()).contains("\"rrset_name\":\"www\"", "\"rrset_ttl\":10800");
        assertThat(gandi.call("GET", "/livedns/domains/example.com/records/other")
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void aReadMayHaveABodyOfTwoOctets() throws Exception {
        RawConnection.Reply reply = gandi.call("GET", "/livedns/domains/example.com/records/www/A", "{}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(gandi.call("DELETE", "/livedns/domains/example.com/records/www/A", "{}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void listsTellTheirTotalAndLinkOnlyToAPageThatExists() throws Exception {
        String path = "/livedns/domains/example.com/records";
        RawConnection.Reply first = gandi.call("GET", path + "?per_page=1");
        assertThat(first.header("total-count")).hasValue("2");
        assertThat(first.header("filtered-count")).hasValue("1");
        assertThat(first.header("link"))
                .hasValue("<" + gandi.url(path) + "?page=2&per_page=1>; rel=\"next\", <" + gandi.url(path)
                        + "?page=2&per_page=1>; rel=\"last\"");
        RawConnection.Reply last = gandi.call("GET", path + "?page=2&per_page=1");
        assertThat(last.header("total-count")).hasValue("2");
        assertThat(last.header("link")).isEmpty();
        assertThat(last.body()).startsWith("[{\"rrset_name\":\"www\"");
        RawConnection.Reply beyond = gandi.call("GET", path + "?page=3&per_page=1");
        assertThat(beyond.status()).isEqualTo(200);
        assertThat(beyond.body()).isEqualTo("[]");
        assertThat(beyond.header("link")).isEmpty();
    }

    @Test
    void deletingTwiceIs204Twice() throws Exception {
        for (int i = 0; i < 2; i++) {
            RawConnection.Reply reply = gandi.call("DELETE", "/livedns/domains/example.com/records/www/A");
            assertThat(reply.text())
                    .isEqualTo(String.join(
                            "\r\n",
                            "HTTP/1.1 204 No Content",
                            "Server: nginx",
                            "Date: Wed, 04 Nov 2026 09:08:07 GMT",
                            "Age: 0",
                            "Cache-Control: max-age=0, must-revalidate, no-cache, no-store",
                            "Expires: Wed, 04 Nov 2026 09:08:07 GMT",
                            "Last-Modified: Wed, 04 Nov 2026 09:08:07 GMT",
                            "Pragma: no-cache",
                            "Via: 1.1 varnish-v4, 1.1 varnish-v4",
                            "X-Cache: MISS",
                            "X-Cache-Hits: 0",
                            "Strict-Transport-Security: max-age=15768000;",
                            "Vary: Accept-Encoding, Accept-Language",
                            "X-Content-Type-Options: nosniff",
                            "X-Frame-Options: DENY",
                            "X-XSS-Protection: 1; mode=block",
                            "Connection: keep-alive",
                            "",
                            ""));
        }
    }

    @Test
    void creatingTheSameTwiceIs201Then200AndOtherValuesAre409() throws Exception {
        String path = "/livedns/domains/example.com/records";
        String body =
                "{\"rrset_name\":\"new\",\"rrset_type\":\"A\",\"rrset_ttl\":300,\"rrset_values\":[\"192.0.2.1\"]}";
        RawConnection.Reply created = gandi.call("POST", path, body);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body()).isEqualTo(CREATED);
        assertThat(created.header("location")).hasValue(gandi.url(path + "/new/A"));
        RawConnection.Reply again = gandi.call("POST", path, body);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo("{\"message\":\"A DNS Record already exists with same value\"}");
        assertError(
                gandi.call("POST", path, body.replace("192.0.2.1", "192.0.2.2")),
                409,
                "{\"object\": \"HTTPConflict\", \"cause\": \"Duplicate Entry\", \"code\": 409, \"message\": "
                        + "\"A DNS Record"
                        + " already exists with different value\"}");
    }

    @Test
    void anAliasBelowTheApexIsRefusedInTheRecordedWords() throws Exception {
        assertError(
                gandi.call(
                        "POST",
                        "/livedns/domains/example.com/records",
                        "{\"rrset_name\":\"blah\",\"rrset_type\":\"ALIAS\",\"rrset_ttl\":3600,"
                                + "\"rrset_values\":[\"example.net.\"]}"),
                400,
                "{\"status\": \"error\", \"errors\": [{\"location\": \"body\", \"name\": \"items\", "
                        + "\"description\": \"only '@' is"
                        + " allowed for ALIAS records (param: {'rrset_type': u'ALIAS', 'rrset_ttl': 3600, 'rrset_name':"
                        + " u'blah', 'rrset_values': [u'example.net.']})\"}]}");
    }

    @Test
    void nameServersAreRequiredAndAtLeastOne() throws Exception {
        String path = "/domain/domains/example.com/nameservers";
        String required = "{\"status\": \"error\", \"errors\": [{\"location\": \"body\", \"name\": \"nameservers\","
                + " \"description\": \"Required\"}]}";
        assertError(gandi.call("PUT", path, "{}"), 400, required);
        assertError(gandi.call("PUT", path, "{\"nameservers\":null}"), 400, required);
        assertError(
                gandi.call("PUT", path, "{\"nameservers\":[]}"),
                400,
                "{\"status\": \"error\", \"errors\": [{\"location\": \"body\", \"name\": \"nameservers.0\", "
                        + "\"description\": \"At"
                        + " least one nameserver is required\"}]}");
    }

    @Test
    void theTextExportBeginsWithTheSoaWhoseSerialIsUnixTime() throws Exception {
        RawConnection.Reply reply = gandi.exchange(gandi.request(
                "GET",
                "/v5/livedns/domains/example.com/records",
                "",
                "Authorization: " + Gandi.KEY,
                "Accept: text/plain"));
        assertThat(reply.header("Content-Type")).hasValue("text/plain");
        // two RRsets were put into the zone within the second in which the emulator started
        assertThat(reply.body())
                .isEqualTo("@ 10800 IN SOA ns1.gandi.net. hostmaster.gandi.net. "
                        + (Gandi.START.getEpochSecond() + 2) + " 10800 3600 604800 10800\n"
                        + "@ 10800 IN A 192.0.2.1\n"
                        + "www 300 IN A 192.0.2.2\n");
        gandi.advance(Duration.ofHours(1));
        gandi.call("DELETE", "/livedns/domains/example.com/records/www");
        assertThat(gandi.exchange(gandi.request(
                                "GET",
                                "/v5/livedns/domains/example.com/records",
                                "",
                                "Authorization: " + Gandi.KEY,
                                "Accept: text/plain"))
                        .body())
                .startsWith("@ 10800 IN SOA ns1.gandi.net. hostmaster.gandi.net. "
                        + (Gandi.START.getEpochSecond() + 3600) + " ");
    }

    @Test
    void theTextImportIgnoresTheSoaAndTakesMissingTtlsAndClasses() throws Exception {
        RawConnection.Reply reply = gandi.exchange(gandi.request(
                "PUT",
                "/v5/livedns/domains/example.com/records",
                """
                @ 10800 IN SOA ns1.gandi.net. hostmaster.gandi.net. 1556293726 10800 3600 604800 10800
                @ IN A 192.0.2.1
                www 300 IN CNAME example.com.
                spf 600 TXT v=spf1 ip4:192.0.2.1 ~all
                """,
                "Authorization: " + Gandi.KEY,
                "Content-Type: text/plain"));
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.body()).isEqualTo(CREATED);
        assertThat(gandi.emulator().rrsets("example.com"))
                .containsExactly(
                        new StoredRrset("@", "A", 10800, List.of("192.0.2.1")),
                        new StoredRrset("spf", "TXT", 600, List.of("\"v=spf1\" \"ip4:192.0.2.1\" \"~all\"")),
                        new StoredRrset("www", "CNAME", 300, List.of("example.com.")));
    }

    @Test
    void aNameWrittenInAnotherCaseIs500() throws Exception {
        assertError(
                gandi.call(
                        "PUT", "/livedns/domains/example.com/records/WWW/AAAA", "{\"rrset_values\":[\"2001:db8::1\"]}"),
                500,
                "{\"object\": \"HTTPInternalServerError\", \"cause\": \"Internal Server Error\", \"code\": "
                        + "500, \"message\":"
                        + " \"The server has either erred or is incapable of performing the requested operation.\"}");
    }

    @Test
    void namesAreListedApexFirstThenLettersThenUnderscores() throws Exception {
        gandi.call(
                "PUT",
                "/livedns/domains/example.org/records",
                "{\"items\":[" + item("_dmarc", "TXT", "a") + "," + item("z", "A", "192.0.2.1") + ","
                        + item("Mail", "A", "192.0.2.1") + "," + item("*", "A", "192.0.2.1") + ","
                        + item("a", "TXT", "a") + "," + item("a", "A", "192.0.2.1") + ","
                        + item("@", "TXT", "a") + "," + item("@", "MX", "0 .") + "]}");
        assertThat(gandi.emulator().rrsets("example.org").stream().map(rrset -> rrset.name() + "/" + rrset.type()))
                .containsExactly("@/MX", "@/TXT", "*/A", "a/A", "a/TXT", "Mail/A", "z/A", "_dmarc/TXT");
        assertThat(gandi.call("GET", "/livedns/domains/example.org/records").body())
                .containsSubsequence(
                        "records/%40/MX",
                        "records/%40/TXT", "records/%2A/A", "records/a/A", "records/Mail/A", "records/_dmarc/TXT");
    }

    @Test
    void introspectionCountsDownAndAnExpiredTokenIs401There() throws Exception {
        gandi.advance(Duration.ofDays(1));
        RawConnection.Reply reply =
                gandi.exchange(gandi.request("GET", "/tokeninfo", "", "Authorization: " + Gandi.ALL));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .isEqualTo("{\"pat_name\":\"all\",\"scope\":[\"domain:view\",\"domain:renew\",\"domain:tech\"],"
                        + "\"entities\":[{"
                        + "\"id\":\"" + Gandi.FIRST
                        + "\",\"type\":\"organization\",\"name\":\"First Ltd\"}],\"expires_in\":"
                        + Duration.ofDays(29).toSeconds() + "}");
        for (String bad : List.of(Gandi.EXPIRED, "Bearer nonsense", Gandi.KEY)) {
            RawConnection.Reply refused =
                    gandi.exchange(gandi.request("GET", "/tokeninfo", "", "Authorization: " + bad));
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("Content-Type")).hasValue("application/json");
            assertThat(refused.body()).startsWith("{\"message\":\"");
        }
        assertThat(gandi.callAs(Gandi.EXPIRED, "GET", "/domain/domains").status())
                .isEqualTo(403);
    }

    @Test
    void aTtlOutsideItsRangeIsRefusedByTheNameOfTheField() throws Exception {
        String path = "/livedns/domains/example.com/records/www/A";
        assertError(
                gandi.call("PUT", path, "{\"rrset_ttl\":299,\"rrset_values\":[\"192.0.2.1\"]}"),
                400,
                "{\"status\": \"error\", \"errors\": [{\"location\": \"body\", \"name\": \"rrset_ttl\", "
                        + "\"description\": \"299 is"
                        + " less than minimum value 300\"}]}");
        assertError(
                gandi.call("PUT", path, "{\"rrset_ttl\":2592001,\"rrset_values\":[\"192.0.2.1\"]}"),
                400,
                "{\"status\": \"error\", \"errors\": [{\"location\": \"body\", \"name\": \"rrset_ttl\", "
                        + "\"description\": \"2592001"
                        + " is greater than maximum value 2592000\"}]}");
    }

    private static String item(String name, String type, String value) {
        return "{\"rrset_name\":\"" + name + "\",\"rrset_type\":\"" + type + "\",\"rrset_values\":[\"" + value + "\"]}";
    }

    private static void assertError(RawConnection.Reply reply, int status, String body) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo(body);
        assertThat(reply.header("Content-Type")).hasValue("application/json");
        assertThat(reply.header("ETag")).isEmpty();
    }
}
