package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioTest {
    private static final Instant START = Instant.parse("2026-11-04T09:08:07Z");
    private static final EmulatorOptions OPTIONS = EmulatorOptions.standard().withClock(new MovableClock(START));

    private static final String ORGANIZATION = "{\"id\": \"1\", \"name\": \"o\"}";
    private static final String TOKEN =
            "{\"kind\": \"pat\", \"secret\": \"0123456789012345678901234\", \"organization\": \"o\","
                    + " \"permissions\": [\"domain:view\"], \"expires_at\": \"+1d\"}";

    @TempDir
    Path folder;

    private static String portfolio(String credentials, String domains) {
        return "{\"organizations\": [" + ORGANIZATION + "],\n\"credentials\": [" + credentials + "],\n\"domains\": ["
                + domains + "]}";
    }

    private static void assertWrong(String text, String message) {
        assertThatThrownBy(() -> Portfolio.parse("p.json", text, OPTIONS))
                .isInstanceOf(PortfolioException.class)
                .hasMessage(message);
    }

    @Test
    void whatIsNotSaidIsSensible() throws PortfolioException {
        Registry registry = Portfolio.parse(
                "p.json", portfolio(TOKEN, "{\"fqdn\": \"Example.CO.uk.\", \"organization\": \"1\"}"), OPTIONS);
        Domain domain = registry.domain("example.co.uk").orElseThrow();
        assertThat(domain.facts().tld()).isEqualTo("co.uk");
        assertThat(domain.facts().status()).containsExactly("clientTransferProhibited");
        assertThat(domain.facts().autorenew().enabled()).isTrue();
        assertThat(domain.facts().createdAt()).isEqualTo(Instant.parse("2024-11-04T09:08:07Z"));
        assertThat(domain.facts().endsAt()).isEqualTo(Instant.parse("2027-11-04T09:08:07Z"));
        assertThat(NameServers.kind(domain.nameServers(START))).isEqualTo("livedns");
        assertThat(domain.zone(START).orElseThrow().list()).hasSize(10);
        Credential token = registry.credential("0123456789012345678901234").orElseThrow();
        assertThat(token.isExpired(START.plusSeconds(86_399))).isFalse();
        assertThat(token.isExpired(START.plusSeconds(86_400))).isTrue();
        assertThat(token.toString()).doesNotContain("0123456789");
    }

    @Test
    void idsAreTheSameEachTime() throws PortfolioException {
        String text = portfolio("", "{\"fqdn\": \"a.example\", \"organization\": \"o\"}");
        assertThat(Portfolio.parse("p.json", text, OPTIONS)
                        .domain("a.example")
                        .orElseThrow()
                        .facts()
                        .id())
                .isEqualTo(Portfolio.parse("p.json", text, OPTIONS)
                        .domain("a.example")
                        .orElseThrow()
                        .facts()
                        .id());
    }

    @Test
    void aFileIsReadFromItsPath() throws Exception {
        Path file = folder.resolve("mine.json");
        Files.writeString(file, portfolio(TOKEN, "{\"fqdn\": \"bücher.example\", \"organization\": \"o\"}"));
        try (Emulator emulator = Emulator.start(OPTIONS.withPortfolio(file))) {
            assertThat(emulator.rrsets("xn--bcher-kva.example")).hasSize(10);
            assertThatThrownBy(() -> emulator.rrsets("other.example")).isInstanceOf(IllegalArgumentException.class);
        }
        Files.writeString(file, "{\n  \"organisations\": []}");
        assertThatThrownBy(() -> Emulator.start(OPTIONS.withPortfolio(file)))
                .isInstanceOfSatisfying(PortfolioException.class, e -> {
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e.column()).isEqualTo(3);
                })
                .hasMessage(
                        file + ":2:3: \"organisations\" is not known in a portfolio; known are credentials, domains,"
                                + " organizations");
        Files.write(file, "{\"organizations\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Emulator.start(OPTIONS.withPortfolio(file)))
                .hasMessage(file + ":1:1: the file is not UTF-8; save it as UTF-8");
        assertThatThrownBy(() -> Emulator.start(OPTIONS.withPortfolio(folder.resolve("none.json"))))
                .isInstanceOf(PortfolioException.class)
                .hasMessage(folder.resolve("none.json") + ": there is no such file");
        assertThatThrownBy(() -> Emulator.start(OPTIONS.withPortfolio(folder)))
                .isInstanceOf(PortfolioException.class)
                .hasMessageStartingWith(folder + ": the file cannot be read: ");
    }

    @Test
    void whatIsNotJsonIsSaidWithItsPlace() {
        assertThatThrownBy(() -> Portfolio.parse("p.json", "{\n \"organizations\": [}", OPTIONS))
                .isInstanceOf(PortfolioException.class)
                .hasMessageStartingWith("p.json:2:20: this is not JSON: ");
        assertWrong("[]", "p.json:1:1: a portfolio is an object, not a list");
        assertWrong("{}", "p.json:1:1: \"organizations\" must hold at least one organization");
        assertWrong("{\"organizations\": 7}", "p.json:1:19: \"organizations\" is a list, not a number");
        assertWrong("{\"organizations\": [7]}", "p.json:1:20: an organization is an object, not a number");
    }

    @Test
    void wrongOrganizationsAreRefused() {
        assertWrong("{\"organizations\": [{\"name\": \"x\"}]}", "p.json:1:20: \"id\" is missing");
        assertWrong(
                "{\"organizations\": [" + ORGANIZATION + ",\n{\"id\": \"1\", \"name\": \"p\"}]}",
                "p.json:2:8: \"id\" is the id of another organization already");
        assertWrong(
                "{\"organizations\": [" + ORGANIZATION + ",\n{\"id\": \"2\", \"name\": \"o\"}]}",
                "p.json:2:21: \"name\" is the name of another organization already");
        assertWrong(
                "{\"organizations\": [{\"id\": \"1\", \"name\": \"o\",\n\"type\": \"band\"}]}",
                "p.json:2:9: \"type\" is one of individual, company, association, publicbody");
    }

    @Test
    void wrongCredentialsAreRefusedWithoutTheirSecret() {
        assertWrong(
                portfolio(TOKEN.replace("0123456789012345678901234", "short"), ""),
                "p.json:2:43: \"secret\" of a token has more than 24 characters, or clients take it for an API key; add"
                        + " some");
        assertWrong(
                portfolio(
                        "{\"kind\": \"apikey\", \"secret\": \"0123456789012345678901234\", \"organizations\": [\"o\"]}",
                        ""),
                "p.json:2:46: \"secret\" of an API key has at most 24 characters, or clients take it for a "
                        + "token; shorten"
                        + " it");
        assertWrong(
                portfolio(TOKEN + ",\n" + TOKEN, ""),
                "p.json:3:27: \"secret\" is the secret of another credential already");
        assertWrong(
                portfolio(TOKEN.replace("12345", "1 345"), ""),
                "p.json:2:43: \"secret\" is written in ASCII without blanks");
        assertWrong(
                portfolio(TOKEN.replace(", \"expires_at\": \"+1d\"", ""), ""),
                "p.json:2:17: \"expires_at\" is missing: a token always expires, write for instance \"+1y\"");
        assertWrong(
                portfolio(TOKEN.replace("+1d", "soon"), ""), "p.json:2:139: \"expires_at\" is no time; " + When.ADVICE);
        assertWrong(
                portfolio(
                        "{\"kind\": \"apikey\", \"secret\": \"k\", \"organization\": \"o\", \"expires_at\": \"+1d\"}",
                        ""),
                "p.json:2:17: an API key never expires and may do everything; remove expires_at, permissions, domains");
        assertWrong(
                portfolio("{\"kind\": \"apikey\", \"secret\": \"k\"}", ""),
                "p.json:2:17: \"organizations\" is missing: name those that the key reaches, the default first");
        assertWrong(
                portfolio("{\"kind\": \"apikey\", \"secret\": \"k\", \"organizations\": [\"p\"]}", ""),
                "p.json:2:68: \"organizations\" names \"p\", which is none of the organizations o");
        assertWrong(
                portfolio(TOKEN.replace("}", ", \"domains\": [\"x.example\"]}"), ""),
                "p.json:2:157: \"domains\" names \"x.example\", which is none of the domains below");
        assertWrong(portfolio("{\"kind\": \"oauth\"}", ""), "p.json:2:26: \"kind\" is one of pat, apikey");
    }

    @Test
    void wrongDomainsAreRefused() {
        String good = "\"fqdn\": \"a.example\", \"organization\": \"o\"";
        assertWrong(
                portfolio("", "{\"fqdn\": \"example\"}"),
                "p.json:3:22: \"fqdn\" has at least two labels, as example.com");
        assertThatThrownBy(() -> Portfolio.parse("p.json", portfolio("", "{\"fqdn\": \"a..b\"}"), OPTIONS))
                .hasMessageStartingWith("p.json:3:22: \"fqdn\" is no name: ");
        assertWrong(
                portfolio("", "{\"fqdn\": \"a.example\", \"organization\": \"p\"}"),
                "p.json:3:51: \"organization\" is none of the organizations o");
        assertWrong(portfolio("", "{" + good + "},{" + good + "}"), "p.json:3:65: \"fqdn\" is there twice");
        assertWrong(
                portfolio("", "{" + good + ", \"nameservers\": \"mine\"}"),
                "p.json:3:71: \"nameservers\" is \"livedns\", \"classic\" or a list of names");
        assertWrong(
                portfolio("", "{" + good + ", \"nameservers\": []}"),
                "p.json:3:71: \"nameservers\" names at least one name server");
        assertWrong(
                portfolio("", "{" + good + ", \"nameservers\": [\"ns1.example.net.\"]}"),
                "p.json:3:71: \"nameservers\" holds \"ns1.example.net.\", which is no host name; write it without a final"
                        + " dot");
        assertWrong(portfolio("", "{" + good + ", \"autorenew\": 1}"), "p.json:3:69: \"autorenew\" is true or false");
        assertWrong(
                portfolio("", "{" + good + ", \"autorenew\": {\"duration\": 10}}"),
                "p.json:3:82: \"duration\" is a whole number from 1 to 9");
        assertWrong(
                portfolio("", "{" + good + ", \"tags\": [1]}"), "p.json:3:65: \"tags\" holds strings, not a number");
        assertWrong(
                portfolio("", "{" + good + ", \"keys\": [{\"public_key\": \"?\"}]}"),
                "p.json:3:80: \"public_key\" is written in base64");
    }

    @Test
    void wrongRecordsAreRefusedAsTheApiWould() {
        String start = "{\"fqdn\": \"a.example\", \"organization\": \"o\", \"records\": [\n";
        assertWrong(
                portfolio(
                        "",
                        start
                                + "{\"rrset_name\": \"x\", \"rrset_type\": \"A\", \"rrset_ttl\": 5, "
                                + "\"rrset_values\": []}]}"),
                "p.json:4:1: rrset_ttl: 5 is less than minimum value 300");
        assertThatThrownBy(() -> Portfolio.parse(
                        "p.json",
                        portfolio(
                                "",
                                start + "{\"rrset_name\": \"x\", \"rrset_type\": \"A\", \"rrset_values\": [\"y\"]}]}"),
                        OPTIONS))
                .hasMessageStartingWith("p.json:4:1: items: 'y': invalid IPv4 address");
        String a = "{\"rrset_name\": \"x\", \"rrset_type\": \"A\", \"rrset_values\": [\"192.0.2.1\"]}";
        assertWrong(
                portfolio("", start + a + ",\n" + a + "]}"),
                "p.json:5:1: there is an RRset of this name and type already; put the values together");
        assertWrong(
                portfolio(
                        "",
                        start + a + ",\n"
                                + a.replace("\"x\"", "\"X\"")
                                        .replace("\"A\"", "\"MX\"")
                                        .replace("192.0.2.1", "0 .") + "]}"),
                "p.json:5:1: the name exists in another case");
        assertWrong(
                portfolio("", start + a.replace("rrset_type", "type") + "]}"),
                "p.json:4:21: \"type\" is not known in an RRset; known are rrset_href, rrset_name, "
                        + "rrset_ttl, rrset_type,"
                        + " rrset_values");
    }

    @Test
    void whatOneEmulatorAnswersAnotherCanRead() throws Exception {
        try (Gandi gandi = Gandi.start()) {
            String records =
                    gandi.call("GET", "/livedns/domains/example.com/records").body();
            Registry registry = Portfolio.parse(
                    "p.json",
                    portfolio("", "{\"fqdn\": \"example.com\", \"organization\": \"o\", \"records\": " + records + "}"),
                    OPTIONS);
            List<StoredRrset> read = registry.domain("example.com")
                    .orElseThrow()
                    .zone(START)
                    .orElseThrow()
                    .list();
            assertThat(read).isEqualTo(gandi.emulator().rrsets("example.com"));
        }
    }
}
