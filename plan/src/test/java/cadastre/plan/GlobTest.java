package cadastre.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* | anything.at.all | true",
                "foo.* | foo.bar.baz | true",
                "foo.* | foo | false",
                "**.acm-validations.aws. | _x.acm-validations.aws. | true",
                "a?c | abc | true",
                "a?c | ac | false",
                "[a-c]x | bx | true",
                "[!a-c]x | bx | false",
                "{www,mail} | mail | true",
                "{www,mail} | smtp | false",
                "\\*.x | *.x | true",
                "\\*.x | a.x | false",
                "a.b | aXb | false",
                "{a | a | true"
            })
    void aPatternFitsTheWholeText(String glob, String text, boolean fits) {
        assertThat(Glob.of(glob).matches(text)).isEqualTo(fits);
    }

    @Test
    void anOpenRangeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Glob.of("[a")).withMessageContaining("[a");
    }
}
