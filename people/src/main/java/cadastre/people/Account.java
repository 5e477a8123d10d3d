package cadastre.people;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// A person. An account may be a member of any number of workspaces.
///
/// @param id       stays
/// @param name     what is typed to sign in; no two accounts have the same
/// @param password what the password is checked with
/// @param created  when
public record Account(AccountId id, SignInName name, PasswordHash password, Instant created) {
    /// None may be null.
    public Account {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(password, "password is null");
        requireNonNull(created, "created is null");
    }

    /// {@return the same with another password}
    public Account withPassword(PasswordHash other) {
        return new Account(id, name, other, created);
    }
}
