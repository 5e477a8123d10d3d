package cadastre.gandi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.RdataTypes;
import cadastre.gandi.FakeGandi.Reply;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The failures of gandi-api sections 1.2 and 2.6, in the words of dnscontrol section 7.2.
class FailuresTest {
    private static final Name APEX = Name.of("example.tld");
    private static final RRset.Key WWW = new RRset.Key(Name.of("www.example.tld"), RdataTypes.A);

    private static ProviderException reading(Reply reply, String... entry) throws Exception {
        try (FakeGandi fake = new FakeGandi(_ -> reply)) {
            Gandi gandi = fake.gandi(entry);
            return catchThrowableOfType(
                    ProviderException.class, () -> gandi.liveDns().read(APEX));
        }
    }

    private static ProviderException changing(Reply reply) throws Exception {
        try (FakeGandi fake = new FakeGandi(_ -> reply)) {
            Gandi gandi = fake.gandi();
            return catchThrowableOfType(
                    ProviderException.class, () -> gandi.liveDns().remove(APEX, WWW));
        }
    }

    @Test
    void aWrongKeyShowsGandisSentenceAndWhichKeyItIs() throws Exception {
        Reply reply = Reply.json(
                401,
                "{\"code\": 401, \"message\": \"The server could not verify that you authorized to access the document"
                        + " you requested. Either you supplied the wrong credentials (e.g., bad api key), or"
                        + " your access token has expired\", \"object\": \"HTTPUnauthorized\"}");
        ProviderException e = reading(reply, "token", "", "apikey", "123456789012345678901234");
        assertThat(e)
                .hasMessage("StatusCode: 401 ; Err: 401: The server could not verify that you authorized to access the"
                        + " document you requested. Either you supplied the wrong credentials (e.g., bad api key), or"
                        + " your access token has expired ");
        assertThat(e.reason()).isEqualTo(new Reason.Unauthorized(401));
        assertThat(e.advice().orElse(""))
                .startsWith("Credential \"gandi\" (apikey): the key is wrong")
                .contains("https://admin.gandi.net");
    }

    @Test
    void anExpiredTokenIsA403() throws Exception {
        Reply reply = Reply.json(
                403,
                "{\"object\": \"HTTPForbidden\", \"cause\": \"Forbidden\", \"code\": 403, \"message\": \"Access was"
                        + " denied to this resource.\"}");
        ProviderException e = reading(reply);
        assertThat(e).hasMessage("StatusCode: 403 ; Err: 403: Access was denied to this resource. ");
        assertThat(e.reason()).isEqualTo(new Reason.Unauthorized(403));
        assertThat(e.advice().orElse(""))
                .contains("\"gandi\" (token)", "has expired")
                .doesNotContain("sharing_id");
        assertThat(reading(reply, "sharing_id", "x").advice().orElse("")).contains("sharing_id");
    }

    @Test
    void a401MayHoldAMessageAlone() throws Exception {
        ProviderException e = reading(Reply.json(401, "{\"message\":\"You must provide an access token\"}"));
        assertThat(e).hasMessage("StatusCode: 401 ; Err: 401: You must provide an access token ");
    }

    @Test
    void theKindsOf404AreToldApart() throws Exception {
        assertThat(reading(Reply.json(404, envelope("HTTPNotFound"))).reason())
                .isEqualTo(new Reason.NotFound(Reason.Missing.REGISTRATION));
        assertThat(reading(Reply.json(404, envelope("LocalizedHTTPNotFound"))).reason())
                .isEqualTo(new Reason.NotFound(Reason.Missing.ZONE));
        assertThat(reading(Reply.json(404, envelope("dns-record"))).reason())
                .isEqualTo(new Reason.NotFound(Reason.Missing.RRSET));
        ProviderException route = reading(Reply.html(404));
        assertThat(route.reason()).isEqualTo(new Reason.NotFound(Reason.Missing.ADDRESS));
        assertThat(route).hasMessage("Response body is not json for status 404");
        assertThat(route.advice().orElse("")).contains("check apiurl");
    }

    private static String envelope(String object) {
        return "{\"object\": \"" + object + "\", \"cause\": \"Not Found\", \"code\": 404, \"message\": \"Unknown\"}";
    }

    @Test
    void aListOfErrorsIsJoined() throws Exception {
        Reply reply = Reply.json(
                400,
                "{\"status\": \"error\", \"errors\": [{\"location\": \"body\", \"name\": \"nameservers.0\","
                        + " \"description\": \"100% wrong\"}, {\"location\": \"body\", \"name\": \"items\","
                        + " \"description\": \"Required\"}]}");
        ProviderException e = changing(reply);
        assertThat(e).hasMessage("StatusCode: 400 ; Err: nameservers.0: 100% wrong, items: Required ");
        assertThat(e.reason()).isEqualTo(new Reason.Refused(400));
    }

    @Test
    void theMessageOfTheOldFormComesBeforeItsErrors() throws Exception {
        Reply reply = Reply.json(
                409, "{\"code\":409,\"message\":\"taken\",\"errors\":[{\"name\":\"a\",\"description\":\"b\"}]}");
        assertThat(changing(reply)).hasMessage("StatusCode: 409 ; Err: 409: taken ");
        assertThat(changing(Reply.json(418, "{}"))).hasMessage("StatusCode: 418 ; Err: 418 ");
    }

    @Test
    void whatIsNoJsonIsSaidToBeNone() throws Exception {
        ProviderException firewall = reading(Reply.html(403));
        assertThat(firewall).hasMessage("Response body is not json for status 403");
        assertThat(firewall.reason()).isEqualTo(new Reason.Refused(403));
        assertThat(firewall.advice().orElse("")).contains("firewall");
        assertThat(reading(new Reply(404, "", "", java.util.Map.of())))
                .hasMessage("Response body is not json for status 404");
        assertThat(reading(Reply.json(400, "")))
                .hasMessage("Fail to decode the response body (error 'unexpected end of JSON input')");
        assertThat(reading(Reply.json(400, "<html>")))
                .hasMessage("Fail to decode the response body (error 'invalid character '<' looking for beginning of"
                        + " value')");
    }

    @Test
    void aFailureOfGandiIsRepeatedForAReadAndOpenForAChange() throws Exception {
        Reply reply = Reply.json(500, "{\"code\": 500, \"message\": \"The server has either erred\"}");
        ProviderException read = reading(reply);
        assertThat(read.reason()).isEqualTo(new Reason.Broken(500));
        assertThat(read).hasMessage("StatusCode: 500 ; Err: 500: The server has either erred ");
        ProviderException change = changing(reply);
        assertThat(change.reason()).isEqualTo(new Reason.UnknownOutcome());
        assertThat(change).hasMessage("StatusCode: 500 ; Err: 500: The server has either erred ");
    }

    @Test
    void aRefusalThatLastsIsRateLimited() throws Exception {
        try (FakeGandi fake = new FakeGandi(_ ->
                Reply.json(429, "{\"code\": 429, \"message\": \"slow down\"}").with("Retry-After", 3600))) {
            Gandi gandi = fake.gandi();
            ProviderException e = catchThrowableOfType(
                    ProviderException.class, () -> gandi.liveDns().read(APEX));
            assertThat(e).hasMessage("StatusCode: 429 ; Err: 429: slow down ");
            assertThat(e.reason())
                    .isEqualTo(new Reason.RateLimited(Optional.of(FakeTime.NOON.plus(Duration.ofHours(1)))));
        }
    }

    @Test
    void aRedirectIsRefused() throws Exception {
        ProviderException e = reading(Reply.html(302).with("Location", "http://127.0.0.1:1/"));
        assertThat(e.reason()).isEqualTo(new Reason.Refused(302));
        assertThat(e.advice().orElse("")).contains("check apiurl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "7", "[7]", "[null]", "[{\"rrset_name\":", "[] x", "<html>", "nul"})
    void aListThatIsNoneIsNeverAnEmptyZone(String body) throws Exception {
        ProviderException e = reading(Reply.json(200, body));
        assertThat(e.reason()).isInstanceOf(Reason.NotUnderstood.class);
        String message = String.valueOf(e.getMessage());
        switch (body) {
            case "", "[{\"rrset_name\":" -> assertThat(message).isEqualTo("unexpected end of JSON input");
            case "<html>" -> assertThat(message).isEqualTo("invalid character '<' looking for beginning of value");
            case "[] x", "nul" -> assertThat(message).startsWith("invalid JSON at line 1, column ");
            default -> assertThat(message).contains("is not a list");
        }
    }

    @Test
    void aPageInPlaceOfAnAnswerToAChangeLeavesItOpen() throws Exception {
        assertThat(changing(Reply.html(200)).reason()).isInstanceOf(Reason.UnknownOutcome.class);
    }

    @Test
    void noFailureHoldsTheToken() throws Exception {
        List<ProviderException> failures = List.of(
                reading(Reply.html(403)),
                reading(Reply.json(401, "{\"message\":\"no\"}")),
                reading(Reply.json(500, "{}")),
                reading(Reply.json(200, "null")),
                changing(Reply.html(200)),
                changing(Reply.json(400, "{}")));
        for (ProviderException failure : failures) {
            for (Throwable one = failure; one != null; one = one.getCause()) {
                assertThat(one.toString()).doesNotContain("canary");
                assertThat(failure.advice().orElse("")).doesNotContain("canary");
            }
        }
    }
}
