package cadastre.dns;

import static java.util.Objects.requireNonNull;

/// Another name the owner name points to, as addresses do in `in-addr.arpa` and `ip6.arpa`.
///
/// @rfc 1035 section 3.3.12
/// @param target a host name
public record Ptr(Name target) implements Rdata {
    /// Its name may not be null.
    public Ptr {
        requireNonNull(target, "target is null");
    }
}
