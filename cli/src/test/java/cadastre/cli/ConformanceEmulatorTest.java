package cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Ttl;
import cadastre.dns.Zone;
import cadastre.dns.ZoneFile;
import cadastre.emulator.Emulator;
import cadastre.emulator.EmulatorOptions;
import cadastre.emulator.Exchange;
import cadastre.emulator.StoredRrset;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A zone moves through lists of states, at the emulated Gandi and as a BIND file: after each state it holds exactly
/// what
/// was declared, took as many requests as it may, and leaves nothing to do for the next run.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceEmulatorTest {
    private static final String TOKEN = "pat_demo_all0000000000000000000000000000";
    private static final String ZONE = "empty-zone.tld";
    private static final String ORGANIZATION = "00000000-0000-4000-8000-000000000001";
    private static final int PAGE = 500;
    /// The lists that the original runs for Gandi, and four more.
    private static final String LISTS =
            "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 20 21 22 23 24 26 27 28 29 30 31 32 33 34"
                    + " 35 36 37 40 42 43 44 45 47 52 53 54 87 88 89 90 91 92 93 94 108 109";
    private static final String MANY = """
            function many(name, from, to, address) {
                var records = [];
                for (var i = from; i <= to; i++) {
                    records.push(A(name + ("00" + i).slice(-Math.max(3, String(i).length)), address));
                }
                return records;
            }
            """;

    private Path folder = Path.of("");
    private Emulator emulator;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        emulator = Emulator.start(EmulatorOptions.standard());
        Files.writeString(
                folder.resolve("creds.json"),
                "{\"none\":{\"TYPE\":\"NONE\"},\"bind\":{\"TYPE\":\"BIND\"},\"gandi\":{\"TYPE\":\"GANDI_V5\",\"token\":\""
                        + TOKEN + "\",\"apiurl\":\"" + emulator.address() + "\"}}");
        Files.createDirectory(folder.resolve("zones"));
    }

    @AfterAll
    void stop() {
        emulator.close();
    }

    private Caller.Outcome run(String provider, String modifiers, String... words) throws IOException {
        return runAll(
                "D(\"" + ZONE + "\", NewRegistrar(\"none\"), DnsProvider(" + provider + "),\n" + modifiers + ");\n",
                words);
    }

    private Caller.Outcome runAll(String config, String... words) throws IOException {
        Files.writeString(folder.resolve("dnsconfig.js"), MANY + config);
        emulator.forgetRequests();
        return new Caller(folder).with("CADASTRE_SCRIPT_SECONDS", "30").run(words);
    }

    @Test
    void eachListOfTheSpecificationIsThere() {
        List<Integer> wanted =
                Stream.of(LISTS.split(" ", -1)).map(Integer::valueOf).toList();

        assertThat(ZoneStates.all().stream()
                        .map(group -> group.name().split(" ", 2)[0])
                        .filter(number -> number.matches("\\d+"))
                        .map(Integer::valueOf))
                .containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(ZoneStates.all())
                .allSatisfy(group -> assertThat(group.states()).isNotEmpty());
    }

    // ---- at Gandi

    @TestFactory
    Stream<DynamicTest> atGandi() {
        return ZoneStates.all().stream().map(group -> DynamicTest.dynamicTest(group.name(), () -> passAtGandi(group)));
    }

    private void passAtGandi(ZoneStates.Group group) throws Exception {
        send("DELETE", "/records", "");
        for (ZoneStates.State state : group.states()) {
            for (String record : state.before()) {
                put(record);
            }
            int before = stored().size();

            Caller.Outcome push = run("NewDnsProvider(\"gandi\")", state.modifiers(), "push");

            assertThat(push.status())
                    .as("%s: %s%s", state.name(), push.out(), push.err())
                    .isZero();
            assertThat(state.said()).as("%s: %s", state.name(), push.out()).allMatch(push.out()::contains);
            assertThat(held()).as(state.name()).isEqualTo(state.zone());
            assertThat(written())
                    .as("writes of %s: %s", state.name(), push.out())
                    .hasSize(state.writes());
            assertThat(emulator.requests())
                    .as("reads of %s", state.name())
                    .hasSize(2
                            + pages(before)
                            + state.questions()
                            + state.writes()
                            + (state.writes() == 0 ? 0 : pages(stored().size())));

            Caller.Outcome again = run("NewDnsProvider(\"gandi\")", state.modifiers(), "push", "--expect-no-changes");

            assertThat(again.status())
                    .as("%s again: %s%s", state.name(), again.out(), again.err())
                    .isZero();
            assertThat(again.out()).as(state.name()).endsWith("Done. 0 corrections.\n");
            assertThat(emulator.requests()).as(state.name()).hasSize(2 + pages(stored().size()));
            assertThat(written()).as(state.name()).isEmpty();
        }
    }

    private static int pages(int rrsets) {
        return Math.max(1, (rrsets + PAGE - 1) / PAGE);
    }

    private List<Exchange> written() {
        return emulator.requests().stream()
                .filter(exchange -> !exchange.method().equals("GET"))
                .toList();
    }

    private List<StoredRrset> stored() {
        return emulator.rrsets(ZONE);
    }

    private List<String> held() {
        return stored().stream()
                .flatMap(rrset -> rrset.values().stream()
                        .map(value -> rrset.name() + " " + rrset.ttl() + " IN " + rrset.type() + " " + value))
                .sorted()
                .toList();
    }

    private void put(String record) throws Exception {
        String[] parts = record.split(" ", 5);
        send(
                "PUT",
                "/records/" + parts[0] + "/" + parts[3],
                "{\"rrset_ttl\":" + parts[1] + ",\"rrset_values\":[\"" + parts[4] + "\"]}");
    }

    private void send(String method, String path, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(emulator.address() + "/v5/livedns/domains/" + ZONE + path))
                            .header("Authorization", "Bearer " + TOKEN)
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        }
    }

    // ---- beside the records

    @Test
    void aDelegationChangesOnceAndComparesNamesWithoutCase() throws Exception {
        emulator.setRegistryDelay(Duration.ZERO);
        List<String> before = emulator.nameServers("example.tld");
        String start =
                "D(\"example.tld\", NewRegistrar(\"gandi\"), DnsProvider(NewDnsProvider(\"gandi\"), 0), NO_PURGE, ";

        Caller.Outcome push =
                runAll(start + "NAMESERVER(\"ns1.example.net.\"), NAMESERVER(\"ns2.example.net.\"));", "push");

        assertThat(push.out())
                .contains("Change Nameservers from '" + before.stream().sorted().collect(Collectors.joining(","))
                        + "' to 'ns1.example.net,ns2.example.net'\n");
        assertThat(written()).extracting(Exchange::method).containsExactly("PUT");
        assertThat(emulator.nameServers("example.tld")).containsExactly("ns1.example.net", "ns2.example.net");

        Caller.Outcome again = runAll(
                start
                        + "NAMESERVER(\"NS2.example.net.\"), NAMESERVER(\"ns1.example.net.\"), NAMESERVER(\"ns1.Example.net.\"));",
                "push",
                "--expect-no-changes");

        assertThat(again.status()).as(again.out()).isZero();
        assertThat(written()).isEmpty();
    }

    @Test
    void pagesOfAnOrganizationAreAllRead() throws Exception {
        String creds = Files.readString(folder.resolve("creds.json"));
        send("DELETE", "/records", "");
        String records = "many(\"page\", 1, 501, \"192.0.2.1\")";
        assertThat(run("NewDnsProvider(\"gandi\")", records, "push").status()).isZero();
        Files.writeString(
                folder.resolve("creds.json"),
                creds.replace("\"apiurl\"", "\"sharing_id\":\"" + ORGANIZATION + "\",\"apiurl\""));
        try {
            Caller.Outcome again = run("NewDnsProvider(\"gandi\")", records, "push", "--expect-no-changes");

            assertThat(again.status()).as(again.out() + again.err()).isZero();
            assertThat(emulator.requests()).hasSize(4);
            assertThat(emulator.requests().getFirst().target()).contains("sharing_id=" + ORGANIZATION);
        } finally {
            Files.writeString(folder.resolve("creds.json"), creds);
        }
    }

    // ---- as a file

    @TestFactory
    Stream<DynamicTest> asABindFile() {
        return ZoneStates.all().stream()
                .filter(group -> !group.onlyGandi())
                .map(group -> DynamicTest.dynamicTest(group.name(), () -> passAsAFile(group)));
    }

    private void passAsAFile(ZoneStates.Group group) throws Exception {
        String provider = "NewDnsProvider(\"bind\", {default_ns: [\"ns1.dns.example.\"], default_soa: {master:"
                + " \"ns1.dns.example.\", mbox: \"h.dns.example.\"}})";
        assertThat(run(provider, "", "push", "--no-populate").status()).isZero();
        for (ZoneStates.State state : group.states()) {
            Caller.Outcome push = run(provider, state.modifiers(), "push");

            assertThat(push.status())
                    .as("%s: %s%s", state.name(), push.out(), push.err())
                    .isZero();
            assertThat(file()).as(state.name()).isEqualTo(zone(String.join("\n", state.zone()) + "\n"));
            assertThat(push.out().contains("WRITING ZONEFILE"))
                    .as("%s: %s", state.name(), push.out())
                    .isEqualTo(state.writes() > 0);

            Caller.Outcome again = run(provider, state.modifiers(), "push", "--expect-no-changes");

            assertThat(again.status())
                    .as("%s again: %s%s", state.name(), again.out(), again.err())
                    .isZero();
            assertThat(again.out()).as(state.name()).endsWith("Done. 0 corrections.\n");
        }
    }

    private List<RRset> file() throws Exception {
        return zone(Files.readString(folder.resolve("zones/" + ZONE + ".zone")));
    }

    /// The RRsets of a zone without what every zone has at its apex.
    private static List<RRset> zone(String text) throws Exception {
        Name apex = Name.of(ZONE);
        List<ResourceRecord> records = ZoneFile.read(text, apex, new Ttl(300)).stream()
                .filter(record -> !record.owner().equals(apex)
                        || !List.of("SOA", "NS").contains(record.type().toString()))
                .toList();
        return List.copyOf(Zone.ofRecords(apex, records).rrsets());
    }
}
