package cadastre.provider;

import cadastre.dns.Name;
import java.util.List;

/// A registrar that also serves zones, and can make a registration refer to its own name servers.
/// Implementations are thread-safe.
public interface LiveDnsAttachment {
    /// {@return who serves the name now}
    ///
    /// @throws ProviderException with [Reason.NotFound] if the name is not held there
    Attachment attachment(Name name) throws ProviderException;

    /// {@return the registrar's own name servers that would serve the name, without final dots}
    ///
    /// Any name has some, registered or not.
    List<String> ownNameServers(Name name) throws ProviderException;

    /// Asks for a delegation to the registrar's own name servers. The registry takes it up when it likes; then
    /// a zone appears.
    ///
    /// @throws ProviderException with [Reason.NotFound] if the name is not held there
    void attach(Name name) throws ProviderException;
}
