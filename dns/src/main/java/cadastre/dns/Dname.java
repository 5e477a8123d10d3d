package cadastre.dns;

import static java.util.Objects.requireNonNull;

/// The name below which all names below the owner name are to be found.
///
/// @rfc 6672 section 2.1
/// @param target a name
public record Dname(Name target) implements Rdata {
    /// The target may not be null.
    public Dname {
        requireNonNull(target, "target is null");
    }
}
