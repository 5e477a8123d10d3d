package cadastre.people;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/// The name of a workspace.
///
/// @param value never null
public record WorkspaceId(UUID value) {
    /// Not null.
    public WorkspaceId {
        requireNonNull(value, "value is null");
    }

    /// {@return one that nothing has}
    public static WorkspaceId fresh(SecureRandom chance) {
        return new WorkspaceId(Uuids.fresh(chance));
    }

    /// {@return what [#toString] wrote; empty for any other text}
    public static Optional<WorkspaceId> parse(String text) {
        return Uuids.parse(text).map(WorkspaceId::new);
    }

    /// {@return 36 characters}
    @Override
    public String toString() {
        return value.toString();
    }
}
