package cadastre.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// From the link that the first start prints to a portfolio on a page.
@ExtendWith(WithRig.class)
class FirstRunTest {
    private final Rig rig;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    FirstRunTest(Rig rig) {
        this.rig = rig;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLinkMakesTheOwnerAndOneTokenBringsTheDomains(boolean script) throws Exception {
        Estate estate = rig.estate();
        try (House house = House.open(folder, rig.wire().address());
                Screen screen = new Screen(rig.browser(), house.address(), script)) {
            String link = house.server().welcome().orElseThrow();
            screen.go(link);
            screen.sees("Make this register yours");
            screen.pictures("welcome");
            screen.fill("Workspace", "Brightwater");
            screen.fill("Your name, to sign in", "Grace@Brightwater.example");
            screen.fill("Password", "grace@brightwater.example");
            screen.press("Begin");
            screen.isTold("name");
            screen.fill("Password", Seat.PASSWORD);
            screen.press("Begin");
            screen.sees("Add New Integration");
            screen.picture("integration-choice");
            screen.page()
                    .getByRole(AriaRole.LINK)
                    .filter(new Locator.FilterOptions().setHasText("Add Gandi"))
                    .click();
            screen.sees("Add a Gandi integration");
            screen.sees("Tick See and renew domain names");
            screen.pictures("integration-new");

            rig.wire().harm(estate.token(Estate.Token.FULL), new Wire.Harm.Slow(Duration.ofMillis(script ? 300 : 900)));
            screen.fill("API Token", "  Bearer " + estate.token(Estate.Token.FULL) + " ");
            screen.press("Add Integration");
            screen.sees("The integration is added; the first sync has begun.");
            screen.sees("Syncing");
            screen.sees("used");
            screen.picture("integration-syncing");
            screen.sees(Estate.DOMAINS + ", 5 with their records read");
            screen.sees("Synced");
            rig.wire().heal(estate.token(Estate.Token.FULL));
            assertThat(screen.text())
                    .contains("cadastre full", estate.organization(), "••••••••0000", "299 days left")
                    .contains("read domains", "change domains", "read DNS", "change DNS", "Integration ID")
                    .doesNotContain(estate.token(Estate.Token.FULL));
            screen.pictures("integrations");

            screen.go(link);
            screen.sees("This link does nothing");
            screen.picture("welcome-used");
        }
    }

    @Test
    void thePasswordAndTheNamesMustBeSome() throws Exception {
        try (House house = House.open(folder, rig.wire().address());
                Caller caller = new Caller(house.address())) {
            String link = house.server().welcome().orElseThrow();
            String ticket = link.substring(link.indexOf("ticket=") + "ticket=".length());
            for (List<String> wrong : List.of(
                    List.of("", "ada", Seat.PASSWORD, "1 to 100 characters"),
                    List.of("Mill", "ada lovelace", Seat.PASSWORD, "no blanks"),
                    List.of("Mill", "ada", "short", "12"))) {
                var answer = caller.send(
                        "/welcome",
                        Map.of(
                                "ticket",
                                ticket,
                                "workspace",
                                wrong.get(0),
                                "name",
                                wrong.get(1),
                                "password",
                                wrong.get(2)));

                assertThat(answer.statusCode()).isEqualTo(422);
                assertThat(answer.body()).contains(wrong.get(3)).contains("Make this register yours");
            }
            assertThat(house.server().store().accounts().isEmpty()).isTrue();
            assertThat(caller.open("/welcome?ticket=" + ticket.substring(1) + "x")
                            .statusCode())
                    .isEqualTo(410);
            assertThat(caller.open("/welcome").statusCode()).isEqualTo(410);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsNoTokenIsToldBesideTheField(boolean script) throws Exception {
        Seat seat = rig.seat();
        List<List<String>> pastes = List.of(
                List.of("Bearer x", "too short for a token"),
                List.of("demoapikey00000000000000", "old API key"),
                List.of("Apikey demoapikey00000000000000", "old API key"),
                List.of("pat_é_" + "0".repeat(30), "signs that no token has"),
                List.of("0".repeat(600), "too long for a token"),
                List.of("pat_nobody_ever_made_0000000000000000000", "unknown to Gandi: mistyped, expired or revoked"),
                List.of(seat.estate().token(Estate.Token.EXPIRED), "unknown to Gandi: mistyped, expired or revoked"));
        try (Screen screen = rig.screen(seat, script)) {
            screen.go("/integrations/new/gandi");
            for (List<String> paste : pastes) {
                screen.fill("API Token", paste.getFirst());
                screen.press("Add Integration");
                screen.isTold(paste.getLast());
                assertThat(screen.page().content()).doesNotContain(paste.getFirst());
            }
            screen.pictures("integration-refused");
            screen.follow("More about this");
            assertThat(screen.page().url()).contains("/guide/gandi#token-unknown-to-gandi");
            assertThat(rig.desk(seat).cards()).isEmpty();
        }
        try (Caller caller = new Caller(rig.house().address())) {
            caller.signIn(seat.name(), Seat.PASSWORD);
            for (String empty : List.of("", " \r\n\t", "Bearer ", "\u200b")) {
                assertThat(caller.send("/integrations/new/gandi", Map.of("token", empty))
                                .body())
                        .contains("Paste the token that Gandi showed you.");
            }
        }
    }

    @Test
    void aTokenThatArrivesInPiecesIsPutTogether() throws Exception {
        Seat seat = rig.seat();
        String token = seat.estate().token(Estate.Token.FULL);
        String broken =
                "Authorization: Bearer  " + token.substring(0, 12) + "\r\n\t" + token.substring(12) + "\u200b\n";
        try (Caller caller = new Caller(rig.house().address())) {
            caller.signIn(seat.name(), Seat.PASSWORD);
            assertThat(caller.send("/integrations/new/gandi", Map.of("token", broken))
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(rig.desk(seat).cards()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTokenWithoutPermissionsSaysWhatIsOffWithoutThem(boolean script) throws Exception {
        Seat seat = rig.seat();
        try (Screen screen = rig.screen(seat, script)) {
            screen.go("/integrations/new/gandi");
            screen.fill("API Token", seat.estate().token(Estate.Token.VIEW));
            screen.press("Add Integration");
            screen.sees("Missing permission");
            screen.sees("Off without it");
            screen.sees("Manage domain name technical configurations");
            screen.sees("Update Credentials");
            screen.picture("integration-under-scoped");
        }
    }

    @Test
    void aTokenThatSeesNoDomainSaysSo() throws Exception {
        Seat seat = rig.seat();
        try (Screen screen = rig.screen(seat, true)) {
            screen.go("/integrations/new/gandi");
            screen.fill("API Token", seat.estate().token(Estate.Token.BARE));
            screen.press("Add Integration");
            screen.sees("Gandi lists no domain for this token.");
            screen.sees("Look whether the token belongs to the organization that holds the domains");
            screen.picture("integration-no-domains");
        }
    }
}
