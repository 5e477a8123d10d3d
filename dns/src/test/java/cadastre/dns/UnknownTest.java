package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UnknownTest {
    private static final RdataType TYPE = RdataTypes.of("TYPE65280");

    @Test
    void blanksBetweenWordsDoNotMatter() {
        assertThat(new Unknown(TYPE, " 1  a=\"b,  c\"\t( X )")).isEqualTo(new Unknown(TYPE, "1 a=\"b,  c\" X"));
        assertThat(new Unknown(TYPE, "1 X")).isNotEqualTo(new Unknown(TYPE, "1 x"));
        assertThat(new Unknown(TYPE, "").presentation()).isEmpty();
    }

    @Test
    void theGenericFormHasOneSpelling() {
        assertThat(new Unknown(TYPE, "\\#  3 ab CD\tEF").presentation()).isEqualTo("\\# 3 abcdef");
        assertThat(new Unknown(TYPE, "\\# 0").canonical()).isEqualTo("\\# 0");
    }

    @Test
    void aTypeWithAClassIsNotUnknown() {
        assertThatThrownBy(() -> new Unknown(RdataTypes.MX, "10 mail"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MX is known; read it with Presentation.rdata");
    }

    @Test
    void textThatIsNoListOfWordsIsRefused() {
        assertThatThrownBy(() -> new Unknown(TYPE, "a \"b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"a \"b\" is no RDATA: 1:3: a quoted string does not end on its line; write the closing"
                        + " quote");
        assertThatThrownBy(() -> new Unknown(TYPE, "a\nb")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Unknown(TYPE, "\\# 2 ab")).isInstanceOf(IllegalArgumentException.class);
    }
}
