package cadastre.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResponseCodeTest {
    @Test
    void aCodeHasTheNumberOfTheProtocol() {
        assertThat(ResponseCode.number("REFUSED")).isEqualTo(5);
        assertThat(ResponseCode.number("NOTAUTH")).isEqualTo(9);
        assertThat(ResponseCode.number("NOTHING")).isEqualTo(-1);
    }
}
