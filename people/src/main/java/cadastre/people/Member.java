package cadastre.people;

import static java.util.Objects.requireNonNull;

/// A member as others in the workspace see it.
///
/// @param name       what the member types to sign in
/// @param membership since when and as what
public record Member(SignInName name, Membership membership) {
    /// None may be null.
    public Member {
        requireNonNull(name, "name is null");
        requireNonNull(membership, "membership is null");
    }
}
