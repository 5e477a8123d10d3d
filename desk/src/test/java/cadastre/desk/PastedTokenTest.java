package cadastre.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTokenTest {
    private static final String TOKEN = "pat_0123456789abcdefghijklmnopqrstuvwxyz";

    @ParameterizedTest
    @ValueSource(
            strings = {
                TOKEN,
                "  " + TOKEN + "\n",
                "Bearer " + TOKEN,
                "bearer  " + TOKEN,
                "Authorization: Bearer " + TOKEN,
                "\"" + TOKEN + "\"",
                "pat_0123456789abcdefg\r\nhijklmnopqrstuvwxyz",
                "\u200b" + TOKEN + "\u00a0"
            })
    void whatComesWithAPasteIsForgiven(String pasted) {
        assertThat(PastedToken.of(pasted)).isEqualTo(new PastedToken.Clean(TOKEN));
    }

    @Test
    void whatCannotBeATokenIsRefusedWithWhatToDo() {
        assertThat(message("   ")).isEqualTo("Paste the token that Gandi showed you.");
        assertThat(message("Bearer ")).isEqualTo("Paste the token that Gandi showed you.");
        assertThat(message("abcdefghijklmnopqrstuvwx"))
                .startsWith("This is too short for a token: it may be an old API key");
        assertThat(message("pat_ä123456789abcdefghijklmnopqrstuvwxyz"))
                .startsWith("This holds signs that no token has.");
        assertThat(message("x".repeat(501))).startsWith("This is too long");
    }

    private static String message(String pasted) {
        return PastedToken.of(pasted) instanceof PastedToken.NoToken(String message) ? message : "taken";
    }

    @Test
    void aTokenDoesNotPrint() {
        assertThat(PastedToken.of(TOKEN).toString()).doesNotContain("0123");
    }
}
