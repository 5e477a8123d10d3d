package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainFilterTest {
    private static final List<DomainConfig> DOMAINS = Stream.of(
                    "a.com", "b.a.com", "xa.com", "a.com!in", "a.com!Out", "bücher.com", "all")
            .map(Configs::domain)
            .toList();

    private static final String EVERYTHING = "a.com b.a.com xa.com a.com!in a.com!Out xn--bcher-kva.com all";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                 | EVERYTHING
            ' * '              | EVERYTHING
            ALL                | EVERYTHING
            a.com              | a.com
            A.com              | a.com
            ' a.com ,, xa.com' | a.com xa.com
            a.com!             | a.com
            a.com!in           | a.com!in
            a.com!IN           | ''
            a.com!out          | ''
            a.com!*            | a.com!in a.com!Out
            !in                | a.com!in
            *!in               | a.com!in
            '!'                | a.com b.a.com xa.com xn--bcher-kva.com all
            x,*                | a.com b.a.com xa.com xn--bcher-kva.com all
            x,all              | all
            *.a.com            | a.com b.a.com
            *.a.com!in         | a.com!in
            bücher.com         | xn--bcher-kva.com
            xn--BCHER-kva.com  | xn--bcher-kva.com
            Bücher.com         | xn--bcher-kva.com
            BÜCHER.com         | ''
            a.com.             | ''
            a.*                | ''
            ,                  | ''
            """)
    void aListSelectsByNameAndTag(String text, String selected) {
        assertThat(DomainFilter.parse(text).select(DOMAINS))
                .extracting(DomainConfig::uniqueName)
                .isEqualTo(
                        selected.isEmpty()
                                ? List.of()
                                : List.of(selected.replace("EVERYTHING", EVERYTHING)
                                        .split(" ")));
    }

    @Test
    void whatMatchesNothingIsKnown() {
        assertThat(DomainFilter.parse("a.com, typo.com,*.nope").unmatched(DOMAINS))
                .containsExactly("typo.com", "*.nope");
        assertThat(DomainFilter.parse("").unmatched(List.of())).isEmpty();
    }
}
