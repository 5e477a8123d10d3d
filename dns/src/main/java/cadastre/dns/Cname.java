package cadastre.dns;

import static java.util.Objects.requireNonNull;

/// The name of which the owner name is an alias.
///
/// @rfc 1035 section 3.3.1
/// @param target a host name
public record Cname(Name target) implements Rdata {
    /// Its name may not be null.
    public Cname {
        requireNonNull(target, "target is null");
    }
}
