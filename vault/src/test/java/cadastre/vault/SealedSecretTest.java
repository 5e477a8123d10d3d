package cadastre.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SealedSecretTest {
    @Test
    void whatIsStoredComesBackEqual() {
        SealedSecret sealed = new SealedSecret("0a1b2c3d", 2, new byte[] {1, 2, 3});
        SealedSecret stored = new SealedSecret(sealed.keyName(), sealed.version(), sealed.octets());

        assertThat(stored).isEqualTo(sealed).hasSameHashCodeAs(sealed);
        assertThat(stored).isNotEqualTo(new SealedSecret("0a1b2c3d", 2, new byte[] {1, 2, 4}));
        assertThat(stored).isNotEqualTo(new SealedSecret("0a1b2c3d", 3, new byte[] {1, 2, 3}));
        assertThat(stored).isNotEqualTo(new SealedSecret("0a1b2c3e", 2, new byte[] {1, 2, 3}));
    }

    @Test
    void nobodyChangesItsOctets() {
        byte[] octets = {1, 2, 3};
        SealedSecret sealed = new SealedSecret("0a1b2c3d", 2, octets);
        octets[0] = 9;
        sealed.octets()[1] = 9;

        assertThat(sealed.octets()).containsExactly(1, 2, 3);
    }

    @Test
    void itPrintsWithoutItsOctets() {
        assertThat(new SealedSecret("0a1b2c3d", 2, new byte[] {1, 2, 3}))
                .hasToString("SealedSecret[key 0a1b2c3d, version 2, 3 octets]");
    }
}
