package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RelativeNameTest {
    private static final Name EXAMPLE = Name.of("example.com.");

    @Test
    void anAtSignIsTheApex() throws PresentationException {
        assertThat(RelativeName.parse("@")).isEqualTo(RelativeName.APEX);
        assertThat(RelativeName.APEX.isApex()).isTrue();
        assertThat(RelativeName.APEX.toString()).isEqualTo("@");
        assertThat(RelativeName.APEX.unicode()).isEqualTo("@");
        assertThat(RelativeName.APEX.at(EXAMPLE)).isEqualTo(EXAMPLE);
        assertThat(EXAMPLE.relativeTo(EXAMPLE)).contains(RelativeName.APEX);
    }

    @Test
    void aLabelThatIsAnAtSignIsEscaped() {
        RelativeName label = Name.ofLabels(List.of("@", "example", "com"))
                .relativeTo(EXAMPLE)
                .orElseThrow();
        assertThat(label.toString()).isEqualTo("\\@");
        assertThat(RelativeName.of("\\@")).isEqualTo(label).isNotEqualTo(RelativeName.APEX);
    }

    @Test
    void caseIsKeptAndDoesNotMatter() {
        assertThat(RelativeName.of("WWW")).isEqualTo(RelativeName.of("www")).hasSameHashCodeAs(RelativeName.of("www"));
        assertThat(RelativeName.of("WWW").at(EXAMPLE).toString()).isEqualTo("WWW.example.com.");
        assertThat(Name.of("WWW.Example.com").relativeTo(EXAMPLE).orElseThrow().toString())
                .isEqualTo("WWW");
    }

    @Test
    void anAbsoluteNameIsNoRelativeOne() {
        PresentationException e = catchThrowableOfType(PresentationException.class, () -> RelativeName.parse("www."));
        assertThat(e).hasMessage("a relative name ends in no dot: \"www.\" is absolute");
        assertThat(e.column()).isEqualTo(4);
        assertThatThrownBy(() -> RelativeName.of(".")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RelativeName.of("")).isInstanceOf(IllegalArgumentException.class);
        assertThat(RelativeName.of("a\\.").labels()).containsExactly("a.");
    }

    @Test
    void aNameElsewhereIsNotRelative() {
        assertThat(Name.of("www.example.net").relativeTo(EXAMPLE)).isEmpty();
        assertThat(Name.of("com").relativeTo(EXAMPLE)).isEmpty();
    }

    @Test
    void aLabelsAreShownAsUnicode() {
        assertThat(RelativeName.of("www.bücher").toString()).isEqualTo("www.xn--bcher-kva");
        assertThat(RelativeName.of("www.bücher").unicode()).isEqualTo("www.bücher");
    }

    @Test
    void theApexIsFirst() {
        assertThat(Stream.of("b", "a.a", "@", "*", "a")
                        .map(RelativeName::of)
                        .sorted()
                        .map(RelativeName::toString))
                .containsExactly("@", "*", "a", "a.a", "b");
    }
}
