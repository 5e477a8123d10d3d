package cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cadastre.language.SpfRecords.Answer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveSpfTest {
    private static final String FLATTENS = """
            var REG = NewRegistrar("none"), DNS = NewDnsProvider("bind");
            D("example.com", REG, DnsProvider(DNS), SPF_BUILDER({
                parts: ["v=spf1", "include:_spf.example.net", "include:other.example.net", "-all"],
                flatten: ["_spf.example.net"]
            }));
            """;

    @TempDir
    private Path folder;

    /// Answers TXT queries over UDP; a name that it does not know does not exist.
    private static final class Resolver implements AutoCloseable {
        private final DatagramSocket socket;
        private final Map<String, List<String>> texts;

        Resolver(Map<String, List<String>> texts) throws IOException {
            this.texts = texts;
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Thread.ofPlatform().daemon().start(this::serve);
        }

        String address() {
            return "127.0.0.1:" + socket.getLocalPort();
        }

        private void serve() {
            try {
                while (true) {
                    DatagramPacket query = new DatagramPacket(new byte[512], 512);
                    socket.receive(query);
                    byte[] answer = answer(query.getData());
                    socket.send(new DatagramPacket(answer, answer.length, query.getSocketAddress()));
                }
            } catch (IOException e) {
                assertThat(socket.isClosed()).as("ended by close(): " + e).isTrue();
            }
        }

        private byte[] answer(byte[] query) {
            StringBuilder name = new StringBuilder();
            int at = 12;
            while (query[at] != 0) {
                name.append(new String(query, at + 1, query[at], StandardCharsets.US_ASCII))
                        .append('.');
                at += query[at] + 1;
            }
            List<String> records = texts.get(name.substring(0, name.length() - 1));
            byte[] head = Arrays.copyOf(query, at + 5);
            head[2] = (byte) 0x84;
            head[3] = (byte) (records == null ? 3 : 0);
            head[7] = (byte) (records == null ? 0 : records.size());
            head[11] = 0;
            ByteBuffer answer = ByteBuffer.allocate(512).put(head);
            for (String record : records == null ? List.<String>of() : records) {
                byte[] octets = record.getBytes(StandardCharsets.US_ASCII);
                int half = octets.length / 2;
                answer.putShort((short) 0xc00c)
                        .putShort((short) 16)
                        .putShort((short) 1)
                        .putInt(300);
                answer.putShort((short) (octets.length + 2));
                answer.put((byte) half).put(octets, 0, half);
                answer.put((byte) (octets.length - half)).put(octets, half, octets.length - half);
            }
            return Arrays.copyOf(answer.array(), answer.position());
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    private Caller.Outcome run(String resolver, String... words) {
        return new Caller(folder).with("CADASTRE_RESOLVER", resolver).run(words);
    }

    private static Map<String, List<String>> zone() {
        return Map.of(
                "_spf.example.net", List.of("something else", "v=spf1 ip4:192.0.2.0/24 a:h.example.net ~all"),
                "other.example.net", List.of("v=spf1 ip4:198.51.100.0/24 -all"));
    }

    @Test
    void anIncludedRecordIsLookedUpAndTakenIn() throws IOException {
        Files.writeString(folder.resolve("dnsconfig.js"), FLATTENS);
        try (Resolver resolver = new Resolver(zone())) {
            Caller.Outcome outcome = run(resolver.address(), "print-ir");

            assertThat(outcome.out())
                    .contains("\"target\":\"v=spf1 ip4:192.0.2.0/24 a:h.example.net include:other.example.net -all\"")
                    .contains("\"name\":\"_rawspf\"");
            assertThat(outcome.err()).isEmpty();
        }
        assertThat(Files.readString(folder.resolve("spfcache.updated.json"))).isEqualTo("""
                {
                  "_spf.example.net": {
                    "SPF": "v=spf1 ip4:192.0.2.0/24 a:h.example.net ~all"
                  },
                  "other.example.net": {
                    "SPF": "v=spf1 ip4:198.51.100.0/24 -all"
                  }
                }
                """);
    }

    @Test
    void whatTheCacheHoldsWinsAndThatItIsOldIsSaid() throws IOException {
        Files.writeString(folder.resolve("dnsconfig.js"), FLATTENS);
        Files.writeString(
                folder.resolve("spfcache.json"),
                "{\"_spf.example.net\": {\"SPF\": \"v=spf1 ip4:203.0.113.1 -all\"},"
                        + " \"other.example.net\": {\"SPF\": \"v=spf1 ip4:198.51.100.0/24 -all\"}}");
        try (Resolver resolver = new Resolver(zone())) {
            Caller.Outcome outcome = run(resolver.address(), "print-ir");

            assertThat(outcome.out()).contains("\"target\":\"v=spf1 ip4:203.0.113.1 include:other.example.net -all\"");
            assertThat(outcome.err())
                    .contains("WARNING: 1 spf record lookups are out of date with cache (_spf.example.net).\n");
        }
        assertThat(folder.resolve("spfcache.updated.json")).exists();
    }

    @Test
    void whatCannotBeLookedUpIsAnErrorUnlessTheCacheHoldsIt() throws IOException {
        Files.writeString(folder.resolve("dnsconfig.js"), FLATTENS);
        try (Resolver resolver = new Resolver(Map.of())) {
            assertThat(run(resolver.address(), "check").out())
                    .contains("ERROR: lookup _spf.example.net: no such host\n")
                    .contains("WARNING: problem resolving SPF record: lookup _spf.example.net: no such host\n")
                    .endsWith("exiting due to validation errors\n");
            Files.writeString(
                    folder.resolve("spfcache.json"),
                    "{\"_spf.example.net\": {\"SPF\": \"v=spf1 ip4:203.0.113.1 -all\"},"
                            + " \"other.example.net\": {\"SPF\": \"v=spf1 -all\"}}");
            assertThat(run(resolver.address(), "check").status()).isZero();
        }
        assertThat(folder.resolve("spfcache.updated.json")).doesNotExist();
    }

    @Test
    void theRecordOfANameIsTheOneThatIsSpf() throws IOException {
        try (Resolver resolver = new Resolver(Map.of(
                "none.example", List.of("v=spf10 x"),
                "two.example", List.of("v=spf1 a", "v=spf1 b")))) {
            LiveSpf spf = new LiveSpf(surroundings(Map.of("CADASTRE_RESOLVER", resolver.address())));

            assertThat(spf.lookUp("none.example")).isEqualTo(new Answer.Failed("none.example has no SPF record"));
            assertThat(spf.lookUp("two.example")).isEqualTo(new Answer.Failed("two.example has multiple SPF records"));
        }
    }

    private Surroundings surroundings(Map<String, String> environment) {
        return new Surroundings(environment, folder, System.in, System.out, System.err, false, InstantSource.system());
    }

    @Test
    void aCacheThatIsNoJsonIsAnError() throws IOException {
        Files.writeString(folder.resolve("dnsconfig.js"), FLATTENS);
        Files.createDirectories(folder.resolve("spfcache.json"));
        try (Resolver resolver = new Resolver(zone())) {
            assertThat(run(resolver.address(), "check").out()).contains("ERROR: spfcache.json: ");
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            v=spf1,                   v=spf1
            "v=spf1 a" "b -all",      v=spf1 ab -all
            one two,                  onetwo
            "say \\"x\\" \\\\ y" "", say "x" \\ y
            """)
    void theStringsOfARecordAreOneText(String strings, String text) {
        assertThat(LiveSpf.joined(strings)).isEqualTo(text);
    }

    /// Runs where BIND's server is installed: long answers come over TCP, as they do from real servers.
    @Test
    void longRecordsOfRealServersAreFlattenedAndCut() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/named")), "named is not installed");
        StringBuilder blocks = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            blocks.append(" ip4:203.0.113.").append(i);
        }
        String spf = "v=spf1" + blocks + " ~all";
        int port = freePort();
        Files.writeString(folder.resolve("zone"), """
                $TTL 300
                @ SOA ns hostmaster 1 3600 600 604800 300
                @ NS ns
                ns A 127.0.0.1
                _spf TXT %s
                """.formatted(spf.replaceAll("(.{1,200})", "\"$1\" ")));
        Files.writeString(folder.resolve("named.conf"), """
                options { directory "%1$s"; listen-on port %2$d { 127.0.0.1; }; listen-on-v6 { none; };
                    pid-file none; session-keyfile none; recursion no; dnssec-validation no; };
                controls { };
                zone "example.net" { type primary; file "zone"; };
                """.formatted(folder, port));
        Files.writeString(
                folder.resolve("dnsconfig.js"),
                FLATTENS.replace("\"include:other.example.net\", ", "")
                        .replace("flatten:", "overflow: \"_s%d\", flatten:"));
        Process named = new ProcessBuilder(
                        "/usr/sbin/named",
                        "-g",
                        "-c",
                        folder.resolve("named.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("named.log").toFile())
                .start();
        try {
            awaitTcp(port);
            String ir = run("127.0.0.1:" + port, "print-ir").out();

            assertThat(ir)
                    .contains("\"name\":\"@\"")
                    .contains("ip4:203.0.113.0 ip4:203.0.113.1 ")
                    .contains("include:_s1.example.com -all\"")
                    .contains("\"name\":\"_s1\"")
                    .contains("ip4:203.0.113.59 -all\"");
        } finally {
            named.destroy();
            assertThat(named.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitTcp(int port) throws Exception {
        for (int i = 0; i < 200; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new AssertionError("named does not listen");
    }
}
