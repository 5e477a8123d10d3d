package cadastre.provider;

import cadastre.dns.Name;
import java.util.List;
import java.util.Optional;

/// Everything a registrar tells about what a credential reaches. Only reads. Implementations are thread-safe.
///
/// Every method asks anew; what is not answered is a [ProviderException], never an empty list.
public interface Portfolio {
    /// {@return what the credential says about itself; empty for a kind of credential that says nothing}
    ///
    /// @throws ProviderException with [Reason.Unauthorized] if it is not, or no longer, a credential
    Optional<Introspection> introspect() throws ProviderException;

    /// {@return the organizations that the credential sees}
    List<Organization> organizations() throws ProviderException;

    /// {@return one page of the list of registrations, by name}
    ///
    /// @param number from 1
    ListPage list(int number) throws ProviderException;

    /// {@return all that is told about one registration}
    ///
    /// @throws ProviderException with [Reason.NotFound] if it is not held there, or out of the credential's reach
    RegistrationDetail detail(Name name) throws ProviderException;
}
