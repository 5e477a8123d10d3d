package cadastre.server;

import cadastre.people.AccountId;
import cadastre.people.WorkspaceId;

/// Somebody who owns a workspace, and an estate at Gandi that nobody else has.
///
/// @param name      to sign in
/// @param workspace theirs alone
/// @param account   theirs
/// @param estate    at Gandi
record Seat(String name, WorkspaceId workspace, AccountId account, Estate estate) {
    /// Of everybody here.
    static final String PASSWORD = "a meadow behind the mill";
}
