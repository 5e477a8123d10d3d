package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
    @ParameterizedTest
    @CsvSource({
        "cname, CNAME",
        "CNMAE, CNAME",
        "CNAM, CNAME",
        "Dnsprovider, DnsProvider",
        "defaultTTL, DefaultTTL",
        "NO_PURGES, NO_PURGE",
        "consol, console",
        "Newregistrar, NewRegistrar"
    })
    void aNearNameIsFound(String word, String meant) {
        assertThat(Suggestions.nearest(word, Suggestions.NAMES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"webserver", "nothing_here", "env", "x"})
    void aNameThatIsLikeNoneIsNotGuessedAt(String word) {
        assertThat(Suggestions.nearest(word, List.of("CNAME", "DefaultTTL", "IGNORE_NAME")))
                .isEmpty();
    }

    @Test
    void theNamesAreThoseOfTheFunctions() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("../docs/language"))) {
            assertThat(Suggestions.NAMES)
                    .doesNotHaveDuplicates()
                    .containsAll(pages.map(page -> page.getFileName().toString().replace(".md", ""))
                            .filter(name -> !name.equals("README"))
                            .toList());
        }
    }

    @Test
    void aFailedProgramSaysWhatMayHaveBeenMeant() {
        Program.Failed failed = Programs.with(
                        "dnsconfig.js",
                        "// é\nD('ä', NewRegistrar('none'), NO_PURGE, {x: 'CNMAE'.CNMAE}, CNMAE('b', 'c'));")
                .failure();
        assertThat(failed.advice()).contains("Did you mean CNAME?");
        assertThat(failed.place().orElseThrow()).hasToString("dnsconfig.js:2:61");
        assertThat(Programs.with("dnsconfig.js", "completely_other();")
                        .failure()
                        .advice())
                .isEmpty();
    }
}
