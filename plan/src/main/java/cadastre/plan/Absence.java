package cadastre.plan;

import static java.util.Objects.requireNonNull;

import cadastre.dns.RRset;
import cadastre.dns.Rdata;

/// A record that shall not be there, also where undeclared ones stay.
///
/// @param key   its owner name and type
/// @param rdata its RDATA, compared without regard to what has no meaning, such as the case of a host's name
public record Absence(RRset.Key key, Rdata rdata) {
    /// Nothing is null.
    public Absence {
        requireNonNull(key, "key is null");
        requireNonNull(rdata, "rdata is null");
    }
}
