package cadastre.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.register.Trouble;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A token that worked stops working: the card says which way, what was not lost, and what to do.
@ExtendWith(WithRig.class)
class TroubleTest {
    private final Rig rig;

    TroubleTest(Rig rig) {
        this.rig = rig;
    }

    private String id(Seat seat) {
        return rig.desk(seat).cards().getFirst().integration().id().text();
    }

    private static void sync(Screen screen) {
        screen.go("/integrations");
        screen.press("Sync now");
    }

    /// The card says so, in words that lead to the guide, and nothing is lost.
    private void isTold(Screen screen, Seat seat, String status, String message, String slug) {
        screen.isTold(message);
        screen.sees(status);
        screen.sees("Your 6 domains and their history are kept as they were; nothing was changed or lost.");
        assertThat(rig.desk(seat).facets().all()).isEqualTo(Estate.DOMAINS);
        screen.follow("More about this");
        screen.page().waitForURL(url -> url.endsWith("/guide/gandi#" + slug));
        assertThat(screen.page().locator("#" + slug)).isVisible();
    }

    private void paste(Screen screen, Seat seat, String token) {
        screen.go("/integrations/" + id(seat));
        screen.fill("New API Token", token);
        screen.press("Update Credentials");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTokenThatExpiresInTheMiddleIsReplaced(boolean script) throws Exception {
        Seat seat = rig.seat();
        Estate estate = seat.estate();
        String token = estate.token(Estate.Token.FULL);
        try (Screen screen = rig.settled(seat, script)) {
            Instant end = Instant.now().plusSeconds(6);
            rig.emulator().setTokenExpiry(token, end);
            sync(screen);
            screen.sees("Token expires soon");
            Rig.await("the token ends", () -> Instant.now().isAfter(end));
            sync(screen);
            screen.isTold("it ended on");
            screen.pictures("integration-expired");
            isTold(screen, seat, "Token expired", "", "token-expired");

            screen.go("/integrations");
            screen.follow("Update Credentials");
            screen.sees("The new token is checked before the one before is dropped.");
            screen.picture("integration-update");
            paste(screen, seat, "pat_nobody_ever_made_0000000000000000000");
            screen.isTold("unknown to Gandi");
            screen.sees("The token before stays in use.");
            paste(screen, seat, "Bearer x");
            screen.isTold("too short for a token");
            assertThat(rig.desk(seat)
                            .cards()
                            .getFirst()
                            .integration()
                            .credential()
                            .masked())
                    .endsWith(token.substring(token.length() - 4));
            paste(screen, seat, estate.token(Estate.Token.NEXT));
            screen.sees("The new token works and took over. Now delete the old one at Gandi.");
            screen.sees("Synced");
            screen.seesNot("it ended on");
            screen.sees("349 days left");
            screen.sees("6, 5 with their records read");
            screen.go("/domains/" + estate.domain("harbour") + "/history");
            screen.sees("The domain was seen for the first time");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTokenOfAnotherOrganizationIsTakenOnlyIfItIsMeant(boolean script) throws Exception {
        Seat seat = rig.seat();
        Estate other = rig.estate();
        try (Screen screen = rig.settled(seat, script)) {
            paste(screen, seat, other.token(Estate.Token.VIEW));
            screen.isTold("The new token works, and is not like the one before.");
            screen.isTold("This token belongs to " + other.organization() + ", the one before to "
                    + seat.estate().organization());
            screen.isTold("This token may do less than the one before");
            screen.pictures("integration-other-organization");
            assertThat(screen.page().content()).doesNotContain(other.token(Estate.Token.VIEW));
            screen.follow("Keep the one before");
            screen.sees(seat.estate().organization());
            assertThat(rig.desk(seat)
                            .cards()
                            .getFirst()
                            .integration()
                            .organization()
                            .orElseThrow()
                            .name())
                    .isEqualTo(seat.estate().organization());
            paste(screen, seat, other.token(Estate.Token.FULL));
            screen.isTold("the one before to " + seat.estate().organization());
            screen.press("Use it all the same");
            screen.sees("The new token works and took over.");
            screen.sees(other.organization());
        }
    }

    @Test
    void aRevokedTokenIsToldFromAnExpiredOne() throws Exception {
        Seat seat = rig.seat();
        try (Screen screen = rig.settled(seat, true)) {
            rig.emulator().revoke(seat.estate().token(Estate.Token.FULL));
            sync(screen);
            isTold(
                    screen,
                    seat,
                    "Authentication error",
                    "Gandi no longer accepts this token, though its time is not over: somebody deleted it at Gandi.",
                    "token-revoked");
            screen.go("/");
            screen.sees("cadastre full");
            screen.picture("attention-revoked");
            screen.go("/integrations");
            screen.picture("integration-revoked");
            // What needs Gandi says why it cannot be, and the draft stays.
            screen.go("/domains/" + seat.estate().domain("harbour"));
            screen.page().getByLabel("Remove www CNAME").click();
            screen.press("Review the plan →");
            screen.sees("Gandi did not answer as it should");
            screen.sees("Nothing was sent or changed; the draft is kept.");
            screen.picture("unavailable");
            screen.go("/domains/" + seat.estate().domain("harbour"));
            screen.sees("1 RRset in draft");
        }
    }

    @Test
    void aPermissionThatWasWithdrawnIsNamedWithWhatItUnlocks() throws Exception {
        Seat seat = rig.seat();
        try (Screen screen = rig.settled(seat, true)) {
            rig.emulator().setTokenPermissions(seat.estate().token(Estate.Token.FULL), List.of("domain:view"));
            sync(screen);
            isTold(screen, seat, "Missing permission", "This token lacks dns:read", "missing-permission");
            rig.emulator()
                    .setTokenPermissions(
                            seat.estate().token(Estate.Token.FULL),
                            List.of("domain:view", "domain:renew", "domain:tech"));
            sync(screen);
            screen.sees("Synced");
            assertThat(screen.page().getByRole(AriaRole.ALERT)).hasCount(0);
        }
    }

    static Stream<Arguments> outages() {
        return Stream.of(
                Arguments.of(
                        new Wire.Harm.Answers(503, "application/json", "{\"code\":503,\"message\":\"no\"}"),
                        "Gandi fails (status 503). This is not about your token.",
                        "gandi-fails"),
                Arguments.of(
                        new Wire.Harm.Cut(),
                        "Gandi is not reached from here. This is not about your token.",
                        "gandi-is-not-reached"),
                Arguments.of(
                        new Wire.Harm.Answers(403, "text/html", "<html><h1>Request blocked</h1></html>"),
                        "The request was turned away (status 403)",
                        "turned-away"),
                Arguments.of(
                        new Wire.Harm.Answers(200, "text/html", "<html>Welcome to this hotel</html>"),
                        "Gandi answered something that is not understood",
                        "answer-not-understood"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void anOutageIsNotTakenForAWrongToken(Wire.Harm harm, String message, String slug) throws Exception {
        Seat seat = rig.seat();
        String token = seat.estate().token(Estate.Token.FULL);
        try (Screen screen = rig.settled(seat, true)) {
            rig.wire().harm(token, harm);
            sync(screen);
            isTold(screen, seat, "Failed", message, slug);
            screen.go("/integrations");
            screen.picture("integration-" + slug);
            assertThat(screen.page().getByRole(AriaRole.MAIN)).not().containsText("Paste it under Update Credentials");
            rig.wire().heal(token);
            sync(screen);
            screen.sees("Synced");
            assertThat(screen.page().getByRole(AriaRole.ALERT)).hasCount(0);
        } finally {
            rig.wire().heal(token);
        }
    }

    @Test
    void aTokenThatSeesFewerDomainsArchivesNothingBlindly() throws Exception {
        Seat seat = rig.seat();
        Estate estate = seat.estate();
        try (Screen screen = rig.settled(seat, true)) {
            rig.emulator().setTokenReach(estate.token(Estate.Token.FULL), Set.of(estate.domain("harbour")));
            sync(screen);
            screen.sees("Synced");
            screen.go("/domains?q=is:archived");
            screen.follow(estate.domain("mill"));
            screen.sees("archived");
            screen.picture("domain-archived");
            screen.go("/domains/" + estate.domain("mill") + "/history");
            screen.sees("The domain is no longer there; it is archived");
            screen.sees("The domain was seen for the first time");
            rig.emulator().setTokenReach(estate.token(Estate.Token.FULL), Set.of());
            sync(screen);
            screen.sees("6, 5 with their records read");
        }
    }

    /// One of each kind.
    private static final List<Trouble> EVERY = List.of(
            new Trouble.TokenExpired(Instant.EPOCH),
            new Trouble.TokenRevoked(),
            new Trouble.TokenEnded(),
            new Trouble.TokenUnknown(),
            new Trouble.MissingPermission(Set.of()),
            new Trouble.OutOfReach(Name.of("a.example")),
            new Trouble.NoDomains(),
            new Trouble.NotOnLiveDns(Name.of("a.example")),
            new Trouble.RateLimited(Optional.empty()),
            new Trouble.Outage(500),
            new Trouble.Unreachable(),
            new Trouble.NotUnderstood(),
            new Trouble.TurnedAway(403),
            new Trouble.WrongAddress(),
            new Trouble.Misconfigured("apiurl"));

    @Test
    void theGuideHasAHeadingForEveryTrouble() {
        assertThat(EVERY).hasSameSizeAs(Arrays.asList(Trouble.class.getPermittedSubclasses()));
        try (Screen screen = rig.screen(true)) {
            screen.go("/guide/gandi");
            for (Trouble trouble : EVERY) {
                Locator heading = screen.page().locator("#" + trouble.slug());
                assertThat(heading).isVisible();
                assertThat(heading.evaluate("e => e.tagName").toString()).startsWith("H");
            }
            assertThat(screen.page().locator("#from-an-api-key")).isVisible();
        }
    }
}
