package cadastre.gandi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cadastre.dns.Name;
import cadastre.gandi.FakeGandi.Reply;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {
    private static final Pattern QUERY = Pattern.compile("[?&]page=(\\d+)&per_page=(\\d+)$");

    /// What a list of `total` items answers with pages of at most `granted` items.
    private static Reply page(String target, int total, int granted) {
        Matcher query = QUERY.matcher(target);
        assertThat(query.find()).as(target).isTrue();
        int size = Math.min(granted, Integer.parseInt(query.group(2)));
        int start = (Integer.parseInt(query.group(1)) - 1) * size;
        return items(start, Math.min(total, start + size));
    }

    private static Reply items(int from, int to) {
        return Reply.json(
                200,
                IntStream.range(from, to)
                        .mapToObj(i -> "{\"fqdn\":\"d" + i + ".example\"}")
                        .collect(Collectors.joining(",", "[", "]")));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 500, 1",
        "1, 500, 1",
        "499, 500, 1",
        "500, 500, 1",
        "501, 500, 2",
        "1000, 500, 2",
        "100, 100, 1",
        "101, 100, 2",
        "250, 100, 3",
        "64, 50, 2"
    })
    void theTotalSaysWhenAllAreThere(int total, int granted, int requests) throws Exception {
        try (FakeGandi fake =
                new FakeGandi(target -> page(target, total, granted).with("Total-Count", total))) {
            List<Name> zones = fake.gandi().liveDns().zones();
            assertThat(zones).hasSize(total);
            assertThat(fake.asked()).hasSize(requests);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 500, 1", "49, 500, 1", "60, 500, 2", "500, 500, 2", "501, 500, 2", "250, 100, 3", "64, 50, 2"})
    void withoutATotalAShortPageEndsTheList(int total, int granted, int requests) throws Exception {
        try (FakeGandi fake = new FakeGandi(target -> page(target, total, granted))) {
            assertThat(fake.gandi().liveDns().zones()).hasSize(total);
            assertThat(fake.asked()).hasSize(requests);
        }
    }

    @Test
    void aLinkToTheNextPageMeansThatThereIsMore() throws Exception {
        try (FakeGandi fake = new FakeGandi(target -> {
            int page = target.contains("page=1&") ? 1 : target.contains("page=2&") ? 2 : 3;
            Reply reply = items(page * 10, page * 10 + 3);
            return page == 3
                    ? reply
                    : reply.with("Link", "<https://x/?page=2>; rel=\"next\", <https://x/?page=3>; rel=\"last\"");
        })) {
            assertThat(fake.gandi().liveDns().zones()).hasSize(9);
        }
    }

    @Test
    void theOrganizationIsSaidOnceOnEveryPage() throws Exception {
        try (FakeGandi fake = new FakeGandi(target -> page(target, 1200, 500).with("Total-Count", 1200))) {
            String id = "00000000-0000-4000-8000-000000000001";
            assertThat(fake.gandi("sharing_id", id).liveDns().zones()).hasSize(1200);
            assertThat(fake.asked())
                    .containsExactly(
                            "GET /v5/livedns/domains?sharing_id=" + id + "&page=1&per_page=500",
                            "GET /v5/livedns/domains?sharing_id=" + id + "&page=2&per_page=500",
                            "GET /v5/livedns/domains?sharing_id=" + id + "&page=3&per_page=500");
        }
    }

    private static ProviderException inconsistent(IntUnaryOperator totals, int granted, int real) throws Exception {
        try (FakeGandi fake = new FakeGandi(target -> {
            Matcher query = QUERY.matcher(target);
            assertThat(query.find()).isTrue();
            int page = Integer.parseInt(query.group(1));
            return page(target, real, granted).with("Total-Count", totals.applyAsInt(page));
        })) {
            Gandi gandi = fake.gandi();
            return catchThrowableOfType(
                    ProviderException.class, () -> gandi.liveDns().zones());
        }
    }

    @Test
    void fewerItemsThanTheTotalIsAFailureAndNotAShorterList() throws Exception {
        ProviderException e = inconsistent(_ -> 300, 100, 250);
        assertThat(e.reason()).isEqualTo(new Reason.InconsistentPages(300, 250));
        assertThat(e.advice()).isPresent();
        assertThat(inconsistent(_ -> 7, 500, 0).reason()).isEqualTo(new Reason.InconsistentPages(7, 0));
    }

    @Test
    void moreItemsThanTheTotalIsAFailure() throws Exception {
        assertThat(inconsistent(_ -> 2, 500, 3).reason()).isEqualTo(new Reason.InconsistentPages(2, 3));
    }

    @Test
    void aTotalThatChangesBetweenPagesIsFollowed() throws Exception {
        // One domain was added at the end while the list was read: all are there.
        try (FakeGandi fake = new FakeGandi(target -> {
            int total = target.contains("page=1&") ? 150 : 151;
            return page(target, total, 100).with("Total-Count", total);
        })) {
            assertThat(fake.gandi().liveDns().zones()).hasSize(151);
        }
    }

    @Test
    void aPageThatMovedUnderTheCursorIsAFailure() throws Exception {
        // One domain was added at the front: the last of page 1 is the first of page 2 again.
        try (FakeGandi fake = new FakeGandi(target -> target.contains("page=1&")
                ? items(0, 100).with("Total-Count", 151)
                : items(99, 151).with("Total-Count", 152))) {
            Gandi gandi = fake.gandi();
            ProviderException e = catchThrowableOfType(
                    ProviderException.class, () -> gandi.liveDns().zones());
            assertThat(e.reason()).isInstanceOf(Reason.InconsistentPages.class);
        }
    }

    @Test
    void aServerThatIgnoresThePageIsNotAskedForEver() throws Exception {
        try (FakeGandi fake = new FakeGandi(_ -> items(0, 100).with("Total-Count", 300))) {
            Gandi gandi = fake.gandi();
            ProviderException e = catchThrowableOfType(
                    ProviderException.class, () -> gandi.liveDns().zones());
            assertThat(e.reason()).isInstanceOf(Reason.InconsistentPages.class);
            assertThat(fake.asked()).hasSize(2);
        }
    }
}
