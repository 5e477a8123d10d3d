package cadastre.dns;

import static java.util.Objects.requireNonNull;

/// A name server that is authoritative for the owner name.
///
/// @rfc 1035 section 3.3.11
/// @param nameServer a host name
public record Ns(Name nameServer) implements Rdata {
    /// Its name may not be null.
    public Ns {
        requireNonNull(nameServer, "nameServer is null");
    }
}
