package cadastre.script;

import java.time.Duration;

/// How much a task may use. Depth is limited too, by the engine.
///
/// @param time wall-clock time; positive
/// @param heapMegabytes memory for the script's objects; positive
public record Limits(Duration time, int heapMegabytes) {
    /// A minute and two gigabytes.
    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(60), 2048);

    /// @throws IllegalArgumentException if a limit is not positive
    public Limits {
        if (!time.isPositive() || heapMegabytes <= 0) {
            throw new IllegalArgumentException("not limits: " + time + ", " + heapMegabytes + " MB");
        }
    }
}
