package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @TempDir
    Path folder;

    private Path ca() {
        return folder.resolve("ca.pem");
    }

    private Gandi start() throws Exception {
        return Gandi.start(options -> options.withTls(0, ca()));
    }

    /// {@return the answer of a server that must prove to be `host`}
    private String ask(Gandi gandi, String host, String request) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(ca())) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        int port = gandi.emulator().tlsPort().orElseThrow();
        try (Socket plain = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
                SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String request(String host, String path, String credentials) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + credentials + "\r\nConnection: close\r\n\r\n";
    }

    @Test
    void gandisNamesAnswerOverTlsWithHttpsInTheirAddresses() throws Exception {
        try (Gandi gandi = start()) {
            String answer = ask(
                    gandi,
                    "api.gandi.net",
                    request("api.gandi.net", "/v5/livedns/domains/example.com", "Authorization: " + Gandi.KEY));
            assertThat(answer)
                    .startsWith("HTTP/1.1 200 OK")
                    .contains("\"domain_href\":\"https://api.gandi.net/v5/livedns/domains/example.com\"");
            assertThat(ask(gandi, "id.gandi.net", request("id.gandi.net", "/tokeninfo", "Authorization: " + Gandi.ALL)))
                    .startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void theOlderHostTakesItsOwnHeaderAndGivesItsOwnAddresses() throws Exception {
        try (Gandi gandi = start()) {
            String host = "dns.api.gandi.net";
            String key = "X-Api-Key: " + Gandi.KEY.substring(7);
            assertThat(ask(gandi, host, request(host, "/api/v5/domains/example.com", key)))
                    .startsWith("HTTP/1.1 200 OK")
                    .contains(
                            "\"domain_records_href\":\"https://dns.api.gandi.net/api/v5/domains/example.com/records\"");
            assertThat(ask(gandi, host, request(host, "/api/v5/domains/example.com/records/www/A", key)))
                    .contains("192.0.2.2");
            assertThat(ask(gandi, host, request(host, "/api/v5/nonsense/there/is/none", key)))
                    .startsWith("HTTP/1.1 404 Not Found")
                    .contains("application/json");
            assertThat(ask(gandi, host, request(host, "/api/v5/domains", "Authorization: " + Gandi.KEY)))
                    .as("it never knew Authorization")
                    .startsWith("HTTP/1.1 401");
            assertThat(ask(gandi, "api.gandi.net", request("api.gandi.net", "/v5/livedns/domains", key)))
                    .as("and the API of today does not know X-Api-Key")
                    .startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void theAuthorityIsGoodForGandisNamesOnly() throws Exception {
        try (Gandi gandi = start()) {
            assertThatThrownBy(() -> ask(gandi, "www.example.com", request("www.example.com", "/", "X: y")))
                    .isInstanceOf(SSLException.class);
            String text = openssl("x509", "-noout", "-text", "-in", ca().toString());
            assertThat(text).contains("CA:TRUE", "Permitted:", "DNS:gandi.net", "IP:127.0.0.0/255.0.0.0");
        }
    }

    @Test
    void opensslFindsNothingToComplainOf() throws Exception {
        try (Gandi gandi = start()) {
            String said = openssl(
                    "s_client",
                    "-connect",
                    "127.0.0.1:" + gandi.emulator().tlsPort().orElseThrow(),
                    "-servername",
                    "api.gandi.net",
                    "-verify_hostname",
                    "api.gandi.net",
                    "-x509_strict",
                    "-verify_return_error",
                    "-CAfile",
                    ca().toString());
            assertThat(said).contains("Verify return code: 0 (ok)");
        }
    }

    private static String openssl(String... words) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new java.io.File("/dev/null"))
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void anAuthorityThatIsThereIsUsedAgain() throws Exception {
        start().close();
        String first = Files.readString(ca());
        try (Gandi gandi = start()) {
            assertThat(Files.readString(ca())).isEqualTo(first);
            assertThat(ask(gandi, "localhost", request("localhost", "/nothing", "X: y")))
                    .startsWith("HTTP/1.1 404");
        }
        Path key = folder.resolve("ca.pem.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void filesThatAreNoAuthorityAreLeftAlone() throws Exception {
        Files.writeString(ca(), "mine");
        assertThatThrownBy(this::start).isInstanceOf(IOException.class).hasMessageContaining("--ca");
        Files.writeString(folder.resolve("ca.pem.key"), "mine too");
        assertThatThrownBy(this::start).isInstanceOf(IOException.class).hasMessageContaining("--ca");
        assertThat(Files.readString(ca())).isEqualTo("mine");
    }

    @Test
    void anAuthorityThatEndsSoonIsReplaced() throws Exception {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        PrivateCa.at(ca(), now);
        String first = Files.readString(ca());
        PrivateCa.at(ca(), now.plusSeconds(86_400L * 365));
        assertThat(Files.readString(ca())).isEqualTo(first);
        PrivateCa.at(ca(), now.plusSeconds(86_400L * 365 * 9 + 86_400 * 100));
        assertThat(Files.readString(ca())).isNotEqualTo(first);
    }
}
