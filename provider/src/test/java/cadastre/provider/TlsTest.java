package cadastre.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cadastre.provider.RawServer.Reply;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With a certificate that the JDK's keytool makes for the occasion.
class TlsTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void makeACertificate() throws Exception {
        keytool("-genkeypair -alias us -keyalg EC -storetype PKCS12 -keystore store -storepass changeit"
                + " -dname CN=localhost -ext san=dns:localhost,ip:127.0.0.1");
        keytool("-exportcert -rfc -alias us -keystore store -storepass changeit -file cert.pem");
        Files.createDirectory(folder.resolve("certs"));
        Files.copy(folder.resolve("cert.pem"), folder.resolve("certs/ours.crt"));
        Files.writeString(folder.resolve("certs/README"), "no certificate");
        Files.writeString(folder.resolve("empty.pem"), "");
    }

    private static void keytool(String arguments) throws Exception {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new java.util.ArrayList<>(List.of(tool.toString()));
        command.addAll(List.of(arguments.split(" ")));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private static RawServer server(String... protocols) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("store"))) {
            store.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        SSLServerSocket socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        socket.setEnabledProtocols(protocols);
        return RawServer.on(socket, _ -> Reply.json(200, "[]"));
    }

    private static Answer send(RawServer server, Map<String, String> environment) throws ProviderException {
        FakeTime time = new FakeTime();
        try (PoliteClient client = new PoliteClient(new PoliteClient.Options(
                environment, "Cadastre/test", time, time, new Random(1), Patience.usual(), Observer.none()))) {
            URI uri = URI.create("https://localhost:" + server.port() + "/v5/x");
            client.prepare(uri);
            Request request = Request.get(uri, new Authorization("Bearer", Secret.of("canary")));
            return client.send(request, client.ledger(uri, OptionalInt.empty()));
        }
    }

    private static ProviderException failure(RawServer server, Map<String, String> environment) {
        return catchThrowableOfType(ProviderException.class, () -> send(server, environment));
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void anAuthorityInAFileOrAFolderIsTrustedToo() throws Exception {
        try (RawServer server = server("TLSv1.3")) {
            assertThat(send(server, Map.of("SSL_CERT_FILE", path("cert.pem"))).status())
                    .isEqualTo(200);
            assertThat(send(server, Map.of("SSL_CERT_DIR", ":" + path("certs"))).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void theAuthoritiesOfTheJdkStayTrusted() throws Exception {
        List<Certificate> added = Trust.added(new Environment(Map.of("SSL_CERT_FILE", path("cert.pem"))));
        KeyStore store = Trust.store(added);
        assertThat(added).hasSize(1);
        assertThat(store.size()).isEqualTo(Trust.ours().size() + 1).isGreaterThan(50);
        assertThat(store.getCertificateAlias(added.getFirst())).isNotNull();
        assertThat(store.getCertificateAlias(Trust.ours().getFirst())).isNotNull();
    }

    @Test
    void anUnknownAuthorityIsNotTrusted() throws Exception {
        try (RawServer server = server("TLSv1.3")) {
            ProviderException e = failure(server, Map.of());
            assertThat(e).hasMessageContaining("certificate signed by unknown authority");
            assertThat(e.reason()).isInstanceOf(Reason.Unreachable.class);
            assertThat(e.advice())
                    .hasValueSatisfying(advice -> assertThat(advice).contains("SSL_CERT_FILE"));
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void whoDoesNotOfferTls13IsToldSo() throws Exception {
        try (RawServer server = server("TLSv1.2")) {
            ProviderException e = failure(server, Map.of("SSL_CERT_FILE", path("cert.pem")));
            assertThat(e).hasMessageContaining("tls: localhost does not offer TLS 1.3");
            assertThat(e.reason()).isInstanceOf(Reason.Unreachable.class);
            assertThat(server.asked()).isEmpty();
            assertThat(server.connections()).as("trying again is no use").isEqualTo(1);
        }
    }

    @Test
    void whatIsNoCertificateIsSaidToBeNone() {
        for (Map<String, String> environment : List.of(
                Map.of("SSL_CERT_FILE", path("missing.pem")),
                Map.of("SSL_CERT_FILE", path("empty.pem")),
                Map.of("SSL_CERT_FILE", path("certs/README")),
                Map.of("SSL_CERT_DIR", path("missing")))) {
            ProviderException e =
                    catchThrowableOfType(ProviderException.class, () -> Trust.context(new Environment(environment)));
            String variable = environment.keySet().iterator().next();
            assertThat(e.reason()).isEqualTo(new Reason.Misconfigured(variable));
            assertThat(e).hasMessageStartingWith(variable + ": \"" + environment.get(variable) + "\" ");
        }
    }
}
