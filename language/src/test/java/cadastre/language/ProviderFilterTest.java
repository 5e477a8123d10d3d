package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderFilterTest {
    private static final Creds CREDS = Creds.of(Map.of(
            "a", Map.of(),
            "b", Map.of("_exclude_from_defaults", "true"),
            "c", Map.of("_exclude_from_defaults", "True")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''     | a c none
            all    | a b c none
            b,none | b none
            'a, b' | a
            nope   | ''
            ,      | ''
            """)
    void namesAreTakenExactly(String text, String included) {
        ProviderFilter filter = ProviderFilter.parse(text);
        assertThat(Stream.of("a", "b", "c", "none")
                        .filter(name -> filter.includes(name, CREDS))
                        .toList())
                .isEqualTo(included.isEmpty() ? List.of() : List.of(included.split(" ")));
    }
}
