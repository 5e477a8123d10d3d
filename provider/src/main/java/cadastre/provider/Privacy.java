package cadastre.provider;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// What a registrar tells about the hiding of a registrant's data.
///
/// @param hidesAddress whether name and address are replaced, if it is said
/// @param hidesMail    whether the mail address is, if it is said
public record Privacy(Optional<Boolean> hidesAddress, Optional<Boolean> hidesMail) {
    /// Nothing is told.
    public static final Privacy UNTOLD = new Privacy(Optional.empty(), Optional.empty());

    /// Neither may be null.
    public Privacy {
        requireNonNull(hidesAddress, "hidesAddress is null");
        requireNonNull(hidesMail, "hidesMail is null");
    }
}
