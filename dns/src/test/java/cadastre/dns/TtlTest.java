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
}
