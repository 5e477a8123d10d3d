package cadastre.register;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.provider.ServedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void allWordsMustBeTrue() {
        Query query = Query.parse("  shop expires<30d auto_renew:OFF ns:custom org:\"Northquay GmbH\" tag:prod ", NOW);

        assertThat(query)
                .isEqualTo(new Query.Understood(new HoldingFilter(
                        false,
                        List.of(
                                new HoldingFilter.Condition.Named("shop"),
                                new HoldingFilter.Condition.EndsBefore(NOW.plus(Duration.ofDays(30))),
                                new HoldingFilter.Condition.AutoRenewed(false),
                                new HoldingFilter.Condition.Served(ServedBy.CUSTOM),
                                new HoldingFilter.Condition.HeldBy("Northquay GmbH"),
                                new HoldingFilter.Condition.Tagged("prod")))));
    }

    @Test
    void nothingTypedIsEverythingNotArchived() {
        assertThat(Query.parse("", NOW)).isEqualTo(new Query.Understood(HoldingFilter.ALL));
        assertThat(Query.parse("is:archived", NOW)).isEqualTo(new Query.Understood(HoldingFilter.ARCHIVED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    expires<soon         | 1  | expires< takes a number of days
                    shop auto_renew:yes  | 6  | auto_renew: takes on or off
                    ns:mine              | 1  | ns: takes livedns
                    a b color:red        | 5  | “color” is not known
                    is:lost              | 1  | is: takes unread
                    """)
    void aWordThatIsNotUnderstoodIsNamedWithItsPlace(String text, int column, String message) {
        assertThat(Query.parse(text, NOW)).isInstanceOfSatisfying(Query.Wrong.class, wrong -> {
            assertThat(wrong.column()).isEqualTo(column);
            assertThat(wrong.message()).startsWith(message);
        });
    }
}
