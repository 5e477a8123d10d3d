package cadastre.people;

import java.util.List;
import java.util.Optional;

/// Where workspaces and memberships are kept. Each lookup takes the account or the workspace it is asked for: a
/// workspace of others and one that is not there are the same answer. Implementations are safe for use by several
/// threads.
public interface Workspaces {
    /// {@return the workspaces that the account is a member of, oldest first}
    List<Workspace> of(AccountId account);

    /// {@return the workspace, if it is there and the account is a member of it}
    Optional<Workspace> find(WorkspaceId workspace, AccountId account);

    /// {@return what the account is in the workspace, if the workspace is there and the account a member of it}
    Optional<Membership> membership(WorkspaceId workspace, AccountId account);

    /// {@return the members, by name}
    List<Member> members(WorkspaceId workspace);

    /// Renames a workspace.
    ///
    /// @param name as [Workspace] has it
    /// @return whether it is there
    boolean rename(WorkspaceId workspace, String name);

    /// Makes an account that is there already a member.
    ///
    /// @return whether it was none yet; otherwise it stays what it is
    boolean join(Membership membership);

    /// Gives a member another role. A workspace never loses its last owner.
    Change changeRole(WorkspaceId workspace, AccountId member, Role role);

    /// Ends a membership. A workspace never loses its last owner.
    Change remove(WorkspaceId workspace, AccountId member);

    /// What came of a change of a membership.
    enum Change {
        /// It is so now.
        DONE,
        /// The workspace has no such member.
        NOT_THERE,
        /// It would have left the workspace without an owner; nothing was changed.
        LAST_OWNER
    }
}
