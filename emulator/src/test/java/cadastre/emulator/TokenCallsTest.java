package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenCallsTest {
    private Gandi gandi;

    @BeforeEach
    void start() throws Exception {
        gandi = Gandi.start();
    }

    @AfterEach
    void stop() {
        gandi.close();
    }

    private static final String TOKENS = "/organization/access-tokens";
    private static final Pattern SECRET = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private RawConnection.Reply renew(String authorization, String body) throws Exception {
        return gandi.exchange(gandi.request(
                "POST", "/v5" + TOKENS, body, "Authorization: " + authorization, "Content-Type: application/json"));
    }

    @Test
    void aTokenMakesItsSuccessorAndStaysGood() throws Exception {
        RawConnection.Reply reply = gandi.callAs(Gandi.SOME, "POST", TOKENS);
        assertThat(reply.status()).isEqualTo(201);
        Matcher matcher = SECRET.matcher(reply.body());
        assertThat(matcher.find()).isTrue();
        String successor = "Bearer " + matcher.group(1);
        assertThat(matcher.group(1)).hasSize(40);
        assertThat(reply.body())
                .contains("\"expires_at\":\"2027-11-04T09:08:07Z\"", "\"name\":\"some\"", "\"type\":\"domain\"")
                .endsWith("\"scopes\":[\"domain:view\",\"domain:tech\"]}");
        for (String token : new String[] {successor, Gandi.SOME}) {
            assertThat(gandi.callAs(token, "GET", "/domain/domains").header("total-count"))
                    .hasValue("1");
        }
        gandi.advance(Duration.ofDays(31));
        assertThat(gandi.callAs(Gandi.SOME, "GET", "/domain/domains").status()).isEqualTo(403);
        assertThat(gandi.callAs(successor, "GET", "/domain/domains").status()).isEqualTo(200);
        assertThat(gandi.callAs(successor, "POST", TOKENS).body()).contains("in its last 30 days");
    }

    @Test
    void itsNameAndEndAreChosenWithinLimits() throws Exception {
        assertThat(renew(Gandi.ALL, "{\"name\":\"ops-2\",\"expires_at\":\"2027-01-01T00:00:00Z\"}")
                        .body())
                .contains("\"name\":\"ops-2\"", "\"expires_at\":\"2027-01-01T00:00:00Z\"");
        for (String body : new String[] {
            "{\"expires_at\":\"2028-01-01T00:00:00Z\"}",
            "{\"expires_at\":\"2026-01-01T00:00:00Z\"}",
            "{\"expires_at\":\"soon\"}",
            "{\"name\":\"" + "x".repeat(43) + "\"}"
        }) {
            assertThat(renew(Gandi.ALL, body).status()).as(body).isEqualTo(400);
        }
    }

    @Test
    void aKeyMakesNoTokenAndSomeSayNeitherDoesAToken() throws Exception {
        assertThat(gandi.call("POST", TOKENS).status()).isEqualTo(403);
        assertThat(gandi.callAs(Gandi.EXPIRED, "POST", TOKENS).status()).isEqualTo(403);
        try (Gandi old =
                Gandi.start(options -> options.withGuesses(Guesses.likely().withTokensRenewable(false)))) {
            assertThat(old.callAs(Gandi.ALL, "POST", TOKENS).body()).contains("Cannot POST");
        }
    }
}
