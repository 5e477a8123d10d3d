package cadastre.provider;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// Who serves the zone of a registration.
///
/// @param servedBy    whose name servers those are
/// @param nameServers without final dots
/// @param signable    whether the registrar can sign the zone and tell the registry its keys
public record Attachment(ServedBy servedBy, List<String> nameServers, boolean signable) {
    /// The list is copied.
    public Attachment {
        requireNonNull(servedBy, "servedBy is null");
        nameServers = List.copyOf(nameServers);
    }
}
