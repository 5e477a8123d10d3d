package cadastre.people;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// That an account belongs to a workspace.
///
/// @param workspace the workspace
/// @param account   the account
/// @param role      what it is there
/// @param since     when it joined
public record Membership(WorkspaceId workspace, AccountId account, Role role, Instant since) {
    /// None may be null.
    public Membership {
        requireNonNull(workspace, "workspace is null");
        requireNonNull(account, "account is null");
        requireNonNull(role, "role is null");
        requireNonNull(since, "since is null");
    }

    /// {@return whether the member may do that in the workspace}
    public boolean may(Right right) {
        return role.may(right);
    }
}
