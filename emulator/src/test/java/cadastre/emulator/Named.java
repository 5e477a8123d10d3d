package cadastre.emulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// BIND's `named` with some zones, at 127.0.0.1, for one test.
final class Named implements AutoCloseable {
    private final Process process;
    private final int port;

    private Named(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// @param zones texts of zone files, by their apexes without final dots
    static Named start(Path folder, Map<String, String> zones) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        StringBuilder conf = new StringBuilder("""
                options {
                  directory "%1$s"; listen-on port %2$d { 127.0.0.1; }; listen-on-v6 { none; };
                  pid-file none; session-keyfile none; lock-file none; managed-keys-directory "%1$s";
                  recursion no; notify no; dnssec-validation no; minimal-responses yes; minimal-any no;
                  check-names primary ignore; check-integrity no; check-mx ignore; check-mx-cname ignore;
                  check-srv-cname ignore; check-sibling no; zone-statistics none; answer-cookie no; zero-no-soa-ttl no;
                  max-udp-size 1232; edns-udp-size 1232;
                  empty-zones-enable no;
                };
                controls { };
                """.formatted(folder, port));
        for (Map.Entry<String, String> zone : zones.entrySet()) {
            Files.writeString(folder.resolve(zone.getKey() + ".zone"), zone.getValue());
            conf.append("zone \"%1$s\" { type primary; file \"%1$s.zone\"; };\n".formatted(zone.getKey()));
        }
        Path file = Files.writeString(folder.resolve("named.conf"), conf);
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder("named", "-g", "-n", "1", "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Named named = new Named(process, port);
        for (int i = 0; i < 600; i++) {
            String said = Files.readString(log);
            if (said.contains("\nall zones loaded") || said.contains(" all zones loaded")) {
                if (said.contains("not loaded due to errors")) {
                    break;
                }
                return named;
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(50);
        }
        named.close();
        throw new IOException("named did not start:\n" + Files.readString(log));
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
