package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TtlTest {
    @Test
    void aTtlIsNeverNegative() {
        assertThatThrownBy(() -> new Ttl(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Ttl(0)).isLessThan(new Ttl(1));
    }

    @Test
    void timesMayHaveUnits() {
        assertThat(Ttls.seconds("0")).isZero();
        assertThat(Ttls.seconds("3600")).isEqualTo(3600);
        assertThat(Ttls.seconds("1h30m")).isEqualTo(5400);
        assertThat(Ttls.seconds("1W2D3H4M5S")).isEqualTo(604800 + 2 * 86400 + 3 * 3600 + 4 * 60 + 5);
        assertThat(Ttls.seconds("1m30")).isEqualTo(90);
        assertThat(Ttls.seconds("99999999999999999999w")).isGreaterThan(Integer.MAX_VALUE);
    }

    @Test
    void otherTextsAreNoTimes() {
        for (String text : new String[] {"", "h", "1x", "1hh", "-1", "1.5h", "h1", "+1"}) {
            assertThat(Ttls.seconds(text)).as(text).isEqualTo(-1);
        }
    }
}
