package cadastre.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cadastre.emulator.StoredRrset;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Snapshots of a zone: taken, named, compared, restored, deleted.
@ExtendWith(WithRig.class)
class SnapshotsTest {
    private final Rig rig;

    SnapshotsTest(Rig rig) {
        this.rig = rig;
    }

    private boolean has(String domain, String owner, String type) {
        return rig.emulator().rrsets(domain).stream()
                .anyMatch(one -> one.name().equals(owner) && one.type().equals(type));
    }

    /// Opens the list until a snapshot of that name is in it.
    private static void listed(Screen screen, String page, String name) {
        Rig.await(name + " is listed", () -> {
            screen.go(page);
            return screen.text().contains(name);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSnapshotIsTakenNamedComparedRestoredAndDeleted(boolean script) throws Exception {
        Seat seat = rig.seat();
        String domain = seat.estate().domain("harbour");
        String page = "/domains/" + domain + "/snapshots";
        List<StoredRrset> before = rig.emulator().rrsets(domain);
        try (Screen screen = rig.settled(seat, script)) {
            screen.go(page);
            screen.fill("Name of the snapshot", "As it should be");
            screen.press("Take a snapshot");
            screen.sees("The snapshot is taken.");
            listed(screen, page, "As it should be");

            // One is taken before every change, too.
            screen.go("/domains/" + domain);
            screen.page().getByLabel("Remove mx1 A").click();
            screen.press("Review the plan →");
            screen.sees("is still pointed to");
            screen.picture("review-remarks");
            screen.press("Apply");
            screen.sees("as planned");
            assertThat(has(domain, "mx1", "A")).isFalse();
            listed(screen, page, "before ");

            // Compared with the one from before: some of it is restored.
            screen.follow("Before the mail moved");
            screen.sees("What restoring would change");
            screen.pictures("snapshot-compared");
            for (Locator box : screen.page().getByRole(AriaRole.CHECKBOX).all()) {
                box.setChecked("old A".equals(box.getAttribute("value")));
            }
            screen.press("Review the plan for what is ticked →");
            screen.sees("1 added");
            screen.press("Apply");
            screen.sees("as planned");
            assertThat(has(domain, "old", "A")).isTrue();
            assertThat(has(domain, "@", "MX")).isTrue();

            // The whole zone as it was.
            screen.go(page);
            screen.follow("As it should be");
            screen.press("Review the plan for what is ticked →");
            screen.sees("1 added · 1 removed");
            screen.press("Apply");
            screen.sees("as planned");
            assertThat(rig.emulator().rrsets(domain)).containsExactlyInAnyOrderElementsOf(before);
            screen.go(page);
            screen.follow("As it should be");
            screen.sees("The zone is as this snapshot holds it");

            screen.go(page);
            screen.follow("Before the mail moved");
            screen.fill("Another name", "Old times");
            screen.press("Keep");
            screen.sees("The snapshot has its new name.");
            listed(screen, page, "Old times");
            screen.row("Old times").getByRole(AriaRole.BUTTON).click();
            screen.sees("The snapshot is deleted.");
            Rig.await("it is no longer listed", () -> {
                screen.go(page);
                return !screen.text().contains("Old times");
            });
            assertThat(screen.page().getByText("As it should be").first()).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingTickedRestoresNothing(boolean script) throws Exception {
        Seat seat = rig.seat();
        String domain = seat.estate().domain("harbour");
        try (Screen screen = rig.settled(seat, script)) {
            screen.go("/domains/" + domain);
            screen.press("Sync now");
            listed(screen, "/domains/" + domain + "/snapshots", "Before the mail moved");
            screen.follow("Before the mail moved");
            for (Locator box : screen.page().getByRole(AriaRole.CHECKBOX).all()) {
                box.uncheck();
            }
            screen.press("Review the plan for what is ticked →");
            screen.sees("Nothing was planned.");
            assertThat(rig.desk(seat).rollouts(java.util.Optional.empty(), java.util.OptionalLong.empty(), 1))
                    .isEmpty();
        }
    }
}
