package cadastre.emulator;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times in portfolio files: `2027-03-12T12:02:11Z`, `2027-03-12` (its beginning in UTC), or relative to the
/// moment when the emulator starts: `now`, `+6d`, `-1y`.
final class When {
    static final String ADVICE =
            "write a time as 2027-03-12T12:02:11Z or 2027-03-12, or relative to the start as +6d, -1y"
                    + " (units s, min, h, d, w, mo, y)";

    private static final Pattern RELATIVE = Pattern.compile("([+-])(\\d{1,6})(s|min|h|d|w|mo|y)");

    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "s", ChronoUnit.SECONDS,
            "min", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS,
            "w", ChronoUnit.WEEKS,
            "mo", ChronoUnit.MONTHS,
            "y", ChronoUnit.YEARS);

    private When() {}

    /// {@return the time that `text` writes, or nothing if it writes none}
    static Optional<Instant> parse(String text, Instant start) {
        if (text.equals("now")) {
            return Optional.of(start);
        }
        Matcher relative = RELATIVE.matcher(text);
        try {
            if (relative.matches()) {
                ChronoUnit unit = UNITS.getOrDefault(relative.group(3), ChronoUnit.DAYS);
                long amount = Long.parseLong(relative.group(1) + relative.group(2));
                return Optional.of(ZonedDateTime.ofInstant(start, ZoneOffset.UTC)
                        .plus(amount, unit)
                        .toInstant());
            }
            return Optional.of(
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
