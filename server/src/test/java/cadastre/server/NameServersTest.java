package cadastre.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The name servers of a domain go elsewhere and come back.
@ExtendWith(WithRig.class)
class NameServersTest {
    private final Rig rig;

    NameServersTest(Rig rig) {
        this.rig = rig;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void otherNameServersArePendingUntilTheRegistryAnswers(boolean script) throws Exception {
        Seat seat = rig.seat();
        String domain = seat.estate().domain("harbour");
        String page = "/domains/" + domain + "/name-servers";
        List<String> own = rig.emulator().nameServers(domain);
        try (Screen screen = rig.settled(seat, script)) {
            screen.go(page);
            screen.sees(own.getFirst());
            screen.fill("Custom, one on each line", "ns1");
            screen.press("Keep in draft");
            screen.isTold("A name server has a whole name");
            screen.fill("Custom, one on each line", " \n");
            screen.press("Keep in draft");
            screen.isTold("Write at least one name server");
            screen.fill("Custom, one on each line", "ns..1.example.net");
            screen.press("Keep in draft");
            screen.isTold("is no name");
            screen.picture("name-servers-wrong");
            screen.fill("Custom, one on each line", "ns1.example.net\nns2.example.net.");
            screen.press("Keep in draft");
            screen.sees("Nameservers in draft");
            assertThat(rig.emulator().nameServers(domain)).isEqualTo(own);
            screen.press("Review the plan →");
            screen.sees("other name servers");
            screen.picture("review-name-servers");
            rig.emulator().setRegistryDelay(Duration.ofSeconds(8));
            screen.press("Apply");
            screen.sees("pending until the registry answers");
            screen.go(page);
            screen.sees("Pending at the registry.");
            assertThat(rig.emulator().nameServers(domain)).isEqualTo(own);
            screen.pictures("name-servers-pending");
            Rig.await(
                    "the registry takes it up",
                    () -> !rig.emulator().nameServers(domain).equals(own));
            assertThat(rig.emulator().nameServers(domain)).containsExactly("ns1.example.net", "ns2.example.net");
            screen.go("/domains/" + domain);
            screen.press("Sync now");
            screen.go(page);
            Rig.await("it is seen", () -> {
                screen.go(page);
                return !screen.text().contains("Pending at the registry.");
            });
            assertThat(screen.page().getByRole(com.microsoft.playwright.options.AriaRole.MAIN))
                    .containsText("Custom");

            // And back.
            rig.emulator().setRegistryDelay(Duration.ofSeconds(3));
            screen.press("Use Gandi LiveDNS");
            screen.sees("Nameservers in draft");
            screen.press("Review the plan →");
            screen.sees("Apply");
            screen.press("Apply");
            screen.sees("pending until the registry answers");
            Rig.await(
                    "the registry takes it back",
                    () -> rig.emulator().nameServers(domain).equals(own));
            screen.go("/domains/" + domain);
            screen.press("Sync now");
            Rig.await("it is seen", () -> {
                screen.go(page);
                String text = screen.text();
                return !text.contains("Pending at the registry.") && text.contains("In use");
            });
            screen.go("/domains/" + domain + "/history");
            screen.sees("ns1.example.net");
            screen.sees(seat.name());
        } finally {
            rig.emulator().setRegistryDelay(Duration.ofSeconds(3));
        }
    }
}
