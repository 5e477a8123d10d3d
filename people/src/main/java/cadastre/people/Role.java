package cadastre.people;

/// What a member of a workspace is to it. [Right] says what each may do. Each may do what those after it may.
public enum Role {
    /// Runs the workspace.
    OWNER,
    /// Decides which changes happen.
    APPROVER,
    /// Prepares changes.
    EDITOR,
    /// Looks.
    VIEWER;

    /// {@return whether this role has that right}
    public boolean may(Right right) {
        return compareTo(right.least()) <= 0;
    }
}
