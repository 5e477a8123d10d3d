package cadastre.emulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate authority for the names of Gandi's API on one machine. What it signs is good for these names, for
/// `localhost` and for 127.0.0.0/8, and for nothing else, because people make their programs trust it.
///
/// @rfc 5280 section 4
final class PrivateCa {
    /// What the API is called: as it is, and the older and the sandbox's names.
    static final List<String> HOSTS = List.of(
            "api.gandi.net", "id.gandi.net", "dns.api.gandi.net", "api.sandbox.gandi.net", "id.sandbox.gandi.net");

    private static final Duration CA_LIFE = Duration.ofDays(3650);
    private static final Duration SERVER_LIFE = Duration.ofDays(365);
    private static final Duration BEGUN = Duration.ofDays(1);
    private static final String CA_NAME = "Cadastre's emulated Gandi";
    private static final byte[] ALGORITHM = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));

    private final X509Certificate certificate;
    private final PrivateKey key;

    private PrivateCa(X509Certificate certificate, PrivateKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    /// {@return the authority whose certificate is in `file`, and whose key is beside it in `file` + `.key`; it is
    /// made and written if there is none, or if it has ended}
    ///
    /// @throws IOException if the files are something else, or cannot be written
    static PrivateCa at(Path file, Instant now) throws IOException {
        Path keyFile = file.resolveSibling(file.getFileName() + ".key");
        try {
            if (Files.exists(file) && Files.exists(keyFile)) {
                PrivateCa known = read(file, keyFile);
                if (known.certificate.getNotAfter().toInstant().isAfter(now.plus(SERVER_LIFE))) {
                    return known;
                }
            } else if (Files.exists(file)) {
                throw new IOException(file + " is there without " + keyFile.getFileName()
                        + ", so nothing can be signed for it; name another file with --ca");
            }
            PrivateCa made = make(now);
            write(keyFile, "PRIVATE KEY", made.key.getEncoded(), true);
            write(file, "CERTIFICATE", made.certificate.getEncoded(), false);
            return made;
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    file + " and its key are no authority of the emulator (" + e.getMessage()
                            + "); delete them to have others made, or name another file with --ca",
                    e);
        }
    }

    private static PrivateCa read(Path file, Path keyFile) throws IOException, GeneralSecurityException {
        byte[] octets = Files.readAllBytes(file);
        String pem = Files.readString(keyFile).replaceAll("-----[A-Z ]+-----|\\s", "");
        X509Certificate certificate = certificate(octets);
        try {
            PrivateKey key = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
            return new PrivateCa(certificate, key);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("the key is not PEM", e);
        }
    }

    private static X509Certificate certificate(byte[] octets) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(octets));
    }

    private static void write(Path file, String what, byte[] octets, boolean secret) throws IOException {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(octets);
        String pem = "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is no file");
        }
        Files.createDirectories(folder);
        if (!secret) {
            Files.writeString(file, pem);
            return;
        }
        Path beside = Files.createTempFile(folder, ".ca", ".new"); // for its owner only
        try {
            Files.writeString(beside, pem);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static PrivateCa make(Instant now) throws GeneralSecurityException {
        KeyPair keys = keys();
        byte[] id = keyId(keys.getPublic());
        byte[] limits = Der.sequence(Der.of(
                0xa0,
                Der.sequence(ascii(0x82, "gandi.net")),
                Der.sequence(ascii(0x82, "localhost")),
                Der.sequence(Der.of(0x87, new byte[] {127, 0, 0, 0, (byte) 255, 0, 0, 0}))));
        byte[] extensions = Der.sequence(
                extension("2.5.29.19", true, Der.sequence(Der.bool(true), Der.integer(BigInteger.ZERO))),
                extension("2.5.29.15", true, Der.bits(0b0000_0110, 1)),
                extension("2.5.29.14", false, Der.octets(id)),
                extension("2.5.29.35", false, Der.sequence(Der.of(0x80, id))),
                extension("2.5.29.30", true, limits));
        byte[] name = name(CA_NAME);
        byte[] signed = signed(name, name, keys.getPublic(), now, CA_LIFE, extensions, keys.getPrivate());
        return new PrivateCa(certificate(signed), keys.getPrivate());
    }

    /// {@return what a server needs that answers under all of [#HOSTS]}
    SSLContext server(Instant now) throws IOException {
        try {
            KeyPair keys = keys();
            byte[][] names = new byte[HOSTS.size() + 2][];
            for (int i = 0; i < HOSTS.size(); i++) {
                names[i] = ascii(0x82, HOSTS.get(i));
            }
            names[HOSTS.size()] = ascii(0x82, "localhost");
            names[HOSTS.size() + 1] = Der.of(0x87, new byte[] {127, 0, 0, 1});
            byte[] extensions = Der.sequence(
                    extension("2.5.29.19", true, Der.sequence()),
                    extension("2.5.29.15", true, Der.bits(0b1000_0000, 7)),
                    extension("2.5.29.37", false, Der.sequence(Der.oid("1.3.6.1.5.5.7.3.1"))),
                    extension("2.5.29.17", false, Der.sequence(names)),
                    extension("2.5.29.14", false, Der.octets(keyId(keys.getPublic()))),
                    extension("2.5.29.35", false, Der.sequence(Der.of(0x80, keyId(certificate.getPublicKey())))));
            byte[] signed = signed(
                    certificate.getSubjectX500Principal().getEncoded(),
                    name("api.gandi.net"),
                    keys.getPublic(),
                    now,
                    SERVER_LIFE,
                    extensions,
                    key);
            return context(keys.getPrivate(), certificate(signed));
        } catch (GeneralSecurityException e) {
            throw new IOException("no certificate can be made: " + e.getMessage(), e);
        }
    }

    private SSLContext context(PrivateKey serverKey, X509Certificate server)
            throws IOException, GeneralSecurityException {
        server.verify(certificate.getPublicKey());
        char[] password = "in memory only".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", serverKey, password, new Certificate[] {server, certificate});
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static byte[] signed(
            byte[] issuer,
            byte[] subject,
            PublicKey publicKey,
            Instant now,
            Duration life,
            byte[] extensions,
            PrivateKey signer)
            throws GeneralSecurityException {
        byte[] content = Der.sequence(
                Der.of(0xa0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(127, new SecureRandom()).add(BigInteger.ONE)),
                ALGORITHM,
                issuer,
                Der.sequence(time(now.minus(BEGUN)), time(now.plus(life))),
                subject,
                publicKey.getEncoded(),
                Der.of(0xa3, extensions));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signer);
        signature.update(content);
        return Der.sequence(content, ALGORITHM, Der.bits(signature.sign()));
    }

    /// {@return a time as certificates write it: two digits of the year before 2050}
    private static byte[] time(Instant instant) {
        byte[] general = Der.time(instant);
        String text = new String(general, 2, general.length - 2, StandardCharsets.US_ASCII);
        return text.compareTo("2050") < 0
                ? Der.of(0x17, text.substring(2).getBytes(StandardCharsets.US_ASCII))
                : general;
    }

    private static byte[] name(String commonName) {
        return Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.text(commonName))));
    }

    private static byte[] ascii(int tag, String text) {
        return Der.of(tag, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] extension(String oid, boolean critical, byte[] value) {
        return critical
                ? Der.sequence(Der.oid(oid), Der.bool(true), Der.octets(value))
                : Der.sequence(Der.oid(oid), Der.octets(value));
    }

    private static byte[] keyId(PublicKey key) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-1").digest(key.getEncoded());
    }
}
