package cadastre.provider;

import cadastre.dns.Name;

/// A registrar that renews registrations by itself where its holder wishes. Implementations are thread-safe.
public interface AutoRenewal {
    /// Says whether the registrar shall renew the registration by itself. How long, and who pays, stays.
    ///
    /// @throws ProviderException with [Reason.NotFound] if the name is not held there
    void renewByItself(Name name, boolean wished) throws ProviderException;
}
