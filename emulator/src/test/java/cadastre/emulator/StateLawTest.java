package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever was done: what is saved, loaded and saved again is the same file, and every call that reads is answered
/// as before.
class StateLawTest {
    private static final List<String> DOMAINS =
            List.of("example.com", "example.org", "elsewhere.example", "signed.example");
    private static final String KEY = "l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aRestartShowsNowhere(long seed) throws Exception {
        Path file = folder.resolve("state");
        Random random = new Random(seed);
        for (int run = 0; run < 3; run++) {
            List<String> before;
            int changed = 0;
            try (Gandi gandi = Gandi.start(options -> options.withState(file))) {
                for (int step = 0; step < 150; step++) {
                    changed += change(random, gandi) ? 1 : 0;
                }
                before = answers(gandi);
            }
            assertThat(changed).as("seed %d run %d", seed, run).isGreaterThan(50);
            String saved = Files.readString(file);
            try (Gandi gandi = Gandi.start(options -> options.withState(file))) {
                assertThat(answers(gandi)).as("seed %d run %d", seed, run).isEqualTo(before);
            }
            // Looking settles what is due, which was nothing: the clock stands still.
            assertThat(Files.readString(file)).as("seed %d run %d", seed, run).isEqualTo(saved);
        }
    }

    private static boolean change(Random random, Gandi gandi) throws IOException {
        String fqdn = DOMAINS.get(random.nextInt(DOMAINS.size()));
        String domain = "/domain/domains/" + fqdn;
        String zone = "/livedns/domains/" + fqdn;
        String name = "n" + random.nextInt(9);
        String ip = "192.0.2." + random.nextInt(250);
        String ips = "{\"ips\": [\"" + ip + "\"]}";
        String values = "{\"rrset_values\": [\"" + ip + "\"]}";
        RawConnection.Reply reply = switch (random.nextInt(26)) {
            case 0, 1, 2, 3 -> gandi.call("PUT", zone + "/records/" + name + "/A", values);
            case 4 -> gandi.call("DELETE", zone + "/records/" + name);
            case 5 -> gandi.call("PATCH", zone, "{\"automatic_snapshots\": " + random.nextBoolean() + "}");
            case 6 -> gandi.call("POST", zone + "/snapshots", "{\"name\": \"" + name + "\"}");
            case 7 -> gandi.call("PUT", domain + "/nameservers", "{\"nameservers\": [\"ns1.example.net\"]}");
            case 8 -> gandi.call("PATCH", domain + "/status", "{\"clientTransferProhibited\": false}");
            case 9 -> gandi.call("PATCH", domain + "/contacts/owner", "{\"given\": \"" + name + "\"}");
            case 10 -> gandi.call("PATCH", domain + "/contacts", "{\"tech\": {\"given\": \"" + name + "\"}}");
            case 11 -> gandi.call("POST", domain + "/renew", "{\"duration\": 1}");
            case 12 -> gandi.call("POST", domain + "/livedns/dnssec");
            case 13 -> gandi.call("DELETE", domain + "/livedns/dnssec");
            case 14 -> gandi.call("POST", domain + "/hosts", "{\"name\": \"" + name + "\", " + ips.substring(1));
            case 15 ->
                gandi.call(
                        "POST",
                        domain + "/dnskeys",
                        "{\"type\": \"ksk\", \"algorithm\": 15, \"public_key\": \"" + KEY + "\"}");
            case 16 -> gandi.call("PUT", domain + "/dnskeys", "{\"keys\": []}");
            case 17 ->
                gandi.call(
                        "POST",
                        domain + "/webredirs",
                        "{\"host\": \"" + name + "." + fqdn
                                + "\", \"type\": \"http301\", \"url\": \"https://example.net/" + ip + "\"}");
            case 18 ->
                gandi.call(
                        "POST",
                        "/email/forwards/" + fqdn,
                        "{\"source\": \"" + name + "\", \"destinations\": [\"a@example.net\"]}");
            case 19 -> gandi.call("PUT", zone + "/axfr/slaves/" + ip);
            case 20 -> gandi.call("POST", "/livedns/axfr/tsig");
            case 21 -> gandi.call("POST", zone + "/keys", "{\"flags\": 256}");
            case 22 -> gandi.call("PUT", domain + "/tags", "{\"tags\": [\"" + name + "\"]}");
            case 23 -> gandi.call("PATCH", domain + "/autorenew", "{\"enabled\": false, \"duration\": 2}");
            case 24 -> gandi.callAs(Gandi.ALL, "POST", "/organization/access-tokens");
            default -> gandi.call("PUT", zone + "/records", "{\"items\": []}");
        };
        return reply.status() < 300;
    }

    /// {@return what every call that reads says}
    private static List<String> answers(Gandi gandi) throws IOException {
        List<String> paths = new ArrayList<>(List.of(
                "/domain/domains",
                "/livedns/domains",
                "/livedns/axfr/tsig",
                "/organization/organizations",
                "/organization/user-info",
                "/billing/info"));
        for (String fqdn : DOMAINS) {
            for (String below : List.of(
                    "",
                    "/contacts",
                    "/tags",
                    "/autorenew",
                    "/nameservers",
                    "/livedns",
                    "/livedns/dnssec",
                    "/dnskeys",
                    "/hosts",
                    "/webredirs",
                    "/renew",
                    "/status")) {
                paths.add("/domain/domains/" + fqdn + below);
            }
            for (String below :
                    List.of("", "/records", "/snapshots", "/keys", "/axfr/slaves", "/axfr/tsig", "/nameservers")) {
                paths.add("/livedns/domains/" + fqdn + below);
            }
            paths.add("/email/forwards/" + fqdn);
        }
        List<String> answers = new ArrayList<>();
        for (String path : paths) {
            answers.add(path + "\n" + read(gandi, path).text());
        }
        for (String snapshot : snapshots(gandi)) {
            answers.add(read(gandi, snapshot).text());
        }
        for (String token : List.of(Gandi.ALL, Gandi.VIEW, Gandi.SOME, Gandi.EXPIRED)) {
            answers.add(gandi.exchange(gandi.request("GET", "/tokeninfo", "", "Authorization: " + token))
                    .text());
        }
        return answers;
    }

    private static List<String> snapshots(Gandi gandi) throws IOException {
        List<String> paths = new ArrayList<>();
        for (String fqdn : DOMAINS) {
            String list = "/livedns/domains/" + fqdn + "/snapshots";
            java.util.regex.Matcher ids = java.util.regex.Pattern.compile("\"id\":\"([0-9a-f-]{36})\"")
                    .matcher(read(gandi, list).body());
            while (ids.find()) {
                paths.add(list + "/" + ids.group(1));
            }
        }
        return paths;
    }

    private static RawConnection.Reply read(Gandi gandi, String path) throws IOException {
        return gandi.exchange(
                gandi.request("GET", "/v5" + path, "", "Authorization: " + Gandi.KEY, "X-Forwarded-Host: api.example"));
    }
}
