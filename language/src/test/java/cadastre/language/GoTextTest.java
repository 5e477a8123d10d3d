package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoTextTest {
    @Test
    void textIsQuotedAsGoDoes() {
        assertThat(GoText.quote("a\"b\\c\n\t\r\u0007\b\f\u000b\u0001\u007fé€\u00a0\u2028😀\udb40\udc01"))
                .isEqualTo("\"a\\\"b\\\\c\\n\\t\\r\\a\\b\\f\\v\\x01\\x7fé€\\u00a0\\u2028😀\\U000e0001\"");
        assertThat(GoText.quoteCharacter('\'')).isEqualTo("'\\''");
        assertThat(GoText.quoteCharacter('"')).isEqualTo("'\"'");
    }
}
