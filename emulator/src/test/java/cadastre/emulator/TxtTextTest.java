package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TxtTextTest {
    private static void assertBecomes(String value, String answered) {
        assertThat(TxtText.normalised(value)).hasValue(answered);
    }

    @Test
    void aBareValueIsOneTextWithItsBlanksAndSemicolons() {
        assertBecomes("abc", "\"abc\"");
        assertBecomes("v=DKIM1; k=rsa;  p=a b", "\"v=DKIM1; k=rsa;  p=a b\"");
        assertBecomes(" padded ", "\" padded \"");
        assertBecomes("say \"hi\"", "\"say \\\"hi\\\"\"");
    }

    @Test
    void aQuotedValueKeepsItsStringsAndOneBlankBetweenThem() {
        assertBecomes("\"a\"   \"b c\"\"d\"", "\"a\" \"b c\" \"d\"");
        assertBecomes("\"\"", "\"\"");
        assertBecomes("\"a\" b", "\"a\" \"b\"");
        assertBecomes("\"semi;colon\"", "\"semi;colon\"");
    }

    @Test
    void escapesAreUnderstoodInBoth() {
        assertBecomes("\"a\\\"b\\\\c\\065\"", "\"a\\\"b\\\\cA\"");
        assertBecomes("a\\\"b\\\\c\\065", "\"a\\\"b\\\\cA\"");
        assertBecomes("\\x", "\"x\"");
    }

    @Test
    void octetsBeyondPrintableAsciiAreWrittenInDecimals() {
        assertBecomes("café", "\"caf\\195\\169\"");
        assertBecomes("\"\\000\\009\\127\\255\"", "\"\\000\\009\\127\\255\"");
        assertBecomes("😀", "\"\\240\\159\\152\\128\"");
    }

    @Test
    void whatIsLongerThanAStringIsSplit() {
        assertBecomes("a".repeat(255), "\"" + "a".repeat(255) + "\"");
        assertBecomes("a".repeat(256), "\"" + "a".repeat(255) + "\" \"a\"");
        assertBecomes("\"" + "b".repeat(511) + "\"", "\"" + "b".repeat(255) + "\" \"" + "b".repeat(255) + "\" \"b\"");
    }

    @Test
    void whatIsMalformedIsRefused() {
        for (String value :
                new String[] {"\"open", "\"a\" \"open", "back\\", "\"back\\", "\\25", "\\256", "\\2x5", "\"\\999\""}) {
            assertThat(TxtText.normalised(value)).as(value).isEqualTo(Optional.empty());
        }
    }
}
