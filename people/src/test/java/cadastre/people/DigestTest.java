package cadastre.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DigestTest {
    /// The example of FIPS 180-4.
    @Test
    void itIsTheSha256() {
        assertThat(Digest.of("abc"))
                .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                .isEqualTo(Digest.of(new byte[] {'a', 'b', 'c'}));
    }

    @Test
    void anythingElseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Digest(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Digest("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"));
    }
}
