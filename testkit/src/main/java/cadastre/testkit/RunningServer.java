package cadastre.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real name server that a test starts: BIND's `named`, Knot's `knotd` or PowerDNS's `pdns_server`,
/// on a free port of 127.0.0.1, in a folder of its own that goes with it.
///
/// `launch/packages.sh` installs the programs. What a server says is in the failure if it does not start.
public final class RunningServer implements AutoCloseable {
    /// The name of the key that transfers and updates are signed with.
    public static final String KEY_NAME = "test-key";

    /// Its secret in Base64; worth nothing.
    public static final String KEY_SECRET = "Y2FkYXN0cmUgdGVzdHMgdXNlIHRoaXMga2V5IGZvciBub3RoaW5n";

    /// What PowerDNS's HTTP API wants to hear.
    public static final String API_KEY = "test-api-key-0123456789";

    private static final long START_SECONDS = 30;
    private static final int FREE_PORT_TRIES = 20;

    private final Path folder;
    private final int port;
    private final int secondPort;
    private final Process process;

    private RunningServer(Path folder, int port, int secondPort, Process process) {
        this.folder = folder;
        this.port = port;
        this.secondPort = secondPort;
        this.process = process;
    }

    /// {@return BIND with those zones: transfers and updates with the key only, over TLS too}
    ///
    /// @param zones texts of zone files by apex without final dot
    public static RunningServer named(Map<String, String> zones) {
        return start(zones, (folder, port, tlsPort) -> {
            makeCertificate(folder);
            StringBuilder conf = new StringBuilder("""
                    options {
                      directory "%1$s"; listen-on port %2$d { 127.0.0.1; }; listen-on-v6 { none; };
                      listen-on port %5$d tls test { 127.0.0.1; };
                      pid-file none; session-keyfile none; lock-file none; managed-keys-directory "%1$s";
                      recursion no; notify no; dnssec-validation no;
                      check-names primary ignore; check-integrity no; check-mx ignore;
                      allow-transfer { key %3$s; };
                    };
                    controls { };
                    tls test { cert-file "%1$s/cert.pem"; key-file "%1$s/key.pem"; };
                    key %3$s { algorithm hmac-sha256; secret "%4$s"; };
                    """.formatted(folder, port, KEY_NAME, KEY_SECRET, tlsPort));
            zones.keySet().forEach(zone -> conf.append("""
                    zone "%1$s" { type primary; file "%1$s.zone"; allow-update { key %2$s; }; };
                    """.formatted(zone, KEY_NAME)));
            Files.writeString(folder.resolve("named.conf"), conf);
            return List.of(
                    "named", "-g", "-n", "1", "-c", folder.resolve("named.conf").toString());
        });
    }

    /// {@return Knot with those zones: transfers and updates with the key only}
    ///
    /// @param zones texts of zone files by apex without final dot
    public static RunningServer knotd(Map<String, String> zones) {
        return start(zones, (folder, port, _) -> {
            Files.createDirectory(folder.resolve("db"));
            StringBuilder conf = new StringBuilder("""
                    server:
                        rundir: "%1$s"
                        listen: 127.0.0.1@%2$d
                        udp-workers: 1
                        tcp-workers: 1
                        background-workers: 1
                    database:
                        storage: "%1$s/db"
                    log:
                      - target: stderr
                        any: info
                    key:
                      - id: %3$s
                        algorithm: hmac-sha256
                        secret: "%4$s"
                    acl:
                      - id: test
                        key: %3$s
                        action: [transfer, update]
                    zone:
                    """.formatted(folder, port, KEY_NAME, KEY_SECRET));
            zones.keySet()
                    .forEach(zone -> conf.append("  - domain: " + zone + "\n")
                            .append("    storage: \"" + folder + "\"\n")
                            .append("    file: \"" + zone + ".zone\"\n")
                            .append("    acl: test\n"));
            Files.writeString(folder.resolve("knot.conf"), conf);
            return List.of("knotd", "-c", folder.resolve("knot.conf").toString());
        });
    }

    /// {@return PowerDNS with an empty SQLite database, to be filled through its HTTP API}
    public static RunningServer powerDns() {
        return start(Map.of(), (folder, port, secondPort) -> {
            Path database = folder.resolve("pdns.sqlite3");
            String schema = resource("pdns-schema.sql");
            run(folder, List.of("sqlite3", database.toString(), schema));
            Files.writeString(folder.resolve("pdns.conf"), """
                    launch=gsqlite3
                    gsqlite3-database=%1$s
                    gsqlite3-dnssec=yes
                    local-address=127.0.0.1
                    local-port=%2$d
                    socket-dir=%3$s
                    api=yes
                    api-key=%4$s
                    webserver-address=127.0.0.1
                    webserver-port=%5$d
                    webserver-allow-from=127.0.0.1
                    daemon=no
                    guardian=no
                    expand-alias=no
                    """.formatted(database, port, folder, API_KEY, secondPort));
            return List.of("pdns_server", "--config-dir=" + folder);
        });
    }

    /// A certificate for 127.0.0.1 that nobody but itself vouches for.
    private static void makeCertificate(Path folder) throws IOException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        String make = " -genkeypair -alias test -keyalg EC -storetype PKCS12 -keystore store -storepass changeit"
                + " -dname CN=localhost -ext san=ip:127.0.0.1";
        run(folder, List.of((keytool + make).split(" ", -1)));
        try (InputStream in = Files.newInputStream(folder.resolve("store"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, "changeit".toCharArray());
            Key key = store.getKey("test", "changeit".toCharArray());
            writePem(folder.resolve("key.pem"), "PRIVATE KEY", key.getEncoded());
            writePem(
                    folder.resolve("cert.pem"),
                    "CERTIFICATE",
                    store.getCertificate("test").getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate cannot be read back", e);
        }
    }

    private static void writePem(Path file, String what, byte[] octets) throws IOException {
        String lines = Base64.getMimeEncoder().encodeToString(octets).replace("\r", "");
        Files.writeString(file, "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = RunningServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private interface Preparation {
        List<String> command(Path folder, int port, int secondPort) throws IOException;
    }

    private static RunningServer start(Map<String, String> zones, Preparation preparation) {
        try {
            Path folder = Files.createTempDirectory("cadastre-server");
            try {
                return start(folder, zones, preparation);
            } catch (IOException e) {
                remove(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("launch/packages.sh installs the name servers that tests start", e);
        }
    }

    private static RunningServer start(Path folder, Map<String, String> zones, Preparation preparation)
            throws IOException {
        for (Map.Entry<String, String> zone : zones.entrySet()) {
            Files.writeString(folder.resolve(zone.getKey() + ".zone"), zone.getValue());
        }
        int port = freePort();
        int secondPort = freePort();
        List<String> command = preparation.command(folder, port, secondPort);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        RunningServer server = new RunningServer(folder, port, secondPort, process);
        server.awaitListening(port);
        if (command.getFirst().equals("pdns_server")) {
            server.awaitListening(secondPort);
        }
        return server;
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /// A port that nobody has, neither over TCP nor over UDP.
    private static int freePort() throws IOException {
        BindException taken = new BindException("none was tried");
        for (int i = 0; i < FREE_PORT_TRIES; i++) {
            try (ServerSocket tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress())) {
                return udp.getLocalPort();
            } catch (BindException e) {
                taken = e; // over UDP
            }
        }
        throw new IOException("no port is free over both TCP and UDP", taken);
    }

    private static void run(Path folder, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command.getFirst() + ": " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void awaitListening(int wanted) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 1000);
                return;
            } catch (IOException e) {
                pause(); // not yet
            }
        }
        String log = Files.readString(folder.resolve("log"));
        close();
        throw new IOException("the server does not listen:\n" + log);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// {@return where it answers over DNS}
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /// {@return where it answers over HTTP, such as `http://127.0.0.1:8081`; of use for PowerDNS only}
    public String api() {
        return "http://127.0.0.1:" + secondPort;
    }

    /// {@return where it answers over DNS by TLS; of use for BIND only}
    public InetSocketAddress tlsAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), secondPort);
    }

    /// {@return the file of the certificate that it shows there, in PEM}
    public Path certificate() {
        return folder.resolve("cert.pem");
    }

    /// {@return what it said so far}
    public String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Stops it and removes its folder.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
