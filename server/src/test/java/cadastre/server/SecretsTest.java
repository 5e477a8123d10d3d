package cadastre.server;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.vault.Canary;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A token is nowhere but in the vault: not on a page, not in the log, not in the database, whatever happens to it.
@ExtendWith(WithRig.class)
class SecretsTest {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");

    private final Rig rig;
    private final List<Canary> canaries = Stream.concat(
                    Rig.SECRETS.stream(),
                    Stream.of("Zx3Nw7QmB5yKt9VrD2fJp6HgL8cSa4Ue", "Gp5Tb2WkZ8nXs4RvM7yQd3LhC9jFe6Ua"))
            .map(Canary::new)
            .toList();
    private final List<String> found = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    SecretsTest(Rig rig) {
        this.rig = rig;
    }

    private void look(String where, String text) {
        for (Canary canary : canaries) {
            canary.in(text).forEach(trace -> found.add(where + ": " + trace));
        }
    }

    private HttpResponse<String> looked(HttpResponse<String> answer) {
        look(answer.uri() + " headers", answer.headers().map().toString());
        look(answer.uri().toString(), answer.body());
        return answer;
    }

    private void lookAtFiles(String when) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] octets = Files.readAllBytes(file);
                for (Canary canary : canaries) {
                    canary.in(octets).forEach(trace -> found.add(when + ", " + file + ": " + trace));
                }
            }
        }
    }

    /// Follows every link from the first page on.
    private Set<String> crawl(Caller caller) throws Exception {
        Set<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of("/", "/error", "/nothing", "/static/console.js"));
        while (!open.isEmpty()) {
            String path = open.pop();
            if (seen.size() < 400 && seen.add(path)) {
                var answer = looked(caller.open(path));
                LINK.matcher(answer.body())
                        .results()
                        .map(one -> one.group(1).replace("&amp;", "&").replace(" ", "%20"))
                        .filter(one -> !one.contains("?add=") || one.contains("add=A"))
                        .forEach(open::add);
            }
        }
        return seen;
    }

    private static String card(Caller caller) throws Exception {
        var id = Pattern.compile("/integrations/(int_[a-z0-9]+)")
                .matcher(caller.open("/integrations").body());
        assertThat(id.find()).isTrue();
        return "/integrations/" + id.group(1);
    }

    private static void await(Caller caller, String path, String text) {
        Rig.await(text, () -> {
            try {
                return caller.open(path).body().contains(text);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        });
    }

    @Test
    void aTokenIsNowhereButInTheVault() throws Exception {
        Path log = folder.resolve("log");
        String first = canaries.get(0).text();
        String second = canaries.get(1).text();
        String mistyped = canaries.get(2).text();
        String withSigns = canaries.get(3).text() + "é";
        Set<String> pages;
        try (Started server = Started.on(folder.resolve("data"), rig.wire().address(), log);
                Caller caller = new Caller(server.address())) {
            caller.send(
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
            for (String wrong : List.of(mistyped, withSigns, "Apikey " + first, first.substring(0, 20))) {
                assertThat(looked(caller.send("/integrations/new/gandi", Map.of("token", wrong)))
                                .statusCode())
                        .isEqualTo(422);
            }
            looked(caller.send("/integrations/new/gandi", Map.of("token", "Bearer " + first + "\n")));
            await(caller, "/integrations", "Synced");
            String card = card(caller);

            // Gandi, or something before it, says the token back.
            for (int status : List.of(500, 403, 200)) {
                rig.wire()
                        .harm(
                                first,
                                new Wire.Harm.Answers(
                                        status, "application/json", "{\"message\": \"Bearer " + first + " is odd\"}"));
                looked(caller.send(card + "/sync", Map.of()));
                await(caller, card, "role=\"alert\"");
                looked(caller.open(card + "/support.txt"));
                looked(caller.send("/domains/" + Rig.secretEstate().domain("harbour") + "/snapshots", Map.of()));
                looked(caller.open("/domains/" + Rig.secretEstate().domain("harbour") + "/name-servers"));
                rig.wire().heal(first);
            }
            looked(caller.send(card + "/credentials", Map.of("token", mistyped)));
            looked(caller.send(card + "/credentials", Map.of("token", withSigns)));
            assertThat(looked(caller.send(card + "/credentials", Map.of("token", second)))
                            .statusCode())
                    .isEqualTo(303);
            await(caller, "/integrations", "Synced");
            // A token at wrong places: it must not come back as a name of something else.
            looked(caller.sendBare("/integrations/new/gandi", Map.of("token", first), ""));
            lookAtFiles("while it runs");
            pages = crawl(caller);
        }
        lookAtFiles("after it ended");
        assertThat(pages).hasSizeGreaterThan(30).anyMatch(page -> page.endsWith("support.txt"));
        assertThat(Files.size(folder.resolve("data/cadastre.db"))).isPositive();
        assertThat(found).isEmpty();
    }
}
