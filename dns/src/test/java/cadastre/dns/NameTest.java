package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTest {
    private static final Name EXAMPLE = Name.of("example.com.");

    @Test
    void aFinalDotMayBeMissing() {
        assertThat(Name.of("www.example.com")).isEqualTo(Name.of("www.example.com."));
        assertThat(Name.of("www.example.com").toString()).isEqualTo("www.example.com.");
        assertThat(Name.of("www.example.com.").withoutDot()).isEqualTo("www.example.com");
    }

    @Test
    void theRootIsADot() {
        assertThat(Name.of(".")).isEqualTo(Name.ROOT);
        assertThat(Name.ROOT.labels()).isEmpty();
        assertThat(Name.ROOT.toString()).isEqualTo(".");
        assertThat(Name.ROOT.withoutDot()).isEqualTo(".");
        assertThat(Name.ROOT.unicode()).isEqualTo(".");
        assertThat(Name.ROOT.parent()).isEmpty();
    }

    @Test
    void caseIsKeptAndDoesNotMatter() {
        Name mixed = Name.of("WWW.Example.COM.");
        Name lower = Name.of("www.example.com.");
        assertThat(mixed).isEqualTo(lower).hasSameHashCodeAs(lower).isEqualByComparingTo(lower);
        assertThat(mixed.toString()).isEqualTo("WWW.Example.COM.");
        assertThat(mixed.lowerCase().toString()).isEqualTo("www.example.com.");
        assertThat(mixed.isSpelledLike(lower)).isFalse();
        assertThat(mixed.lowerCase().isSpelledLike(lower)).isTrue();
    }

    @Test
    void onlyAToZHaveACase() {
        assertThat(Name.of("\\196.example.")).isNotEqualTo(Name.of("\\228.example."));
        assertThat(Name.of("[.example.")).isNotEqualTo(Name.of("{.example."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a\\.b.example.      | a\\.b.example.
                    a\\046b.example.    | a\\.b.example.
                    \\097.example.      | a.example.
                    a\\ b.example.      | a\\032b.example.
                    a\\000\\255.example. | a\\000\\255.example.
                    \\$\\@\\(\\)\\;.example.  | \\$\\@\\(\\)\\;.example.
                    \\*.example.        | *.example.
                    a\\\\b.example.      | a\\\\b.example.
                    a"b.example.       | a\\"b.example.
                    """)
    void escapesAreWrittenInOneWay(String text, String written) {
        assertThat(Name.of(text).toString()).isEqualTo(written);
        assertThat(Name.of(written)).isEqualTo(Name.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "faß.de, xn--fa-hia.de.",
        "BÜCHER.example, xn--bcher-kva.example.",
        "bücher。example, xn--bcher-kva.example.",
        "_dmarc.bücher.example, _dmarc.xn--bcher-kva.example.",
        "*.bücher.Example, *.xn--bcher-kva.Example.",
        "a\\.b.bücher.example, a\\.b.xn--bcher-kva.example.",
        "ＷＷＷ.example, www.example.",
    })
    void textBeyondAsciiBecomesALabelsAndTheRestStays(String text, String written) {
        assertThat(Name.of(text).toString()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "xn--fa-hia.de, faß.de",
        "XN--BCHER-KVA.Example., bücher.Example",
        "a\\.b.xn--bcher-kva.example, a\\.b.bücher.example",
        "xn--a.example, xn--a.example",
        "www.example., www.example",
    })
    void aLabelsAreShownAsUnicodeIfTheyAreOnes(String text, String unicode) {
        assertThat(Name.of(text).unicode()).isEqualTo(unicode);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``             | 1 | a name is empty; write @ for the apex
                    @              | 1 | @ stands for an origin, but there is none here; write the name
                    ..             | 1 | a label is empty (two dots in a row, or a dot at the start)
                    a..b           | 3 | a label is empty (two dots in a row, or a dot at the start)
                    bü..b          | 4 | a label is empty (two dots in a row, or a dot at the start)
                    .a             | 1 | a label is empty (two dots in a row, or a dot at the start)
                    a.b\\           | 4 | a backslash ends the name
                    a.b\\3          | 4 | \\ before a digit needs three digits from 000 to 255, as in \\032
                    a.b\\25x        | 4 | \\ before a digit needs three digits from 000 to 255, as in \\032
                    a.b\\256        | 4 | \\ before a digit needs three digits from 000 to 255, as in \\032
                    bü\\.x.de       | 3 | an escape in a label that is not ASCII; write the label in ASCII
                    a.-ü.de        | 3 | "-ü" is no internationalized label (leading hyphen)
                    a.b\u00a0c.de       | 3 | "b\u00a0c" stands for "b c", which is no label; write it in ASCII
                    """)
    void aWrongNameSaysWhereAndWhatToDo(String text, int column, String message) {
        PresentationException e = catchThrowableOfType(PresentationException.class, () -> Name.parse(text));
        assertThat(e).hasMessage(message);
        assertThat(e.column()).isEqualTo(column);
        assertThat(e.line()).isEqualTo(1);
        assertThatThrownBy(() -> Name.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLabelHasAtMost63Octets() throws PresentationException {
        assertThat(Name.parse("a".repeat(63)).labels()).hasSize(1);
        assertThat(Name.parse("\\097".repeat(63)).labels()).containsExactly("a".repeat(63));
        PresentationException e =
                catchThrowableOfType(PresentationException.class, () -> Name.parse("b." + "a".repeat(64)));
        assertThat(e).hasMessage("a label has 64 octets, at most 63 are allowed");
        assertThat(e.column()).isEqualTo(3);
    }

    @Test
    void aNameHasAtMost255Octets() throws PresentationException {
        String longest = ("a".repeat(63) + ".").repeat(3) + "b".repeat(61);
        Name name = Name.parse(longest);
        assertThat(Labels.wireLength(name.labels())).isEqualTo(255);
        assertThatThrownBy(() -> Name.parse(longest + "b"))
                .isInstanceOf(PresentationException.class)
                .hasMessage("a name has 256 octets, at most 255 are allowed");
        assertThatThrownBy(() -> Name.parse("x", name))
                .isInstanceOf(PresentationException.class)
                .hasMessage("a name has 257 octets, at most 255 are allowed");
        assertThatThrownBy(() -> RelativeName.of("x").at(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void labelsAreOctets() {
        assertThat(Name.ofLabels(List.of("a.b", "\u00ff"))).isEqualTo(Name.of("a\\.b.\\255."));
        assertThatThrownBy(() -> Name.ofLabels(List.of(""))).hasMessage("a label is empty");
        assertThatThrownBy(() -> Name.ofLabels(List.of("a".repeat(64))))
                .hasMessage("a label has 64 octets, at most 63 are allowed");
        assertThatThrownBy(() -> Name.ofLabels(List.of("日")))
                .hasMessage("a label has the character \"日\", which is no octet; encode it first");
        assertThatThrownBy(() -> Name.ofLabels(List.of("a".repeat(63), "a".repeat(63), "a".repeat(63), "a".repeat(62))))
                .hasMessage("a name has at most 255 octets, not 256");
    }

    @Test
    void aNameWithoutAFinalDotIsRelativeToTheOrigin() throws PresentationException {
        assertThat(Name.parse("www", EXAMPLE)).isEqualTo(Name.of("www.example.com."));
        assertThat(Name.parse("www.", EXAMPLE)).isEqualTo(Name.of("www."));
        assertThat(Name.parse("@", EXAMPLE)).isEqualTo(EXAMPLE);
        assertThat(Name.parse("\\@", EXAMPLE).labels()).containsExactly("@", "example", "com");
        assertThat(Name.parse("www", Name.ROOT)).isEqualTo(Name.of("www."));
        assertThat(Name.parse(".", EXAMPLE)).isEqualTo(Name.ROOT);
        assertThat(Name.parse("a\\.", EXAMPLE).labels()).containsExactly("a.", "example", "com");
    }

    @Test
    void aNameIsBelowAnotherByWholeLabels() {
        assertThat(Name.of("www.EXAMPLE.com").isAtOrBelow(EXAMPLE)).isTrue();
        assertThat(EXAMPLE.isAtOrBelow(EXAMPLE)).isTrue();
        assertThat(EXAMPLE.isAtOrBelow(Name.ROOT)).isTrue();
        assertThat(Name.of("badexample.com").isAtOrBelow(EXAMPLE)).isFalse();
        assertThat(Name.of("com").isAtOrBelow(EXAMPLE)).isFalse();
        assertThat(Name.of("x\\.example.com").isAtOrBelow(EXAMPLE)).isFalse();
    }

    @Test
    void theParentLacksTheFirstLabel() {
        assertThat(Name.of("www.example.com").parent()).contains(EXAMPLE);
        assertThat(Name.of("com").parent()).contains(Name.ROOT);
    }

    @Test
    void aWildcardStartsWithAStarAlone() {
        assertThat(Name.of("*.example.com").isWildcard()).isTrue();
        assertThat(Name.of("*a.example.com").isWildcard()).isFalse();
        assertThat(Name.of("www.*.example.com").isWildcard()).isFalse();
        assertThat(Name.ROOT.isWildcard()).isFalse();
    }

    @Test
    void theOrderIsTheCanonicalOneOfRfc4034() {
        List<Name> ordered = List.of(
                Name.of("example."),
                Name.of("a.example."),
                Name.of("yljkjljk.a.example."),
                Name.of("Z.a.example."),
                Name.of("zABC.a.EXAMPLE."),
                Name.of("z.example."),
                Name.of("\\001.z.example."),
                Name.of("*.z.example."),
                Name.of("\\200.z.example."));
        assertThat(ordered.reversed().stream().sorted()).containsExactlyElementsOf(ordered);
    }
}
