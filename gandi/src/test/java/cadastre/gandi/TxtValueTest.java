package cadastre.gandi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cadastre.dns.PresentationException;
import cadastre.dns.Txt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TxtValueTest {
    private static String joined(String value) throws PresentationException {
        return TxtValue.read(value).joined();
    }

    @Test
    void stringsAreJoinedWithoutAnythingBetweenThem() throws Exception {
        assertThat(joined("\"v=spf1 \" \"-all\"")).isEqualTo("v=spf1 -all");
        assertThat(joined("  \"a\" \t \"b\"  ")).isEqualTo("ab");
        assertThat(joined("\"\"")).isEmpty();
        assertThat(TxtValue.read("\"\"")).isEqualTo(Txt.ofText(""));
    }

    @Test
    void whereGandiCutsSaysNothing() throws Exception {
        String text = "x".repeat(600);
        Txt cutElsewhere = TxtValue.read("\"" + text.substring(0, 100) + "\" \"" + text.substring(100, 350) + "\" \""
                + text.substring(350) + "\"");
        assertThat(cutElsewhere).isEqualTo(TxtValue.read("\"" + text + "\"")).isEqualTo(Txt.ofText(text));
        assertThat(cutElsewhere.strings()).map(String::length).containsExactly(255, 255, 90);
    }

    @Test
    void escapesAreOctets() throws Exception {
        assertThat(joined("\"a\\\"b\\\\c\\195\\169\\;\"")).isEqualTo("a\"b\\c\u00c3\u00a9;");
        assertThat(joined("\"é€\"")).isEqualTo(Txt.octets("é€"));
    }

    @Test
    void aValueWithoutQuotesIsOneText() throws Exception {
        assertThat(joined("v=DKIM1; k=rsa \\o/")).isEqualTo("v=DKIM1; k=rsa \\o/");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "abc       | 1
            "a" "b     | 5
            "a"b"      | 4
            "a" b      | 5
            "a\\       | 3
            "a\\25"    | 3
            "a\\256"   | 3
            """)
    void aWrongValueIsRefusedWithItsPlace(String value, int column) {
        PresentationException e =
                catchThrowableOfType(PresentationException.class, () -> TxtValue.read(value.replace("\\\\", "\\")));
        assertThat(e).as(value).isNotNull();
        assertThat(e.column()).isEqualTo(column);
    }

    @Test
    void aTextThatNoRecordHoldsIsRefused() {
        assertThat(catchThrowableOfType(
                        PresentationException.class, () -> TxtValue.read("\"" + "x".repeat(70000) + "\"")))
                .isNotNull();
    }

    @Test
    void whatWeWriteIsReadBack() throws Exception {
        for (long seed = 0; seed < 500; seed++) {
            Random chance = new Random(seed);
            StringBuilder octets = new StringBuilder();
            int length = chance.nextInt(700);
            for (int i = 0; i < length; i++) {
                octets.append((char) chance.nextInt(256));
            }
            Txt txt = Txt.ofText(octets.toString());
            String written = txt.presentation();
            assertThat(written.chars().allMatch(c -> c >= ' ' && c <= '~'))
                    .as("seed %d", seed)
                    .isTrue();
            assertThat(TxtValue.read(written)).as("seed %d", seed).isEqualTo(txt);
        }
    }
}
