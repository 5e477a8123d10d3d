package cadastre.desk;

import static java.util.Objects.requireNonNull;

import cadastre.people.AccountId;
import cadastre.people.Door;
import cadastre.people.Membership;
import cadastre.people.Right;

/// Somebody at the desk of a workspace.
///
/// @param account    whose it is
/// @param name       as people read it
/// @param membership what the account is in the workspace
/// @param door       by which way
public record Person(AccountId account, String name, Membership membership, Door door) {
    /// None may be null.
    public Person {
        requireNonNull(account, "account is null");
        requireNonNull(name, "name is null");
        requireNonNull(membership, "membership is null");
        requireNonNull(door, "door is null");
    }

    /// @throws NotAllowedException if the person has not that right
    void require(Right right) {
        if (!membership.may(right)) {
            throw new NotAllowedException(right);
        }
    }

    /// {@return whether the person has that right}
    public boolean may(Right right) {
        return membership.may(right);
    }
}
