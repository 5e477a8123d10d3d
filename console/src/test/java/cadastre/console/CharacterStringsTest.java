package cadastre.console;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.dns.Presentation;
import cadastre.dns.PresentationException;
import cadastre.dns.RdataTypes;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterStringsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "a b"            | a b
                    "a" "b"          | ab
                    "a\\"b\\\\c"     | a"b\\c
                    "\\195\\188ber"  | über
                    issue            | issue
                    """)
    void writtenStringsAreReadAsPeopleDo(String written, String plain) {
        assertThat(CharacterStrings.plain(written)).isEqualTo(plain);
    }

    @Test
    void longTextsAreSplitAndWhatIsQuotedAlreadyStays() {
        assertThat(CharacterStrings.written("x".repeat(256), 255)).isEqualTo("\"" + "x".repeat(255) + "\" \"x\"");
        assertThat(CharacterStrings.written("\"as it is\" \"two\"", 255)).isEqualTo("\"as it is\" \"two\"");
        assertThat(CharacterStrings.written("one\r\nline", 255)).isEqualTo("\"oneline\"");
    }

    @Test
    void whatIsWrittenIsReadBack() throws PresentationException {
        long seed = 20261124;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder("k=");
            int length = random.nextInt(600);
            for (int at = 0; at < length; at++) {
                text.appendCodePoint("aZ09 ;\"\\=é€漢".codePointAt(random.nextInt(12)));
            }
            String said = text.append('.').toString();
            String written = CharacterStrings.written(said, 255);
            String presented = Presentation.fields(Presentation.rdata(RdataTypes.TXT, written, Name.ROOT))
                    .getFirst();
            assertThat(CharacterStrings.plain(presented))
                    .as("seed %d, text %d", seed, i)
                    .isEqualTo(said);
        }
    }
}
