package cadastre.registration;

import cadastre.dns.Name;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The name servers to which a parent zone refers for a name.
///
/// Two delegations are equal if they name the same servers, in whatever order, case or number: that is what the
/// DNS sees. The order is kept because people recognise their list by it.
///
/// @rfc 1034 section 4.2.1
/// @param nameServers as the registrar lists them; empty if there are none
public record Delegation(List<Name> nameServers) {
    /// The list is copied.
    public Delegation {
        nameServers = List.copyOf(nameServers);
    }

    /// {@return the name servers as the DNS sees them: each once, no order}
    public Set<Name> asSet() {
        return Set.copyOf(new HashSet<>(nameServers));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Delegation that && asSet().equals(that.asSet());
    }

    @Override
    public int hashCode() {
        return asSet().hashCode();
    }
}
