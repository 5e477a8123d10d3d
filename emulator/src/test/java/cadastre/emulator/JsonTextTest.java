package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    private static final Fields VALUE = Fields.of("a", List.of(1, true, "é\"\\\n\u0001"))
            .and("b", Fields.none())
            .and("c", List.of())
            .maybe("d", Optional.empty())
            .maybe("e", Optional.of("x"));

    @Test
    void successesAreCompact() {
        assertThat(JsonText.compact(VALUE))
                .isEqualTo("{\"a\":[1,true,\"é\\\"\\\\\\n\\u0001\"],\"b\":{},\"c\":[],\"e\":\"x\"}");
        assertThat(JsonText.compact("😀 \ud83d")).isEqualTo("\"😀 \\ud83d\"");
    }

    @Test
    void errorsAreSpacedAndInAscii() {
        assertThat(JsonText.spaced(VALUE))
                .isEqualTo("{\"a\": [1, true, \"\\u00e9\\\"\\\\\\n\\u0001\"], \"b\": {}, \"c\": [], \"e\": \"x\"}");
        assertThat(JsonText.spaced("😀\b\f\r\t")).isEqualTo("\"\\ud83d\\ude00\\b\\f\\r\\t\"");
    }

    @Test
    void whatIsNoJsonIsABug() {
        assertThatThrownBy(() -> JsonText.compact(new Object())).isInstanceOf(IllegalArgumentException.class);
    }
}
