package cadastre.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// A search that finds nothing because it cannot is worth nothing.
class CanaryTest {
    private final Canary canary = new Canary("canary7Zq2Lw9Xk4Rt8Vb3");

    @Test
    void theSecretIsFoundInTheText() {
        assertThat(canary.in("Authorization: Bearer canary7Zq2Lw9Xk4Rt8Vb3.")).isNotEmpty();
        assertThat(canary.in("Authorization: Bearer ...")).isEmpty();
    }

    @Test
    void eachHalfIsFound() {
        assertThat(canary.in("canary7Zq2L...")).isNotEmpty();
        assertThat(canary.in("...w9Xk4Rt8Vb3")).isNotEmpty();
    }

    @Test
    void base64IsFoundWhateverStandsBeforeAndAfter() {
        for (String before : new String[] {"", "u", "us", "use", "user:"}) {
            for (String after : new String[] {"", "!", "!!", "!!!"}) {
                byte[] octets = (before + canary.text() + after).getBytes(StandardCharsets.UTF_8);
                assertThat(canary.in(Base64.getEncoder().encodeToString(octets)))
                        .isNotEmpty();
                assertThat(canary.in(Base64.getUrlEncoder().encodeToString(octets)))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void hexadecimalAndOctetsAreFound() {
        byte[] octets = canary.text().getBytes(StandardCharsets.UTF_8);

        assertThat(canary.in(octets)).isNotEmpty();
        assertThat(canary.in(HexFormat.of().withUpperCase().formatHex(octets))).isNotEmpty();
    }

    @Test
    void aCauseIsSearchedToo() throws IOException {
        assertThat(canary.in(new IllegalStateException("outer", new IOException(canary.text()))))
                .isNotEmpty();
        assertThat(canary.in(new IllegalStateException("outer", new IOException("inner"))))
                .isEmpty();
    }
}
