package cadastre.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The list of domains and the pages of one.
@ExtendWith(WithRig.class)
class DomainsTest {
    private final Rig rig;

    DomainsTest(Rig rig) {
        this.rig = rig;
    }

    /// {@return the names in the list, in its order}
    private static List<String> names(Screen screen) {
        return screen.page().locator("tbody tr td:first-child a").allInnerTexts();
    }

    private static void filter(Screen screen, String words, boolean script) {
        Locator field = screen.page()
                .getByLabel("Filter", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true));
        field.fill(words);
        if (!script) {
            screen.press("Filter");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theListIsFilteredAndSorted(boolean script) throws Exception {
        Seat seat = rig.seat();
        Estate estate = seat.estate();
        try (Screen screen = rig.settled(seat, script)) {
            screen.go("/domains");
            screen.sees("6 of 6");
            assertThat(names(screen)).first().isEqualTo(estate.domain("soon"));
            screen.pictures("domains");
            assertThat(screen.row(estate.domain("soon")).innerText())
                    .contains("auto-renewal off")
                    .contains("8 d");
            assertThat(screen.row(estate.domain("elsewhere")).innerText()).contains("custom (2)", "not on LiveDNS");
            assertThat(screen.row(estate.domain("harbour")).innerText())
                    .contains("LiveDNS", "healthy", "5", estate.organization());

            filter(screen, "mill", script);
            screen.sees("1 of 6");
            assertThat(names(screen)).containsExactly(estate.domain("mill"));
            filter(screen, "expires<30d auto_renew:off", script);
            screen.sees("1 of 6");
            assertThat(screen.link(estate.domain("soon"))).isVisible();
            assertThat(names(screen)).containsExactly(estate.domain("soon"));
            filter(screen, "ns:custom", script);
            assertThat(screen.link(estate.domain("elsewhere"))).isVisible();
            assertThat(screen.link(estate.domain("soon"))).hasCount(0);
            filter(screen, "tag:shop", script);
            assertThat(screen.link(estate.domain("harbour"))).isVisible();
            assertThat(screen.link(estate.domain("elsewhere"))).hasCount(0);
            filter(screen, "ns:nowhere", script);
            screen.isTold("ns: takes livedns, classic or custom");
            filter(screen, "colour:red", script);
            screen.isTold("is not known");
            screen.picture("domains-wrong-word");
            filter(screen, "zzzz", script);
            screen.sees("No domain is like that");
            screen.picture("domains-none");
            filter(screen, "bücher", script);
            screen.sees("1 of 6");
            assertThat(screen.page().url()).contains("q=b");

            screen.go("/domains");
            screen.page()
                    .getByRole(AriaRole.COLUMNHEADER)
                    .getByText("Name", new Locator.GetByTextOptions().setExact(true))
                    .click();
            screen.page().waitForURL(url -> url.contains("order=name"));
            assertThat(names(screen))
                    .containsExactly(
                            estate.domain("elsewhere"),
                            estate.domain("harbour"),
                            estate.domain("mill"),
                            estate.domain("quiet"),
                            estate.domain("soon"),
                            estate.domain("bücher"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDomainHasItsPages(boolean script) throws Exception {
        Seat seat = rig.seat();
        Estate estate = seat.estate();
        try (Screen screen = rig.settled(seat, script)) {
            screen.go("/domains");
            screen.follow(estate.domain("harbour"));
            screen.sees("Owner name");
            assertThat(screen.row("v=spf1").innerText()).contains("TXT", "10800", "\"v=spf1 mx -all\"");
            screen.pictures("domain-records");
            assertThat(screen.row("mx1").first().innerText()).contains("MX", "10");
            screen.page().getByLabel("Filter records").fill("type:MX");
            screen.page().getByLabel("Filter records").press("Enter");
            assertThat(screen.row("v=spf1")).hasCount(0);

            tab(screen, "Nameservers");
            screen.sees("Gandi LiveDNS");
            screen.sees("Edit Nameservers");
            screen.pictures("domain-name-servers");
            tab(screen, "Snapshots");
            screen.sees("No snapshot is listed");
            screen.press("Sync now");
            Rig.await("the snapshots are listed", () -> {
                screen.go("/domains/" + estate.domain("harbour") + "/snapshots");
                return screen.text().contains("Before the mail moved");
            });
            screen.pictures("domain-snapshots");
            tab(screen, "History");
            screen.sees("The domain was seen for the first time");
            screen.pictures("domain-history");
            tab(screen, "Registration");
            screen.sees("Expires");
            screen.pictures("domain-registration");

            screen.go("/domains/" + estate.domain("elsewhere"));
            screen.sees("LiveDNS does not serve this domain");
            screen.picture("domain-not-on-livedns");
            screen.go("/domains/" + estate.domain("quiet"));
            screen.sees("Add record");
            screen.picture("domain-empty-zone");
            assertThat(screen.go("/domains/nobody.example")).isEqualTo(404);
            screen.sees("There is no such page");
            screen.picture("not-there");
        }
    }

    private static void tab(Screen screen, String name) {
        screen.page()
                .getByRole(
                        AriaRole.NAVIGATION,
                        new com.microsoft.playwright.Page.GetByRoleOptions()
                                .setName("Domain")
                                .setExact(true))
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
    }

    @Test
    void theOtherPagesShowWhatIsThere() throws Exception {
        Seat seat = rig.seat();
        try (Screen screen = rig.screen(seat, true)) {
            screen.go("/");
            screen.sees("Nothing is connected yet");
            screen.picture("attention-nothing");
            screen.go("/domains");
            screen.sees("No account is connected");
            screen.picture("domains-nothing");
            screen.go("/integrations");
            screen.sees("No account is connected");
            screen.go("/changes");
            screen.sees("No change yet");
            screen.picture("changes-nothing");
            rig.connect(seat, Estate.Token.SOON);
            screen.go("/");
            screen.sees("Needs you");
            screen.sees(seat.estate().domain("soon"));
            screen.pictures("attention");
            screen.go("/integrations");
            screen.sees("Token expires soon");
            screen.sees("5 days left");
            screen.picture("integration-expires-soon");
            screen.go("/guide/gandi");
            screen.pictures("guide");
            screen.go("/settings");
            screen.pictures("settings");
        }
    }
}
