package cadastre.provider;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// The authorities whose certificates we believe: those of the JDK, and those in `SSL_CERT_FILE` (one file) and
/// `SSL_CERT_DIR` (folders separated by colons), in PEM.
final class Trust {
    private Trust() {}

    /// The context for connections.
    ///
    /// @throws ProviderException if a variable names what cannot be read or holds no certificate
    static SSLContext context(Environment environment) throws ProviderException {
        List<Certificate> added = added(environment);
        try {
            if (added.isEmpty()) {
                return SSLContext.getDefault();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store(added)), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every Java platform has TLS and can hold certificates", e);
        }
    }

    /// The JDK's authorities and the `added` ones.
    static KeyStore store(List<Certificate> added) throws GeneralSecurityException, IOException {
        KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        int number = 0;
        for (X509Certificate one : ours()) {
            all.setCertificateEntry("jdk-" + number++, one);
        }
        for (Certificate one : added) {
            all.setCertificateEntry("added-" + number++, one);
        }
        return all;
    }

    static List<Certificate> added(Environment environment) throws ProviderException {
        List<Certificate> added = new ArrayList<>();
        String file = environment.text("SSL_CERT_FILE").orElse("");
        if (!file.isEmpty()) {
            added.addAll(fromFile(file));
        }
        String folders = environment.text("SSL_CERT_DIR").orElse("");
        for (String folder : folders.split(":", -1)) {
            if (!folder.isEmpty()) {
                added.addAll(fromFolder(folder));
            }
        }
        return added;
    }

    private static Collection<? extends Certificate> fromFile(String file) throws ProviderException {
        try {
            Collection<? extends Certificate> found = certificates(Path.of(file));
            if (!found.isEmpty()) {
                return found;
            }
            throw unusable("SSL_CERT_FILE", file, "holds no certificate in PEM", null);
        } catch (IOException | CertificateException | InvalidPathException e) {
            throw unusable("SSL_CERT_FILE", file, "cannot be read as certificates in PEM", e);
        }
    }

    private static List<Certificate> fromFolder(String folder) throws ProviderException {
        List<Certificate> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file : files.sorted().filter(Files::isRegularFile).toList()) {
                found.addAll(certificatesIfAny(file));
            }
        } catch (IOException | InvalidPathException e) {
            throw unusable("SSL_CERT_DIR", folder, "cannot be listed", e);
        }
        return found;
    }

    /// Folders of authorities hold other files too: what is no certificate is passed over.
    private static Collection<? extends Certificate> certificatesIfAny(Path file) {
        try {
            return certificates(file);
        } catch (IOException | CertificateException e) {
            return List.of();
        }
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
    }

    static List<X509Certificate> ours() throws GeneralSecurityException {
        List<X509Certificate> found = new ArrayList<>();
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager trusting) {
                found.addAll(List.of(trusting.getAcceptedIssuers()));
            }
        }
        return found;
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static ProviderException unusable(String variable, String path, String why, @Nullable Exception cause) {
        return new ProviderException(
                variable + ": \"" + path + "\" " + why,
                new Reason.Misconfigured(variable),
                "Correct or unset " + variable + "; without it the authorities of the JDK are trusted.",
                cause);
    }
}
