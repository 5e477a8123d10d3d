package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is done and whatever goes wrong: an RRset is there once, a list counts right, a change lets the serial grow
/// and leaves a snapshot of what was before, and what was refused on the way changes nothing.
class CrueltyLawTest {
    private static final String ZONE = "/livedns/domains/example.com";
    private static final List<String> NAMES = List.of("@", "a", "B", "b", "*", "_x", "c.d");
    private static final List<String> TYPES = List.of("A", "TXT", "CNAME", "MX", "AAAA");
    private static final Set<String> BEFORE_THE_CHANGE = Set.of("too-many", "error", "waf", "reset", "redirect");
    private static final String FAULTS = """
            {"seed": 7, "faults": [
              {"kind": "too-many", "probability": 0.03, "shape": "html-retry-after"},
              {"kind": "error", "probability": 0.03, "shape": "text"},
              {"kind": "waf", "probability": 0.02},
              {"kind": "cut", "probability": 0.02},
              {"kind": "empty", "probability": 0.02},
              {"kind": "lost", "probability": 0.03},
              {"kind": "reset", "probability": 0.02},
              {"kind": "stale", "probability": 0.05, "method": "GET"},
              {"kind": "duplicated-item", "probability": 0.03, "method": "GET"},
              {"kind": "vanished-item", "probability": 0.03, "method": "GET"},
              {"kind": "redirect", "probability": 0.02}]}
            """;

    private int changes;
    private int refused;
    private int lists;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void itHoldsThroughFiveThousandOperationsEach(long seed) throws Exception {
        run(seed, 5_000);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void itHoldsThroughFiftyThousandOperationsEach(long seed) throws Exception {
        run(seed, 50_000);
    }

    private void run(long seed, int operations) throws Exception {
        Random random = new Random(seed);
        try (Gandi gandi = Gandi.start()) {
            gandi.emulator().faults().set(Faults.read("faults", JsonReader.read(FAULTS)));
            for (int i = 0; i < operations; i++) {
                if (i % 50_000 == 49_999) {
                    gandi.emulator().forgetRequests();
                }
                step(gandi, random, "seed %d operation %d".formatted(seed, i));
            }
        }
        assertThat(changes).isGreaterThan(operations / 10);
        assertThat(refused).isGreaterThan(operations / 20);
        assertThat(lists).isGreaterThan(operations / 20);
    }

    private void step(Gandi gandi, Random random, String what) throws IOException {
        LiveZone.State before = gandi.emulator().zoneState("example.com");
        Optional<RawConnection.Reply> reply = operate(gandi, random);
        LiveZone.State after = gandi.emulator().zoneState("example.com");
        Exchange exchange = gandi.emulator().requests().getLast();
        Set<String> keys = new HashSet<>();
        Set<String> spellings = new HashSet<>();
        for (StoredRrset rrset : after.rrsets()) {
            assertThat(keys.add(rrset.name().toLowerCase(Locale.ROOT) + " " + rrset.type()))
                    .as(what)
                    .isTrue();
            spellings.add(rrset.name());
        }
        assertThat(spellings.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct())
                .as(what)
                .hasSize(spellings.size());
        if (after.rrsets().equals(before.rrsets())) {
            assertThat(after.serial()).as(what).isGreaterThanOrEqualTo(before.serial());
        } else {
            changes++;
            assertThat(after.serial()).as(what).isGreaterThan(before.serial());
            assertThat(lastSnapshot(gandi)).as(what).isEqualTo(before.rrsets());
        }
        if (exchange.method().equals("GET") || BEFORE_THE_CHANGE.contains(exchange.fault())) {
            refused += BEFORE_THE_CHANGE.contains(exchange.fault()) ? 1 : 0;
            assertThat(after).as("%s: %s %s", what, exchange, exchange.fault()).isEqualTo(before);
        }
        if (exchange.method().equals("GET") && exchange.fault().isEmpty()) {
            lists++;
            RawConnection.Reply list = reply.orElseThrow();
            assertThat(list.header("total-count"))
                    .as(what)
                    .contains(Integer.toString(after.rrsets().size()));
            assertThat(list.body().split("\"rrset_name\"", -1).length - 1)
                    .as(what)
                    .isEqualTo(after.rrsets().size());
        }
    }

    private static List<StoredRrset> lastSnapshot(Gandi gandi) {
        LiveZone zone = gandi.emulator().zone("example.com");
        return zone.snapshotRrsets(zone.snapshots().getLast().id()).orElseThrow();
    }

    private static Optional<RawConnection.Reply> operate(Gandi gandi, Random random) throws IOException {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        String type = TYPES.get(random.nextInt(TYPES.size()));
        String records = ZONE + "/records";
        String one = records + "/" + name + "/" + type;
        try {
            return Optional.of(
                    switch (random.nextInt(12)) {
                        case 0, 1, 2 -> gandi.call("PUT", one, values(random, type));
                        case 3 -> gandi.call("POST", one, values(random, type));
                        case 4 -> gandi.call("DELETE", one);
                        case 5 -> gandi.call("DELETE", records + "/" + name);
                        case 6 -> gandi.call("PUT", records, "{\"items\": [" + items(random) + "]}");
                        case 7 -> gandi.call("PUT", records + "/" + name, "{\"items\": [" + item(random, type) + "]}");
                        default -> gandi.call("GET", records + "?per_page=1000");
                    });
        } catch (IOException _) {
            return Optional.empty(); // what a fault does to the connection
        }
    }

    private static String items(Random random) {
        List<String> items = new ArrayList<>();
        for (String name : NAMES) {
            if (random.nextBoolean()) {
                items.add(item(random, "A").replace("{", "{\"rrset_name\": \"" + name + "\", "));
            }
        }
        return String.join(", ", items);
    }

    private static String item(Random random, String type) {
        return values(random, type).replace("{", "{\"rrset_type\": \"" + type + "\", ");
    }

    private static String values(Random random, String type) {
        int number = random.nextInt(3);
        String value = switch (type) {
            case "A" -> "192.0.2." + number;
            case "AAAA" -> "2001:db8::" + (number + 1);
            case "MX" -> number + " mail.example.net.";
            case "CNAME" -> "host" + number + ".example.net.";
            default -> "text " + number;
        };
        return "{\"rrset_values\": [\"" + value + "\"]}";
    }
}
