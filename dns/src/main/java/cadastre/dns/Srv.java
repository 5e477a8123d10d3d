package cadastre.dns;

import static java.util.Objects.requireNonNull;

/// Where the service that the owner name says (`_sip._tcp`) is to be found.
///
/// @rfc 2782
/// @param priority 0 to 65535; the lowest is tried first
/// @param weight   0 to 65535; the share among equal priorities
/// @param port     0 to 65535
/// @param target   a host name, never the owner of a CNAME; the root says that there is no such service
public record Srv(int priority, int weight, int port, Name target) implements Rdata {
    /// @throws IllegalArgumentException if a number is out of its range
    public Srv {
        Shapes.requireU16(priority, "priority");
        Shapes.requireU16(weight, "weight");
        Shapes.requireU16(port, "port");
        requireNonNull(target, "target is null");
    }
}
