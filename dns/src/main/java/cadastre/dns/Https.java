package cadastre.dns;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// Where and how the web site of the owner name is to be reached.
///
/// @rfc 9460 section 9
/// @param priority 0 to 65535; the lowest is tried first, and 0 makes the owner name an alias of the target
/// @param target   a host name; the root stands for the owner name
/// @param params   by key, each key once; may be empty
public record Https(int priority, Name target, List<SvcParam> params) implements Rdata {
    /// @throws IllegalArgumentException if the priority is out of its range, a key stands twice, or a
    /// mandatory one is missing
    public Https {
        Shapes.requireU16(priority, "priority");
        requireNonNull(target, "target is null");
        params = SvcParam.require(params);
    }
}
