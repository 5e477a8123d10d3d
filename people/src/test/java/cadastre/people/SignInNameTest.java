package cadastre.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SignInNameTest {
    @Test
    void upperCaseAndBlanksAroundAreForgiven() {
        assertThat(SignInName.parse(" Owner@Example.COM\n")).contains(new SignInName("owner@example.com"));
        assertThat(SignInName.parse("JU\u0308RGEN")).contains(new SignInName("j\u00fcrgen"));
        assertThat(SignInName.parse("\u0130ndigo")).isEqualTo(SignInName.parse("i\u0307ndigo"));
    }

    @Test
    void anythingButOneWordIsNone() {
        assertThat(SignInName.parse("")).isEmpty();
        assertThat(SignInName.parse("  ")).isEmpty();
        assertThat(SignInName.parse("two words")).isEmpty();
        assertThat(SignInName.parse("non\u00a0breaking")).isEmpty();
        assertThat(SignInName.parse("zero\u200bwidth")).isEmpty();
        assertThat(SignInName.parse("back\u202ewards")).isEmpty();
        assertThat(SignInName.parse("line\nbreak")).isEmpty();
        assertThat(SignInName.parse("half\ud800pair")).isEmpty();
        assertThat(SignInName.parse("a".repeat(254))).isPresent();
        assertThat(SignInName.parse("a".repeat(255))).isEmpty();
    }

    @Test
    void aNameIsMadeOfItsOneSpellingOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SignInName("Owner"));
        assertThatIllegalArgumentException().isThrownBy(() -> new SignInName("ju\u0308rgen"));
        assertThatIllegalArgumentException().isThrownBy(() -> new SignInName(""));
    }
}
