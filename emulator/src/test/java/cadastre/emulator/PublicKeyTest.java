package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;

class PublicKeyTest {
    @Test
    void tagAndDigestAreThoseOfDnsjava() throws Exception {
        Random random = new Random(8080);
        for (int round = 0; round < 200; round++) {
            byte[] key = new byte[random.nextInt(1, 300)];
            random.nextBytes(key);
            int flags = random.nextBoolean() ? 257 : 256;
            PublicKey ours = PublicKey.parse(flags, 13, Base64.getEncoder().encodeToString(key))
                    .orElseThrow();
            DNSKEYRecord theirs =
                    new DNSKEYRecord(org.xbill.DNS.Name.fromString("Example.COM."), DClass.IN, 3600, flags, 3, 13, key);
            DSRecord ds = new DSRecord(theirs.getName(), DClass.IN, 3600, DNSSEC.Digest.SHA256, theirs);
            assertThat(ours.tag()).as("round %d", round).isEqualTo(theirs.getFootprint());
            assertThat(ours.digest(Name.of("Example.COM.")))
                    .isEqualTo(HexFormat.of().withUpperCase().formatHex(ds.getDigest()));
        }
    }

    @Test
    void whatIsNoBase64IsNone() {
        assertThat(PublicKey.parse(257, 13, "not base64!")).isEmpty();
    }

    @Test
    void algorithmsHaveNames() {
        assertThat(PublicKey.algorithmName(13)).isEqualTo("ECDSAP256SHA256");
        assertThat(PublicKey.algorithmName(200)).isEqualTo("ALGORITHM200");
    }
}
