package cadastre.dns;

import static java.util.Objects.requireNonNull;

/// One resource record of class IN.
///
/// @rfc 1035 section 3.2.1
/// @param owner the owner name
/// @param ttl   its own, which may differ within an RRset as some sources write it
/// @param rdata its data, which knows its type
public record ResourceRecord(Name owner, Ttl ttl, Rdata rdata) {
    /// None may be null.
    public ResourceRecord {
        requireNonNull(owner, "owner is null");
        requireNonNull(ttl, "ttl is null");
        requireNonNull(rdata, "rdata is null");
    }

    /// {@return the type of its RDATA}
    public RdataType type() {
        return rdata.type();
    }
}
