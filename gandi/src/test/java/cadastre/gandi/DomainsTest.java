package cadastre.gandi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cadastre.dns.Name;
import cadastre.gandi.FakeGandi.Reply;
import cadastre.provider.Attachment;
import cadastre.provider.ListPage;
import cadastre.provider.Portfolio;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import cadastre.provider.ServedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainsTest {
    private static final Name NAME = Name.of("example.tld");
    private static final Pattern PAGE = Pattern.compile(".*[?&]page=(\\d+)&.*");

    /// A list of `all` domains, of which a page has at most `granted`.
    private static Reply page(String target, int all, int granted, boolean total, boolean link) {
        Matcher matcher = PAGE.matcher(target);
        int number = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 1;
        int end = Math.min(number * granted, all);
        String body = IntStream.range(Math.min((number - 1) * granted, all), end)
                .mapToObj(i -> "{\"fqdn\":\"d" + i + ".tld\"}")
                .collect(Collectors.joining(",", "[", "]"));
        Reply reply = Reply.json(200, body);
        reply = total ? reply.with("Total-Count", all) : reply;
        return link && end < all ? reply.with("Link", "<http://x/>; rel=\"next\"") : reply;
    }

    private static List<Name> walked(Portfolio portfolio, int from) throws ProviderException {
        List<Name> names = new ArrayList<>();
        for (int number = from; ; number++) {
            ListPage page = portfolio.list(number);
            page.registrations().forEach(one -> names.add(one.name()));
            if (page.last()) {
                return names;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 500, 1, 1",
        "30, 500, 1, 1",
        "500, 500, 1, 2",
        "501, 500, 2, 2",
        "1250, 500, 3, 3",
        "250, 100, 3, 3",
        "200, 100, 2, 3",
        "120, 50, 3, 3"
    })
    void theLastPageIsKnownByTheTotalAndBySizeWithoutOne(int all, int granted, int withTotal, int without)
            throws Exception {
        try (FakeGandi fake = new FakeGandi(target -> page(target, all, granted, true, false))) {
            assertThat(walked(fake.gandi().portfolio(), 1)).hasSize(all);
            assertThat(fake.asked()).hasSize(withTotal);
        }
        try (FakeGandi fake = new FakeGandi(target -> page(target, all, granted, false, false))) {
            assertThat(walked(fake.gandi().portfolio(), 1)).hasSize(all);
            assertThat(fake.asked()).hasSize(without);
        }
        try (FakeGandi fake = new FakeGandi(target -> page(target, all, granted, false, true))) {
            assertThat(walked(fake.gandi().portfolio(), 1)).hasSize(all);
        }
    }

    @ParameterizedTest
    @CsvSource({"250, 100", "1250, 500", "120, 50"})
    void aWalkThatGoesOnElsewhereMissesNothing(int all, int granted) throws Exception {
        try (FakeGandi fake = new FakeGandi(target -> page(target, all, granted, true, false))) {
            assertThat(walked(fake.gandi().portfolio(), 2)).hasSize(all - granted);
        }
    }

    @Test
    void aPageIsAskedForWithItsSizeAndTheOrganization() throws Exception {
        try (FakeGandi fake = new FakeGandi(target -> page(target, 3, 500, true, false))) {
            assertThat(fake.gandi("sharing_id", "a b").portfolio().list(1).total())
                    .isEqualTo(OptionalInt.of(3));
            assertThat(fake.asked()).containsExactly("GET /v5/domain/domains?sharing_id=a%20b&page=1&per_page=500");
            assertThatThrownBy(() -> fake.gandi().portfolio().list(0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "[{}]", "[{\"fqdn\":\"a..b\"}]", "[1]"})
    void whatIsNoListOfDomainsIsNotUnderstood(String body) throws Exception {
        try (FakeGandi fake = new FakeGandi(_ -> Reply.json(200, body))) {
            Portfolio portfolio = fake.gandi().portfolio();
            ProviderException e = catchThrowableOfType(ProviderException.class, () -> portfolio.list(1));
            assertThat(e.reason()).isEqualTo(new Reason.NotUnderstood());
        }
    }

    @Test
    void aPageThatIsNoDomainIsNotUnderstood() throws Exception {
        try (FakeGandi fake = new FakeGandi(_ -> Reply.json(200, "{\"fqdn\":\"\"}"))) {
            Portfolio portfolio = fake.gandi().portfolio();
            ProviderException e = catchThrowableOfType(ProviderException.class, () -> portfolio.detail(NAME));
            assertThat(e.reason()).isEqualTo(new Reason.NotUnderstood());
        }
    }

    @Test
    void autoRenewalIsChangedByWhatChangesAlone() throws Exception {
        try (FakeGandi fake = new FakeGandi(_ -> Reply.json(202, "{\"message\":\"ok\"}"))) {
            fake.gandi().autoRenewal().renewByItself(NAME, true);
            fake.gandi().autoRenewal().renewByItself(NAME, false);
            assertThat(fake.asked())
                    .containsExactly(
                            "PATCH /v5/domain/domains/example.tld/autorenew",
                            "PATCH /v5/domain/domains/example.tld/autorenew");
            assertThat(fake.bodies()).containsExactly("{\"enabled\":true}", "{\"enabled\":false}");
        }
    }

    @Test
    void theOwnNameServersAndTheDelegationAreTwoQuestions() throws Exception {
        try (FakeGandi fake = new FakeGandi(target -> target.contains("/livedns/nameservers/")
                ? Reply.json(200, "[\"ns-1-a.gandi.net.\"]")
                : Reply.json(200, "{\"current\":\"premium_dns\",\"nameservers\":[\"a.example.\"]}"))) {
            assertThat(fake.gandi().attachment().ownNameServers(NAME)).containsExactly("ns-1-a.gandi.net");
            assertThat(fake.gandi().attachment().attachment(NAME))
                    .isEqualTo(new Attachment(ServedBy.CUSTOM, List.of("a.example"), false));
            fake.gandi().attachment().attach(NAME);
            assertThat(fake.asked())
                    .containsExactly(
                            "GET /v5/livedns/nameservers/example.tld",
                            "GET /v5/domain/domains/example.tld/livedns",
                            "POST /v5/domain/domains/example.tld/livedns");
        }
    }
}
