package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TxtTest {
    @Test
    void aLongTextIsCutIntoStringsOf255Octets() {
        assertThat(Txt.ofText("x".repeat(255)).strings()).containsExactly("x".repeat(255));
        assertThat(Txt.ofText("x".repeat(256)).strings()).containsExactly("x".repeat(255), "x");
        assertThat(Txt.ofText("x".repeat(510)).strings()).containsExactly("x".repeat(255), "x".repeat(255));
        assertThat(Txt.ofText("x".repeat(511)).joined()).isEqualTo("x".repeat(511));
    }

    @Test
    void anEmptyTextIsOneEmptyString() {
        assertThat(Txt.ofText("").strings()).containsExactly("");
        assertThat(Txt.ofText("").presentation()).isEqualTo("\"\"");
    }

    @Test
    void octetsAreThoseOfUtf8() {
        assertThat(Txt.octets("é")).isEqualTo("\u00c3\u00a9");
        assertThat(Txt.ofText(Txt.octets("é")).presentation()).isEqualTo("\"\\195\\169\"");
    }

    @Test
    void whatNeedsNoEscapeHasNone() {
        assertThat(Txt.ofText("a;b 'c' (d) @$.\t").presentation()).isEqualTo("\"a;b 'c' (d) @$.\\009\"");
        assertThat(Txt.ofText("\"\\").presentation()).isEqualTo("\"\\\"\\\\\"");
    }

    @Test
    void theStringsAreCopied() {
        List<String> strings = new ArrayList<>(List.of("a"));
        Txt txt = new Txt(strings);
        strings.add("b");
        assertThat(txt.strings()).containsExactly("a");
    }
}
