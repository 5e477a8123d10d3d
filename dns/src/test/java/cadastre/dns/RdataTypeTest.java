package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RdataTypeTest {
    @Test
    void typesAreTheSameIfTheirMnemonicsAre() {
        RdataType other = new RdataType(0, "MX");
        assertThat(other)
                .isEqualTo(RdataTypes.MX)
                .hasSameHashCodeAs(RdataTypes.MX)
                .isEqualByComparingTo(RdataTypes.MX);
        assertThat(RdataTypes.MX)
                .isNotEqualTo(RdataTypes.NS)
                .isLessThan(RdataTypes.NS)
                .hasToString("MX");
    }

    @Test
    void aNumberHas16BitsAndAMnemonicIsInUpperCase() {
        assertThatThrownBy(() -> new RdataType(65536, "X")).hasMessage("a type is 0 to 65535, not 65536");
        assertThatThrownBy(() -> new RdataType(-1, "X")).isInstanceOf(IllegalArgumentException.class);
        for (String mnemonic : new String[] {"", "mx", "M X", "Ä"}) {
            assertThatThrownBy(() -> new RdataType(1, mnemonic)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
