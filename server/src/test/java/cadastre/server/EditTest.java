package cadastre.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cadastre.emulator.StoredRrset;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Records are edited in a draft, reviewed, applied, and taken back.
@ExtendWith(WithRig.class)
class EditTest {
    private final Rig rig;

    EditTest(Rig rig) {
        this.rig = rig;
    }

    private List<StoredRrset> zone(String domain) {
        return rig.emulator().rrsets(domain);
    }

    private StoredRrset at(String domain, String owner, String type) {
        return zone(domain).stream()
                .filter(one -> one.name().equals(owner) && one.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + owner + " " + type + " in " + zone(domain)));
    }

    private boolean has(String domain, String owner, String type) {
        return zone(domain).stream()
                .anyMatch(one -> one.name().equals(owner) && one.type().equals(type));
    }

    /// Opens the form of a new RRset, and fills its name and its fields.
    private static void add(Screen screen, String domain, String type, String owner, Map<String, String> fields) {
        screen.go("/domains/" + domain + "?add=" + type);
        screen.fill("Owner name", owner);
        fields.forEach(screen::fill);
    }

    private static void keep(Screen screen) {
        screen.press("Keep in draft");
    }

    /// Somebody else, with another program.
    private void elsewhere(Seat seat, String method, String domain, String rrset, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(rig.emulator().address() + "/v5/livedns/domains/" + domain + "/records/" + rrset))
                .header("Authorization", "Bearer " + seat.estate().token(Estate.Token.NEXT))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isBetween(200, 204);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void recordsOfManyTypesAreAddedChangedRemovedAndTakenBack(boolean script) throws Exception {
        Seat seat = rig.seat();
        String domain = seat.estate().domain("harbour");
        List<StoredRrset> before = zone(domain);
        String longText = "déjà vu \"quoted\" \\ ; " + "k".repeat(300);
        try (Screen screen = rig.settled(seat, script)) {
            screen.go("/domains/" + domain);
            screen.follow("Add record");
            screen.sees("Keep in draft");
            screen.pictures("record-form");
            add(screen, domain, "A", "shop", Map.of("address", "192.0.2.77"));
            keep(screen);
            screen.sees("1 RRset in draft");
            add(screen, domain, "AAAA", "shop", Map.of("address", "2001:DB8::77"));
            keep(screen);
            add(screen, domain, "TXT", "note", Map.of("text", longText));
            keep(screen);
            add(screen, domain, "CAA", "@", Map.of("flags", "0", "tag", "issue", "value", "ca.example.net"));
            keep(screen);
            add(
                    screen,
                    domain,
                    "SRV",
                    "_sip._tcp",
                    Map.of("priority", "1", "weight", "2", "port", "5060", "target", "sip.example.net."));
            keep(screen);
            add(screen, domain, "HTTPS", "@", Map.of("priority", "1", "target", ".", "parameters", "alpn=h2"));
            keep(screen);

            // A name without its final dot is asked about, with the cure beside it.
            add(screen, domain, "MX", "mail", Map.of("preference", "10", "exchange", "mx.example.net"));
            keep(screen);
            screen.isTold("Without a final dot this means mx.example.net." + domain + ".");
            screen.picture("record-form-dot");
            screen.press("Add the dot");

            screen.go("/domains/" + domain);
            screen.page().getByLabel("Edit @ A").click();
            screen.fill("address", "192.0.2.11");
            screen.fill("TTL", "1h");
            keep(screen);
            screen.page().getByLabel("Remove www CNAME").click();
            screen.sees("9 RRsets in draft");
            screen.sees("7 added · 1 changed · 1 removed");
            screen.pictures("domain-draft");
            assertThat(zone(domain)).isEqualTo(before);

            screen.press("Review the plan →");
            screen.sees("Apply");
            screen.sees("requests");
            screen.pictures("review");
            assertThat(zone(domain)).isEqualTo(before);
            rig.wire().harm(seat.estate().token(Estate.Token.FULL), new Wire.Harm.Slow(Duration.ofMillis(100)));
            screen.press("Apply");
            screen.sees("applying");
            screen.picture("change-applying");
            rig.wire().heal(seat.estate().token(Estate.Token.FULL));
            screen.sees("Read back");
            screen.sees("as planned");
            screen.sees("Undo…");
            screen.pictures("change-applied");

            assertThat(at(domain, "@", "A").values()).containsExactly("192.0.2.11");
            assertThat(at(domain, "shop", "A").values()).containsExactly("192.0.2.77");
            assertThat(at(domain, "shop", "AAAA").values()).containsExactly("2001:db8::77");
            assertThat(at(domain, "mail", "MX").values()).containsExactly("10 mx.example.net.");
            assertThat(at(domain, "@", "CAA").values()).containsExactly("0 issue \"ca.example.net\"");
            assertThat(at(domain, "_sip._tcp", "SRV").values()).containsExactly("1 2 5060 sip.example.net.");
            assertThat(at(domain, "@", "HTTPS").values().getFirst())
                    .startsWith("1 . alpn=")
                    .contains("h2");
            assertThat(String.join("", at(domain, "note", "TXT").values()))
                    .contains("k".repeat(200))
                    .contains("\" \"");
            assertThat(has(domain, "www", "CNAME")).isFalse();

            screen.go("/domains/" + domain);
            screen.seesNot("in draft");
            // What was written in pieces and with signs comes back as one text.
            screen.page().getByLabel("Edit note TXT").click();
            assertThat(screen.field("text")).hasValue(longText);
            screen.go("/domains/" + domain + "/history");
            screen.sees("Added shop A");
            screen.sees("Removed www CNAME");
            assertThat(screen.row("Added shop A").innerText()).contains(seat.name());
            screen.picture("history-after-change");

            screen.row("Added shop A").getByRole(AriaRole.LINK).last().click();
            screen.press("Undo…");
            screen.sees("Takes back");
            screen.picture("review-undo");
            screen.press("Apply");
            screen.sees("as planned");
            assertThat(zone(domain)).containsExactlyInAnyOrderElementsOf(before);
            screen.go("/changes");
            assertThat(screen.page()
                            .getByRole(AriaRole.MAIN)
                            .getByText("applied", new Locator.GetByTextOptions().setExact(true)))
                    .hasCount(2);
            screen.pictures("changes");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsWrongIsSaidBesideItsField(boolean script) throws Exception {
        Seat seat = rig.seat();
        String domain = seat.estate().domain("harbour");
        try (Screen screen = rig.settled(seat, script)) {
            add(screen, domain, "A", "a..b", Map.of("TTL", "soon", "address", "300.1.2.3"));
            keep(screen);
            for (String label : List.of("Owner name", "TTL", "address")) {
                assertThat(screen.field(label)).hasAttribute("aria-invalid", "true");
            }
            screen.isTold("Write seconds, or a number with a unit");
            screen.isTold("300.1.2.3");
            screen.pictures("record-form-wrong");
            assertThat(screen.field("Owner name")).hasValue("a..b");
            screen.fill("Owner name", "www.elsewhere.example.");
            screen.fill("TTL", "10");
            screen.fill("address", "");
            keep(screen);
            screen.isTold("is not in this zone");
            screen.isTold("Gandi takes 300 s (5m) to 2,592,000 s (30d).");
            screen.isTold("Fill in at least one record");
            add(screen, domain, "CAA", "@", Map.of("flags", "256", "tag", "issue", "value", "x"));
            keep(screen);
            screen.isTold("256");
            add(screen, domain, "AAAA", "x", Map.of("address", "192.0.2.1"));
            keep(screen);
            screen.isTold("192.0.2.1");
            screen.go("/domains/" + domain);
            screen.seesNot("in draft");
        }
    }

    @Test
    void aFormGrowsByRecordsAndChangesItsType() throws Exception {
        Seat seat = rig.seat();
        String domain = seat.estate().domain("harbour");
        try (Screen screen = rig.settled(seat, true)) {
            add(screen, domain, "A", "many", Map.of("address", "192.0.2.1"));
            screen.press("One more record");
            screen.fill("address of record 2", "192.0.2.2");
            keep(screen);
            assertThat(screen.row("192.0.2.2").innerText()).contains("many", "192.0.2.1", "added");
            screen.go("/domains/" + domain + "?add=A");
            screen.fill("Owner name", "typed");
            screen.page().getByLabel("Type").selectOption("SRV");
            assertThat(screen.field("port")).isVisible();
            assertThat(screen.field("Owner name")).hasValue("typed");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aZoneThatMovedMeanwhileIsNotWrittenOver(boolean script) throws Exception {
        Seat seat = rig.seat();
        String domain = seat.estate().domain("harbour");
        try (Screen screen = rig.settled(seat, script)) {
            add(screen, domain, "A", "mine", Map.of("address", "192.0.2.1"));
            keep(screen);
            screen.press("Review the plan →");
            screen.sees("Apply");
            elsewhere(seat, "PUT", domain, "theirs/A", """
                    {"rrset_ttl": 300, "rrset_values": ["192.0.2.200"]}""");
            screen.press("Apply");
            screen.sees("The zone changed since this plan was made.");
            assertThat(has(domain, "mine", "A")).isFalse();
            screen.sees("Review it again");
            screen.pictures("review-stale");
            screen.press("Review it again");
            screen.sees("Apply");
            screen.press("Apply");
            screen.sees("as planned");
            assertThat(has(domain, "mine", "A")).isTrue();
            assertThat(has(domain, "theirs", "A")).isTrue();
            screen.go("/domains/" + domain + "/history");
            assertThat(screen.row("Added theirs A").innerText()).contains("elsewhere");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatCannotStandTogetherIsNotApplied(boolean script) throws Exception {
        Seat seat = rig.seat();
        String domain = seat.estate().domain("harbour");
        List<StoredRrset> before = zone(domain);
        try (Screen screen = rig.settled(seat, script)) {
            add(screen, domain, "A", "www", Map.of("address", "192.0.2.1"));
            keep(screen);
            screen.press("Review the plan →");
            screen.isTold("CNAME");
            assertThat(screen.button("Apply")).hasCount(0);
            screen.picture("review-blocked");
            screen.press("Discard this plan");
            screen.sees("It is discarded. Nothing was sent.");
            screen.follow(domain);
            screen.press("Discard");
            screen.seesNot("in draft");
            assertThat(zone(domain)).isEqualTo(before);
        }
    }

    @Test
    void aPlanThatWasShownIsThePlanThatIsApplied() throws Exception {
        Seat seat = rig.seat();
        String domain = seat.estate().domain("harbour");
        try (Screen screen = rig.settled(seat, true);
                Caller caller = new Caller(rig.house().address())) {
            add(screen, domain, "A", "mine", Map.of("address", "192.0.2.1"));
            keep(screen);
            screen.press("Review the plan →");
            screen.sees("Apply");
            String path = URI.create(screen.page().url()).getPath();
            caller.signIn(seat.name(), Seat.PASSWORD);
            caller.send(path + "/apply", Map.of("hash", "0".repeat(64)));
            assertThat(caller.open(path).body()).contains("waits for a word");
            assertThat(has(domain, "mine", "A")).isFalse();
        }
    }
}
