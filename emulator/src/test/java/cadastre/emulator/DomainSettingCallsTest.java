package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DomainSettingCallsTest {
    private static final String DOMAIN = "/domain/domains/example.com";

    private Gandi gandi;

    @BeforeEach
    void start() throws Exception {
        gandi = Gandi.start();
    }

    @AfterEach
    void stop() {
        gandi.close();
    }

    private String detail() throws Exception {
        return gandi.call("GET", DOMAIN).body();
    }

    @Test
    void automaticRenewalIsSwitchedAtOnce() throws Exception {
        RawConnection.Reply reply = gandi.call("PATCH", DOMAIN + "/autorenew", "{\"enabled\":false}");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.body()).isEqualTo("{\"message\":\"Autorenew has been updated\"}");
        assertThat(detail())
                .contains(
                        "\"autorenew\":{\"enabled\":false,\"duration\":1,\"href\":\"",
                        "\"updated_at\":\"2026-11-04T09:08:07Z\"");
        assertThat(gandi.call("GET", "/domain/domains?fqdn=example.com").body()).contains("\"autorenew\":false");
        gandi.call(
                "PATCH",
                DOMAIN + "/autorenew",
                "{\"enabled\":true,\"duration\":3,\"org_id\":\"" + Gandi.SECOND + "\"}");
        assertThat(detail()).contains("\"enabled\":true,\"duration\":3,", "\"org_id\":\"" + Gandi.SECOND + "\"");
        gandi.call("PATCH", DOMAIN + "/autorenew", "{\"enabled\":true}");
        assertThat(detail()).contains("\"enabled\":true,\"duration\":3,", "\"org_id\":\"" + Gandi.SECOND + "\"");
    }

    @Test
    void whatIsWrongIsSaidFieldByField() throws Exception {
        assertThat(gandi.call("PATCH", DOMAIN + "/autorenew", "{}").body())
                .isEqualTo("{\"status\": \"error\", \"errors\": [{\"location\": \"body\", \"name\": \"enabled\","
                        + " \"description\": \"Required\"}]}");
        RawConnection.Reply reply =
                gandi.call("PATCH", DOMAIN + "/autorenew", "{\"enabled\":\"maybe\",\"duration\":10,\"org_id\":\"x\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .contains(
                        "\"maybe\\\" is neither in ('false', '0') nor in ('true', '1')",
                        "10 is greater than maximum value 9",
                        "\\\"x\\\" is not one of your organizations");
        assertThat(gandi.call("PATCH", DOMAIN + "/status", "{\"clientTransferProhibited\":[]}")
                        .status())
                .isEqualTo(400);
        assertThat(gandi.call("PUT", DOMAIN + "/tags", "{\"tags\":\"x\"}").body())
                .contains("\"name\": \"tags\"", "is not iterable");
        assertThat(gandi.call("POST", DOMAIN + "/tags", "{\"tag\":\"\"}").status())
                .isEqualTo(400);
        assertThat(gandi.call("PATCH", DOMAIN + "/contacts", "{\"admin\":{\"type\":\"robot\"}}")
                        .body())
                .contains("\"name\": \"admin.type\"");
        assertThat(gandi.call("PATCH", DOMAIN + "/contacts", "{\"admin\":7}").body())
                .contains("\"name\": \"admin\"", "is not a mapping type");
    }

    @Test
    void theLockShowsLater() throws Exception {
        assertThat(gandi.call("PATCH", DOMAIN + "/status", "{\"clientTransferProhibited\":false}")
                        .status())
                .isEqualTo(202);
        assertThat(detail()).contains("\"status\":[\"clientTransferProhibited\"]");
        gandi.advance(Duration.ofSeconds(3));
        assertThat(gandi.call("GET", "/domain/domains?fqdn=example.com").body()).contains("\"status\":[]");
        assertThat(detail()).contains("\"status\":[]", "\"updated_at\":\"2026-11-04T09:08:10Z\"");
        gandi.emulator().setRegistryDelay(Duration.ZERO);
        gandi.call("PATCH", DOMAIN + "/status", "{\"clientTransferProhibited\":true}");
        assertThat(detail()).contains("\"status\":[\"clientTransferProhibited\"]");
    }

    @Test
    void tagsAreAddedReplacedChangedAndTakenAway() throws Exception {
        String tags = DOMAIN + "/tags";
        assertThat(gandi.call("GET", tags).body()).isEqualTo("[\"prod\"]");
        RawConnection.Reply added = gandi.call("POST", tags, "{\"tag\":\"shop\"}");
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("location")).hasValue(gandi.url(tags));
        assertThat(gandi.call("GET", tags).body()).isEqualTo("[\"prod\",\"shop\"]");
        gandi.call("PATCH", tags, "{\"add\":[\"a\",\"shop\"],\"remove\":[\"prod\"]}");
        assertThat(gandi.call("GET", tags).body()).isEqualTo("[\"shop\",\"a\"]");
        gandi.call("PUT", tags, "{\"tags\":[\"z\",\"a\"]}");
        assertThat(detail()).contains("\"tags\":[\"z\",\"a\"]");
        RawConnection.Reply cleared = gandi.call("DELETE", tags);
        assertThat(cleared.status()).isEqualTo(204);
        assertThat(gandi.call("GET", tags).body()).isEqualTo("[]");
    }

    @Test
    void contactsOtherThanTheOwnerAreChangedEachForItself() throws Exception {
        gandi.call("PATCH", DOMAIN + "/contacts", "{\"tech\":{\"given\":\"Ada\",\"mail_obfuscated\":false}}");
        String contacts = gandi.call("GET", DOMAIN + "/contacts").body();
        assertThat(contacts)
                .contains("\"tech\":{\"given\":\"Ada\"", "\"admin\":{\"given\":\"Jane\"", "\"same_as_owner\":false")
                .containsOnlyOnce("\"mail_obfuscated\":false");
        assertThat(detail()).contains("\"tech\":{\"given\":\"Ada\"");
    }

    @Test
    void theOwnerIsReplacedLaterAndNotByADryRun() throws Exception {
        String owner = DOMAIN + "/contacts/owner";
        String body = "{\"given\":\"Grace\",\"data_obfuscated\":false}";
        RawConnection.Reply dry = gandi.exchange(gandi.request(
                "PUT",
                "/v5" + owner,
                body,
                "Authorization: " + Gandi.KEY,
                "Content-Type: application/json",
                "Dry-Run: 1"));
        assertThat(dry.status()).isEqualTo(200);
        assertThat(dry.body()).isEqualTo("{\"status\":\"success\"}");
        gandi.advance(Duration.ofSeconds(9));
        assertThat(detail()).contains("\"owner\":{\"given\":\"Jane\"");
        assertThat(gandi.call("PUT", owner, body).status()).isEqualTo(202);
        assertThat(detail()).contains("\"owner\":{\"given\":\"Jane\"");
        gandi.advance(Duration.ofSeconds(3));
        assertThat(detail()).contains("\"owner\":{\"given\":\"Grace\"", "\"data_obfuscated\":false");
        assertThat(gandi.call("GET", "/domain/domains?fqdn=example.com").body())
                .contains("\"domain_owner\":\"Grace Doe\"");
    }

    @Test
    void whoMayOnlySeeChangesNothing() throws Exception {
        String headers = "Content-Type: application/json";
        for (List<String> call : List.of(
                List.of("PATCH", "/autorenew", "{\"enabled\":false}"),
                List.of("PATCH", "/status", "{\"clientTransferProhibited\":false}"),
                List.of("PUT", "/tags", "{\"tags\":[]}"),
                List.of("PATCH", "/contacts", "{}"))) {
            RawConnection.Reply reply = gandi.exchange(gandi.request(
                    call.get(0), "/v5" + DOMAIN + call.get(1), call.get(2), "Authorization: " + Gandi.VIEW, headers));
            assertThat(reply.status()).as(call.toString()).isEqualTo(403);
        }
        assertThat(detail()).contains("\"enabled\":true", "\"tags\":[\"prod\"]");
    }
}
