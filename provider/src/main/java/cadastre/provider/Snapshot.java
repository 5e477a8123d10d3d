package cadastre.provider;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// A state of a zone that the provider keeps.
///
/// @param id        how the provider calls it
/// @param name      as people call it
/// @param takenAt   when it was taken
/// @param automatic whether the provider took it by itself
public record Snapshot(String id, String name, Instant takenAt, boolean automatic) {
    /// None may be null.
    public Snapshot {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(takenAt, "takenAt is null");
    }
}
