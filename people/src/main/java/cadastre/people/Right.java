package cadastre.people;

/// Something that may be done in a workspace, and the least role that may do it: the whole table.
public enum Right {
    /// See domains, records, integrations without their credentials, plans and history.
    LOOK(Role.VIEWER),
    /// Have the provider asked anew, which uses the request budget.
    SYNC(Role.EDITOR),
    /// Draft changes and make plans of them, also to undo.
    PROPOSE(Role.EDITOR),
    /// Approve a plan, and with that have it applied.
    APPROVE(Role.APPROVER),
    /// Add and remove integrations, change their settings and credentials.
    CONNECT(Role.OWNER),
    /// Invite members, change their roles, and remove them.
    INVITE(Role.OWNER),
    /// Read the audit log.
    AUDIT(Role.OWNER),
    /// Rename the workspace and change its settings.
    ADMINISTER(Role.OWNER);

    private final Role least;

    Right(Role least) {
        this.least = least;
    }

    Role least() {
        return least;
    }
}
