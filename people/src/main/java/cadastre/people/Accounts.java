package cadastre.people;

import java.util.Optional;

/// Where accounts are kept. An account is looked up by who it is, or by the name it signs in with, never by
/// guessing inside somebody's workspace: for that see [Workspaces]. Implementations are safe for use by several
/// threads.
public interface Accounts {
    /// {@return whether there is no account at all}
    boolean isEmpty();

    /// Keeps the first account as the owner of the first workspace, all or nothing, if there is no account yet.
    ///
    /// @return whether there was none; once true, never again
    boolean found(Workspace workspace, Account owner);

    /// Keeps another account as a member of a workspace, all or nothing.
    ///
    /// @return whether its sign-in name was free; otherwise nothing is kept
    /// @throws IllegalArgumentException if the membership is of another account
    boolean add(Account account, Membership membership);

    /// {@return the account with that name: for signing in, when nobody is anybody yet}
    Optional<Account> forSignIn(SignInName name);

    /// {@return the account of whoever has signed in}
    Optional<Account> find(AccountId id);

    /// Keeps another password.
    ///
    /// @return whether the password was still `before`; otherwise it stays as it is
    boolean replacePassword(AccountId id, PasswordHash before, PasswordHash after);
}
