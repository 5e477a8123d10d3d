package cadastre.people;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/// The name of a session, by which its owner may end it; it lets nobody in.
///
/// @param value never null
public record SessionId(UUID value) {
    /// Not null.
    public SessionId {
        requireNonNull(value, "value is null");
    }

    /// {@return one that nothing has}
    public static SessionId fresh(SecureRandom chance) {
        return new SessionId(Uuids.fresh(chance));
    }

    /// {@return what [#toString] wrote; empty for any other text}
    public static Optional<SessionId> parse(String text) {
        return Uuids.parse(text).map(SessionId::new);
    }

    /// {@return 36 characters}
    @Override
    public String toString() {
        return value.toString();
    }
}
