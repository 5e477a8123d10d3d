package cadastre.desk;

import cadastre.people.Right;

/// Somebody asked for what their role does not allow. The doors do not offer it; who asks nevertheless gets this.
public final class NotAllowedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Right right;

    NotAllowedException(Right right) {
        super("this needs the right " + right);
        this.right = right;
    }

    /// {@return what the person may not}
    public Right right() {
        return right;
    }
}
