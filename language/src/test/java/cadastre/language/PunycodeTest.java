package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PunycodeTest {
    @ParameterizedTest
    @CsvSource({
        "BÜCHER.example, xn--bcher-2pa.example",
        "bücher.example, xn--bcher-kva.example",
        "faß.de, xn--fa-hia.de",
        "Plain.Example., plain.example.",
        "日本.example, xn--wgv71a.example",
        "münchen.example, xn--mnchen-3ya.example",
        "a..ö, a..xn--nda",
        "😀.example, xn--e28h.example",
    })
    void labelsAreEncodedAsTheyAre(String name, String ascii) {
        assertThat(Punycode.toAscii(name)).isEqualTo(ascii);
    }

    @ParameterizedTest
    @CsvSource({
        "xn--caf-dma.example, café.example",
        "XN--caf-dma.Example, café.Example",
        "xn--a.example, \u0080.example",
        "xn--99999999.example, xn--99999999.example",
        "plain.example, plain.example",
    })
    void aLabelsAreDecodedWhereTheyCanBe(String name, String unicode) {
        assertThat(Punycode.toUnicode(name)).isEqualTo(unicode);
    }

    @Test
    void decodingUndoesEncoding() {
        long seed = 20260823;
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            StringBuilder label = new StringBuilder();
            for (int n = 1 + random.nextInt(12); n > 0; n--) {
                int point = switch (random.nextInt(4)) {
                    case 0 -> 'a' + random.nextInt(26);
                    case 1 -> 0xe0 + random.nextInt(0x100);
                    case 2 -> 0x4e00 + random.nextInt(0x2000);
                    default -> 0x1f300 + random.nextInt(0x300);
                };
                label.appendCodePoint(point);
            }
            String ascii = Punycode.toAscii(label + ".example");
            assertThat(Punycode.isAscii(ascii)).isTrue();
            assertThat(Punycode.toUnicode(ascii)).as("seed %s", seed).isEqualTo(label + ".example");
        }
    }
}
