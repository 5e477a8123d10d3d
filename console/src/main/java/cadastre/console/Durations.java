package cadastre.console;

import java.time.Duration;

/// How templates say lengths of time.
public final class Durations {
    private Durations() {}

    /// {@return seconds with a tenth}
    public static String seconds(Duration duration) {
        return Say.seconds(duration);
    }
}
