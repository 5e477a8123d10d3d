package cadastre.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How times and amounts are said. Pure; times are UTC, a script puts them into the viewer's zone.
final class Say {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Say() {}

    /// {@return the day of an instant}
    static String date(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }

    /// {@return the minute of an instant}
    static String time(Instant at) {
        return TIME.format(at.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    /// {@return how long ago, roughly}
    static String ago(Instant at, Instant now) {
        Duration since = Duration.between(at, now);
        if (since.toSeconds() < 45) {
            return "just now";
        }
        if (since.toMinutes() < 60) {
            return Math.max(1, since.toMinutes()) + " min ago";
        }
        if (since.toHours() < 48) {
            return since.toHours() + " h ago";
        }
        return since.toDays() + " d ago";
    }

    /// {@return whole days until an instant; negative after it}
    static long days(Instant until, Instant now) {
        return Math.floorDiv(Duration.between(now, until).toSeconds(), 86_400L);
    }

    /// {@return a length of time, roughly}
    static String about(Duration duration) {
        long seconds = Math.max(1, (duration.toMillis() + 999) / 1000);
        if (seconds < 90) {
            return "about " + seconds + " s";
        }
        long minutes = (seconds + 30) / 60;
        return minutes < 90 ? "about " + minutes + " min" : "about " + (minutes + 30) / 60 + " h";
    }

    /// {@return a short length of time with a tenth}
    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    /// {@return a number and its word in the right form}
    static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d", number) + " " + (number == 1 ? one : many);
    }
}
