package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RenewalCallsTest {
    private Gandi gandi;

    @BeforeEach
    void start() throws Exception {
        gandi = Gandi.start();
    }

    @AfterEach
    void stop() {
        gandi.close();
    }

    private static final String RENEW = "/domain/domains/example.com/renew";

    private RawConnection.Reply dryRun(String body) throws Exception {
        return gandi.exchange(gandi.request(
                "POST",
                "/v5" + RENEW,
                body,
                "Authorization: " + Gandi.KEY,
                "Content-Type: application/json",
                "Dry-Run: 1"));
    }

    @Test
    void aRenewalCostsMoneyAndShowsLater() throws Exception {
        assertThat(gandi.call("GET", RENEW).body())
                .startsWith("{\"renew\":{\"begins_at\":\"2012-01-01T00:00:00Z\"")
                .contains("\"durations\":[1,2,3,4,5,6,7,8,9]", "\"prohibited\":false", "\"contracts\":[]");
        assertThat(gandi.call("GET", "/billing/info").body()).contains("\"amount\":\"250.00\"");
        assertThat(gandi.call("POST", RENEW, "{\"duration\":2}").status()).isEqualTo(202);
        assertThat(gandi.call("GET", "/domain/domains/example.com").body())
                .contains("\"registry_ends_at\":\"2027-03-12T12:02:11Z\"");
        gandi.advance(Duration.ofSeconds(3));
        assertThat(gandi.call("GET", "/domain/domains/example.com").body())
                .contains("\"registry_ends_at\":\"2029-03-12T12:02:11Z\"");
        assertThat(gandi.call("GET", "/billing/info/" + Gandi.FIRST).body())
                .contains("\"annual_balance\":30.00", "\"amount\":\"220.00\"");
        assertThat(gandi.call("GET", "/billing/info/" + Gandi.SECOND).body()).contains("\"amount\":\"250.00\"");
        assertThat(gandi.callAs(Gandi.ALL, "GET", "/billing/info/" + Gandi.SECOND)
                        .status())
                .isNotEqualTo(200);
    }

    @Test
    void aDryRunSaysWhetherItWouldBeAndChangesNothing() throws Exception {
        assertThat(dryRun("{\"duration\":2}").body()).isEqualTo("{\"status\":\"success\"}");
        RawConnection.Reply wrong = dryRun("{\"duration\":10}");
        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.body()).startsWith("{\"status\": \"error\", \"errors\": [{");
        gandi.advance(Duration.ofMinutes(1));
        assertThat(gandi.call("GET", "/domain/domains/example.com").body())
                .contains("\"registry_ends_at\":\"2027-03-12T12:02:11Z\"");
        assertThat(gandi.call("GET", "/billing/info").body()).contains("\"amount\":\"250.00\"");
    }

    @Test
    void noRegistrationEndsInMoreThanTenYears() throws Exception {
        gandi.emulator().setRegistryDelay(Duration.ZERO);
        assertThat(gandi.call("POST", RENEW, "{\"duration\":9}").status()).isEqualTo(202);
        assertThat(gandi.call("GET", RENEW).body()).contains("\"durations\":[]", "\"prohibited\":true");
        assertThat(gandi.call("POST", RENEW, "{\"duration\":1}").status()).isEqualTo(400);
        assertThat(gandi.call("POST", RENEW, "{}").status()).isEqualTo(400);
    }

    @Test
    void whoHasNotEnoughMoneyOrNoPermissionDoesNotRenew() throws Exception {
        String other = "/domain/domains/example.org/renew";
        assertThat(gandi.call("POST", RENEW, "{\"duration\":9}").status()).isEqualTo(202);
        assertThat(gandi.call("POST", other, "{\"duration\":8}").body())
                .isEqualTo("{\"object\": \"HTTPPaymentRequired\", \"cause\": \"Payment Required\", \"code\": 402,"
                        + " \"message\": \"There are not enough funds.\"}");
        RawConnection.Reply view = gandi.exchange(gandi.request(
                "POST",
                "/v5" + other,
                "{\"duration\":1}",
                "Authorization: " + Gandi.VIEW,
                "Content-Type: application/json"));
        assertThat(view.status()).isEqualTo(403);
    }

    @Test
    void aNameIsAvailableOrNotOrNothingIsKnown() throws Exception {
        assertThat(gandi.call("GET", "/domain/check?name=free.com").body())
                .startsWith("{\"currency\":\"EUR\",\"products\":[{\"name\":\"free.com\",\"taxes\":[{\"rate\":20,")
                .contains("\"process\":\"create\"", "\"price_after_taxes\":18.00", "\"status\":\"available\"}]");
        assertThat(gandi.call("GET", "/domain/check?name=Example.com&processes=renew&processes=transfer")
                        .body())
                .contains("\"process\":\"renew\"", "\"process\":\"transfer\"", "\"status\":\"unavailable\"");
        assertThat(gandi.call("GET", "/domain/check?name=a..b").body()).contains("\"status\":\"error_invalid\"");
        assertThat(gandi.call("GET", "/domain/check?name=free.unheard").body()).doesNotContain("products");
        assertThat(gandi.call("GET", "/domain/check?name=below.free.com").body())
                .doesNotContain("products");
        assertThat(gandi.call("GET", "/domain/check").status()).isEqualTo(400);
    }
}
