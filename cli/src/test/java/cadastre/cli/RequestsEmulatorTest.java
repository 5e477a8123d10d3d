package cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.emulator.Emulator;
import cadastre.emulator.EmulatorOptions;
import cadastre.emulator.Exchange;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How many requests the verbs send, and what happens at a name meanwhile.
class RequestsEmulatorTest {
    private static final String TOKEN = "pat_demo_all0000000000000000000000000000";
    private static final List<String> ZONES =
            List.of("example.tld", "all-types.tld", "wildcard.tld", "mail-setup.tld", "empty-zone.tld");

    @TempDir
    Path folder;

    private Emulator emulator;
    private Caller caller;

    @BeforeEach
    void start() throws Exception {
        emulator = Emulator.start(EmulatorOptions.standard());
        caller = new Caller(folder);
        Files.writeString(
                folder.resolve("creds.json"),
                "{\"gandi\":{\"TYPE\":\"GANDI_V5\",\"token\":\"" + TOKEN + "\",\"apiurl\":\"" + emulator.address()
                        + "\"}}");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private Caller.Outcome run(String config, String... words) throws Exception {
        Files.writeString(
                folder.resolve("dnsconfig.js"),
                "var R = NewRegistrar(\"gandi\"), P = NewDnsProvider(\"gandi\");\n" + config);
        emulator.forgetRequests();
        return caller.run(words);
    }

    private List<String> methods() {
        return emulator.requests().stream().map(Exchange::method).toList();
    }

    private static String zones(String members) {
        return ZONES.stream()
                .map(zone -> "D(\"" + zone + "\", R, DnsProvider(P), NO_PURGE, " + members + ");\n")
                .collect(Collectors.joining());
    }

    @Test
    void aPreviewAsksThreeQuestionsForEachZoneAndOnceForTheList() throws Exception {
        Caller.Outcome outcome = run(zones("A(\"counted\", \"192.0.2.1\")"), "preview");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(emulator.requests()).hasSize(3 * ZONES.size() + 1);
        assertThat(methods()).containsOnly("GET");
    }

    @Test
    void aPushWritesOnceForEachRRsetAndReadsEachZoneBackOnce() throws Exception {
        Caller.Outcome outcome = run(
                zones("A(\"counted\", \"192.0.2.1\"), A(\"counted\", \"192.0.2.2\"), TXT(\"more\", \"x\")"), "push");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        int writes = 2 * ZONES.size();
        assertThat(methods().stream().filter("PUT"::equals)).hasSize(writes);
        assertThat(emulator.requests()).hasSize(3 * ZONES.size() + 1 + writes + ZONES.size());
    }

    @Test
    void nothingToDoIsNothingWrittenAndNothingReadBack() throws Exception {
        run(zones("A(\"counted\", \"192.0.2.1\")"), "push");

        Caller.Outcome outcome = run(zones("A(\"counted\", \"192.0.2.1\")"), "push", "--expect-no-changes");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(methods()).containsOnly("GET").hasSize(3 * ZONES.size() + 1);
    }

    @Test
    void withoutTheListThereIsNoRequestForIt() throws Exception {
        run(zones("A(\"counted\", \"192.0.2.1\")"), "preview", "--no-populate");

        assertThat(emulator.requests()).hasSize(3 * ZONES.size());
    }

    @Test
    void aNameWhoseTypeChangesIsWrittenOnceAndAlwaysAnswers() throws Exception {
        String before = "D(\"empty-zone.tld\", R, DnsProvider(P), A(\"x\", \"192.0.2.1\"), A(\"@\", \"192.0.2.1\"));";
        String after = "D(\"empty-zone.tld\", R, DnsProvider(P), CNAME(\"x\", \"h.example.net.\"),"
                + " ALIAS(\"@\", \"h.example.net.\"));";
        run(before, "push");
        AtomicBoolean going = new AtomicBoolean(true);
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger empty = new AtomicInteger();
        Thread watcher = Thread.ofVirtual().start(() -> {
            while (going.get()) {
                asked.incrementAndGet();
                if (recordsAt("x").equals("[]") || recordsAt("@").equals("[]")) {
                    empty.incrementAndGet();
                }
            }
        });
        try {
            for (String config : List.of(after, before, after, before)) {
                Caller.Outcome outcome = run(config, "push");
                assertThat(outcome.status()).as(outcome.err()).isZero();
                assertThat(emulator.requests().stream()
                                .filter(exchange -> !exchange.method().equals("GET"))
                                .map(Exchange::toString))
                        .hasSize(2)
                        .allMatch(exchange -> exchange.startsWith("PUT "));
            }
        } finally {
            going.set(false);
            watcher.join();
        }
        assertThat(asked.get()).isPositive();
        assertThat(empty.get()).isZero();
    }

    private String recordsAt(String name) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(
                                            emulator.address() + "/v5/livedns/domains/empty-zone.tld/records/" + name))
                                    .header("Authorization", "Bearer " + TOKEN)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aWrongTokenIsAskedAboutOnceAndNothingIsWritten() throws Exception {
        Files.writeString(
                folder.resolve("creds.json"),
                "{\"gandi\":{\"TYPE\":\"GANDI_V5\",\"token\":\"pat_wrong000000000000000000000000000\",\"apiurl\":\""
                        + emulator.address() + "\"}}");

        Caller.Outcome outcome = run(zones("A(\"counted\", \"192.0.2.1\")"), "push");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(emulator.requests()).hasSize(1);
        assertThat(outcome.err().lines().filter(line -> line.contains("Credential \"gandi\"")))
                .hasSize(1);
    }

    @Test
    void aZoneThatSuddenlyReadsAsEmptyIsWarnedAbout() throws Exception {
        String config = "D(\"example.tld\", R, DnsProvider(P), NO_PURGE, A(\"x\", \"192.0.2.1\"));";
        run(config, "push");
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(URI.create(emulator.address() + "/v5/livedns/domains/example.tld/records"))
                            .header("Authorization", "Bearer " + TOKEN)
                            .DELETE()
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        Caller.Outcome outcome = run(config, "push");

        assertThat(outcome.err()).contains("was read as empty, but it held records when it was last seen");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void everyWriteIsInTheJournal() throws Exception {
        run("D(\"empty-zone.tld\", R, DnsProvider(P), A(\"x\", \"192.0.2.1\"), TXT(\"y\", \"t\"));", "push");

        List<String> journal = Files.readAllLines(folder.resolve(".state").resolve("journal.jsonl"));

        assertThat(journal).hasSize(4);
        assertThat(journal.get(0))
                .contains("\"intended\"", "\"zone\":\"empty-zone.tld.\"", "x.empty-zone.tld. 300 IN A");
        assertThat(journal.get(1)).contains("\"done\"");
        assertThat(String.join("", journal)).doesNotContain(TOKEN);
    }
}
