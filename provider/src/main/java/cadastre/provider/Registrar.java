package cadastre.provider;

import cadastre.dns.Name;
import java.util.List;

/// One who holds registrations. Implementations are thread-safe.
public interface Registrar {
    /// {@return the name servers of the registration, in the registrar's order and spelling, without final
    /// dots}
    ///
    /// @throws ProviderException with [Reason.NotFound] if the name is not held there
    List<String> nameServers(Name name) throws ProviderException;

    /// Asks for another delegation. The registry takes it up when it likes.
    ///
    /// @param nameServers all of them, at least one
    void delegate(Name name, List<String> nameServers) throws ProviderException;
}
