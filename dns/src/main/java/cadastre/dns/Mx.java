package cadastre.dns;

import static java.util.Objects.requireNonNull;

/// A mail exchange for the owner name.
///
/// @rfc 1035 section 3.3.9
/// @param preference 0 to 65535; the lowest is tried first
/// @param exchange   a host name, never the owner of a CNAME (RFC 2181 section 10.3); the root says that the
///                   owner name takes no mail (RFC 7505)
public record Mx(int preference, Name exchange) implements Rdata {
    /// @throws IllegalArgumentException if `preference` is out of its range
    public Mx {
        Shapes.requireU16(preference, "preference");
        requireNonNull(exchange, "exchange is null");
    }
}
