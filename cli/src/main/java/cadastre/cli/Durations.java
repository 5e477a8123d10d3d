package cadastre.cli;

import java.time.Duration;

/// How long something takes, in words.
final class Durations {
    private Durations() {}

    /// {@return such as `45 seconds`, `3 minutes`, `2 hours 5 minutes`; rounded up}
    static String words(Duration duration) {
        long seconds = duration.plusNanos(999_999_999).toSeconds();
        if (seconds <= 90) {
            return count(seconds, "second");
        }
        long minutes = (seconds + 59) / 60;
        if (minutes < 60) {
            return count(minutes, "minute");
        }
        return count(minutes / 60, "hour") + (minutes % 60 == 0 ? "" : " " + count(minutes % 60, "minute"));
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
