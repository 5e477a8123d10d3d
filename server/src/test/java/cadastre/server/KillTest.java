package cadastre.server;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.emulator.StoredRrset;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// kill -9 while the first sync or a change goes on: nothing is lost, nothing is doubled, and the pages say what is so.
@ExtendWith(WithRig.class)
class KillTest {
    private static final int WRITES = 6;
    private static final Pattern CARD = Pattern.compile("href=\"/integrations/(int_[a-z0-9]+)\"");

    /// The chip beside the heading.
    private static final Pattern STATE =
            Pattern.compile("</h1><span class=\"chip[^\"]*\">(?:<svg.*?</svg>)?([^<]*)</span>");

    private final Rig rig;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    KillTest(Rig rig) {
        this.rig = rig;
    }

    private Started start(int run) throws IOException {
        return Started.on(folder.resolve("data" + run), rig.wire().address(), folder.resolve("log" + run));
    }

    private static void found(Caller caller, Started server) throws Exception {
        var answer = caller.send(
                "/welcome",
                Map.of(
                        "ticket",
                        server.ticket().orElseThrow(),
                        "workspace",
                        "Mill",
                        "name",
                        "ada",
                        "password",
                        Seat.PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    private static boolean shows(Caller caller, String path, String text) {
        try {
            return caller.open(path).body().contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    private static void pause(Random chance, int most) throws InterruptedException {
        Thread.sleep(chance.nextInt(most));
    }

    private void firstSync(int run, Random chance, String seed) throws Exception {
        Estate estate = rig.estate();
        String token = estate.token(Estate.Token.FULL);
        rig.wire().harm(token, new Wire.Harm.Slow(Duration.ofMillis(120)));
        try (Started server = start(run);
                Caller caller = new Caller(server.address())) {
            found(caller, server);
            assertThat(caller.send("/integrations/new/gandi", Map.of("token", token))
                            .statusCode())
                    .isEqualTo(303);
            pause(chance, 2_000);
            server.kill();
        }
        rig.wire().heal(token);
        try (Started server = start(run);
                Caller caller = new Caller(server.address())) {
            assertThat(server.ticket()).as(seed).isEmpty();
            caller.signIn("ada", Seat.PASSWORD);
            Rig.await("the sync goes on, " + seed, () -> shows(caller, "/integrations", "Synced"));
            String card = caller.open("/integrations").body();
            assertThat(card).as(seed).contains(", 5 with their records read");
            assertThat(CARD.matcher(card).results().map(one -> one.group(1)).distinct())
                    .as(seed)
                    .hasSize(1);
            String list = caller.open("/domains").body();
            for (String label : List.of("harbour", "mill", "quiet", "elsewhere", "soon")) {
                assertThat(count(list, ">" + estate.domain(label) + "<"))
                        .as(seed + label)
                        .isEqualTo(1);
                String history = caller.open("/domains/" + estate.domain(label) + "/history")
                        .body();
                assertThat(count(history, "The domain was seen for the first time"))
                        .as(seed)
                        .isEqualTo(1);
                assertThat(count(history, "The zone was read for the first time"))
                        .as(seed)
                        .isEqualTo(label.equals("elsewhere") ? 0 : 1);
                assertThat(history).as(seed).doesNotContain("Added ");
            }
        }
    }

    private void change(int run, Random chance, String seed) throws Exception {
        Estate estate = rig.estate();
        String token = estate.token(Estate.Token.FULL);
        String domain = estate.domain("harbour");
        List<StoredRrset> before = rig.emulator().rrsets(domain);
        String change;
        try (Started server = start(run);
                Caller caller = new Caller(server.address())) {
            found(caller, server);
            caller.send("/integrations/new/gandi", Map.of("token", token));
            Rig.await("the first sync, " + seed, () -> shows(caller, "/integrations", "Synced"));
            for (int i = 0; i < WRITES; i++) {
                caller.send(
                        "/domains/" + domain + "/draft/keep",
                        Map.of("owner", "n" + i, "type", "A", "ttl", "300", "f0-0", "192.0.2." + (100 + i)));
            }
            change = caller.send("/domains/" + domain + "/review", Map.of())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            Matcher hash = Pattern.compile("name=\"hash\" value=\"([0-9a-f]+)\"")
                    .matcher(caller.open(change).body());
            assertThat(hash.find()).isTrue();
            rig.wire().harm(token, new Wire.Harm.Slow(Duration.ofMillis(120)));
            caller.send(change + "/apply", Map.of("hash", hash.group(1)));
            pause(chance, 1_800);
            server.kill();
        }
        rig.wire().heal(token);
        try (Started server = start(run);
                Caller caller = new Caller(server.address())) {
            caller.signIn("ada", Seat.PASSWORD);
            String address = change;
            Rig.await("the change comes to an end, " + seed, () -> !shows(caller, address, "This was interrupted."));
            List<StoredRrset> after = rig.emulator().rrsets(domain);
            long written =
                    after.stream().filter(one -> one.name().matches("n\\d")).count();
            assertThat(after).as(seed).containsAll(before);
            String page = caller.open(change).body();
            Matcher state = STATE.matcher(page);
            assertThat(state.find()).as(seed).isTrue();
            String chip = state.group(1).strip();
            assertThat(chip)
                    .as(seed + written + " written")
                    .isIn(written == WRITES ? List.of("applied") : List.of("incomplete", "waits for a word"));
            if (chip.equals("waits for a word")) {
                assertThat(written).as(seed).isZero();
            }
            String history = caller.open("/domains/" + domain + "/history").body();
            for (int i = 0; i < WRITES; i++) {
                String owner = "n" + i;
                boolean there = after.stream().anyMatch(one -> one.name().equals(owner));
                assertThat(count(history, "Added " + owner + " A"))
                        .as(seed + owner)
                        .isEqualTo(there ? 1 : 0);
            }
            assertThat(count(history, "elsewhere"))
                    .as(seed + "none of it is somebody else's")
                    .isZero();
            // What is left of the draft is what is not there.
            String draft = caller.open("/domains/" + domain).body();
            assertThat(count(draft, ">added<")).as(seed + " the draft").isEqualTo((int) (WRITES - written));
        }
    }

    private void some(int first, int runs) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < runs; i++) {
            Random chance = new Random(start + i);
            firstSync(first + 2 * i, chance, "seed " + (start + i) + "L: ");
            change(first + 2 * i + 1, chance, "seed " + (start + i) + "L: ");
        }
    }

    @Test
    void whatIsKilledAtSomePointGoesOnWithoutLossOrDouble() throws Exception {
        some(0, 2);
    }

    @Test
    @Tag("long")
    void whatIsKilledAtManyPointsGoesOnWithoutLossOrDouble() throws Exception {
        some(100, 12);
    }
}
