package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The pages of the language: each public function has one, and the examples on it do as they say.
class LanguagePagesTest {
    private static final Path PAGES = Path.of("../docs/language");
    private static final String DECLARED = """
            var REG = NewRegistrar("none");
            var DNS = NewDnsProvider("gandi");
            var FILES = NewDnsProvider("bind");
            var ELSEWHERE = NewDnsProvider("elsewhere");
            """;
    private static final Pattern NAMED = Pattern.compile("`([^`\n]+)`:\n\n```js(?:on)?\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile("```js\n(.*?)```\n", Pattern.DOTALL);

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
        }
    }

    private static String function(Path page) {
        return page.getFileName().toString().replace(".md", "");
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        return pages().stream().map(page -> DynamicTest.dynamicTest(function(page), () -> evaluate(page)));
    }

    private static void evaluate(Path page) throws IOException {
        String text = Files.readString(page);
        Programs files = Programs.with("nothing.js", "");
        for (MatchResult file : NAMED.matcher(text).results().toList()) {
            files.and(file.group(1), file.group(2));
        }
        List<String> examples = EXAMPLE.matcher(NAMED.matcher(text).replaceAll(""))
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            assertThat(Pattern.compile("\\b" + function(page) + "\\b")
                            .matcher(example)
                            .find())
                    .as("the example uses " + function(page))
                    .isTrue();
            Config config = files.and("dnsconfig.js", DECLARED + example)
                    .fetching(request -> new Fetcher.Response(200, Map.of(), "{\"web\": \"192.0.2.1\"}"))
                    .config();
            assertThat(config.domains()).isNotEmpty();
            assertThat(Validation.validate(config).lines()).isEmpty();
            for (DomainConfig domain : Validation.validate(config).config().domains()) {
                if (!domain.dnsProviders().containsKey("elsewhere")) {
                    assertThat(DesiredZone.of(domain, List.of(), Adjustments.NONE))
                            .isInstanceOf(DesiredZone.Outcome.Ready.class);
                }
            }
        }
    }

    /// Asked of the engine: what the prelude makes visible beside the engine's own.
    @Test
    void eachPublicFunctionHasAPage() throws IOException {
        Programs program = Programs.with("dnsconfig.js", "for (var name in globalThis) { console.log(name); }");
        program.config();
        List<String> functions = new ArrayList<>(program.printed());
        functions.removeAll(List.of("name", "_"));

        assertThat(new TreeSet<>(
                        pages().stream().map(LanguagePagesTest::function).toList()))
                .isEqualTo(new TreeSet<>(functions));
    }

    @Test
    void theIndexNamesEachPageOnce() throws IOException {
        String index = Files.readString(PAGES.resolve("README.md"));
        for (Path page : pages()) {
            assertThat(index).containsOnlyOnce("- [" + function(page) + "](" + page.getFileName() + "): ");
        }
    }
}
