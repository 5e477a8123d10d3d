package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the pages for users say is so.
class DocumentationTest {
    private static String page(String name) throws IOException {
        Path module = Path.of("").toAbsolutePath();
        Path docs = Files.isDirectory(module.resolve("docs")) ? module.resolve("docs") : module.resolveSibling("docs");
        return Files.readString(docs.resolve(name));
    }

    private static List<String> all(String regex, String text) {
        return Pattern.compile(regex, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void theExampleOfAPortfolioIsOne() throws Exception {
        String page = page("portfolio.md");
        String example =
                page.substring(page.indexOf("```json\n") + 8, page.indexOf("```\n", page.indexOf("```json\n") + 8));
        Registry registry = Portfolio.parse("portfolio.md", example, EmulatorOptions.standard());
        assertThat(registry.domains()).hasSize(2);
        assertThat(registry.credentials()).hasSize(2);
    }

    @Test
    void theSecretsAndDomainsOfTheDemonstrationExist() throws Exception {
        Registry registry = Portfolio.load(EmulatorOptions.standard());
        String page = page("emulator.md");
        List<String> secrets = all("\\| `([a-z_]+0{10,})` \\|$", page);
        assertThat(secrets)
                .hasSize(7)
                .allSatisfy(secret -> assertThat(registry.credential(secret)).isPresent());
        List<String> domains = all("`([^\\s`]+\\.tld)`", page);
        assertThat(domains)
                .hasSizeGreaterThan(25)
                .allSatisfy(domain -> assertThat(registry.domain(Name.of(domain).withoutDot()))
                        .isPresent());
        List<String> organizations = all("`(00000000-[0-9a-f-]+)`", page);
        assertThat(organizations)
                .isEqualTo(
                        registry.organizations().stream().map(Organization::id).toList());
    }

    @Test
    void theExampleOfFaultsIsOneAndTheTableOfThemIsComplete() throws Exception {
        String page = page("emulator.md");
        int begin = page.indexOf("{ \"seed\"");
        String example = page.substring(begin, page.indexOf("```", begin));
        assertThat(Faults.read("emulator.md", JsonReader.readFile(example)).faults())
                .hasSize(3);
        for (Fault.Kind kind : Fault.Kind.values()) {
            assertThat(page).contains("`" + kind.word() + "`");
        }
    }

    @Test
    void theTableOfMembersIsComplete() throws Exception {
        String page = page("portfolio.md");
        PortfolioDomains.DOMAIN.forEach(member -> assertThat(page).contains("`" + member + "`"));
        PortfolioDomains.SNAPSHOT.forEach(member -> assertThat(page).contains(member));
        Portfolio.CREDENTIAL.forEach(member -> assertThat(page).contains("`" + member + "`"));
        Portfolio.ORGANIZATION.forEach(member -> assertThat(page).contains("`" + member + "`"));
    }
}
