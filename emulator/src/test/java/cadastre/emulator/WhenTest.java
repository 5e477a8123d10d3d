package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhenTest {
    private static final Instant START = Instant.parse("2028-02-29T12:00:00Z");

    @Test
    void timesAreAbsoluteOrRelativeToTheStart() {
        assertThat(When.parse("now", START)).hasValue(START);
        assertThat(When.parse("+6d", START)).hasValue(Instant.parse("2028-03-06T12:00:00Z"));
        assertThat(When.parse("-1y", START)).hasValue(Instant.parse("2027-02-28T12:00:00Z"));
        assertThat(When.parse("+90s", START)).hasValue(Instant.parse("2028-02-29T12:01:30Z"));
        assertThat(When.parse("+2min", START)).hasValue(Instant.parse("2028-02-29T12:02:00Z"));
        assertThat(When.parse("-3h", START)).hasValue(Instant.parse("2028-02-29T09:00:00Z"));
        assertThat(When.parse("+1w", START)).hasValue(Instant.parse("2028-03-07T12:00:00Z"));
        assertThat(When.parse("+1mo", START)).hasValue(Instant.parse("2028-03-29T12:00:00Z"));
        assertThat(When.parse("2027-03-12T12:02:11Z", START)).hasValue(Instant.parse("2027-03-12T12:02:11Z"));
        assertThat(When.parse("2027-03-12", START)).hasValue(Instant.parse("2027-03-12T00:00:00Z"));
    }

    @Test
    void whatIsNoTimeIsNone() {
        for (String text : List.of("", "6d", "+6", "+6x", "tomorrow", "2027-13-01", "2027-03-12 12:00", "+1234567d")) {
            assertThat(When.parse(text, START)).as(text).isEmpty();
        }
    }
}
