package cadastre.register;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.provider.ListPage;
import cadastre.provider.ListedRegistration;
import cadastre.provider.ServedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WalkTest {
    private static ListPage page(int items, OptionalInt total) {
        List<ListedRegistration> all = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            all.add(new ListedRegistration(
                    Name.of("d" + i + ".example"),
                    ServedBy.CUSTOM,
                    List.of(),
                    true,
                    List.of(),
                    List.of(),
                    Map.of(),
                    "",
                    "",
                    ""));
        }
        return new ListPage(all, total, false);
    }

    @Test
    void pagesThatAddUpMakeOneList() {
        Walk walk = Walk.START.turned(page(3, OptionalInt.of(5)));
        assertThat(walk.pagesLeft()).isEqualTo(OptionalInt.of(1));
        assertThat(walk.turned(page(2, OptionalInt.of(5))).isWhole()).isTrue();
        assertThat(walk.turned(page(2, OptionalInt.of(5))).pagesLeft()).isEqualTo(OptionalInt.of(0));
        assertThat(walk.turned(page(1, OptionalInt.of(5))).isWhole()).isFalse();
        assertThat(walk.turned(page(1, OptionalInt.of(4))).isWhole())
                .as("the totals contradict each other")
                .isFalse();
    }

    @Test
    void withoutATotalAnyPagesDo() {
        Walk walk = Walk.START.turned(page(3, OptionalInt.empty()));
        assertThat(walk.isWhole()).isTrue();
        assertThat(walk.pagesLeft()).isEmpty();
    }

    @Test
    void theNextWalkBeginsAnew() {
        Walk again = Walk.START.turned(page(3, OptionalInt.of(5))).again();
        assertThat(again).isEqualTo(new Walk(2, 1, 0, OptionalInt.empty(), false, 3));
    }
}
