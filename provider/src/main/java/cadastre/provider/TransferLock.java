package cadastre.provider;

import cadastre.dns.Name;

/// A registrar that locks registrations against a transfer to another. Implementations are thread-safe.
public interface TransferLock {
    /// Asks for the registration to be locked, or no longer. The registry takes it up when it likes.
    ///
    /// @throws ProviderException with [Reason.NotFound] if the name is not held there, with [Reason.Refused] if
    /// the registry does not lock such names
    void lockTransfer(Name name, boolean wished) throws ProviderException;
}
