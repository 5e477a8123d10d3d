package cadastre.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be done with an integration beside its token.
@ExtendWith(WithRig.class)
class CardTest {
    private final Rig rig;

    CardTest(Rig rig) {
        this.rig = rig;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anIntegrationIsRenamedAndSetToReadOnly(boolean script) throws Exception {
        Seat seat = rig.seat();
        String domain = seat.estate().domain("harbour");
        try (Screen screen = rig.settled(seat, script)) {
            screen.go("/integrations");
            screen.follow("cadastre full");
            screen.fill("Name", "The family's names");
            screen.press("Keep");
            screen.sees("The new name is kept.");
            screen.press("Set to read only");
            screen.sees("Nothing is changed through this integration from now on.");
            screen.sees("read only");
            screen.pictures("integration-single");

            screen.go("/domains/" + domain);
            screen.page().getByLabel("Remove www CNAME").click();
            screen.press("Review the plan →");
            screen.sees("This integration is set to read only, so nothing was planned.");
            screen.sees("1 RRset in draft");
            screen.go("/integrations");
            screen.follow("The family's names");
            screen.press("Allow changes");
            screen.sees("Changes go through this integration again.");
            screen.go("/domains/" + domain);
            screen.press("Review the plan →");
            screen.sees("Apply");
        }
    }

    @Test
    void theSupportBundleHelpsAndHoldsNoSecret() throws Exception {
        Seat seat = rig.seat();
        String token = seat.estate().token(Estate.Token.FULL);
        try (Screen screen = rig.settled(seat, true)) {
            screen.go("/integrations");
            screen.follow("cadastre full");
            // The log is handed over every other second.
            Rig.await("the requests are in the log", () -> {
                screen.page().reload();
                return screen.text().contains(seat.estate().domain("harbour") + "/records");
            });
            screen.sees("GET /v5/domain/domains");
            Download download = screen.page().waitForDownload(() -> screen.follow("Download the support bundle"));
            String bundle = Files.readString(download.path());
            assertThat(download.suggestedFilename()).startsWith("cadastre-int_").endsWith(".txt");
            assertThat(bundle)
                    .contains("Status: Synced", "Domains: 6", "Zones read: 5", "Token last worked: 2")
                    .contains("200  GET /v5/livedns/domains/" + seat.estate().domain("harbour") + "/records")
                    .doesNotContain(token, token.substring(0, 16), "192.0.2.", "spf1");
        }
    }
}
