package cadastre.people;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/// The name of an account.
///
/// @param value never null
public record AccountId(UUID value) {
    /// Not null.
    public AccountId {
        requireNonNull(value, "value is null");
    }

    /// {@return one that nothing has}
    public static AccountId fresh(SecureRandom chance) {
        return new AccountId(Uuids.fresh(chance));
    }

    /// {@return what [#toString] wrote; empty for any other text}
    public static Optional<AccountId> parse(String text) {
        return Uuids.parse(text).map(AccountId::new);
    }

    /// {@return 36 characters}
    @Override
    public String toString() {
        return value.toString();
    }
}
