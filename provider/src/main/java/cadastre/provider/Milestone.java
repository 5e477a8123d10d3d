package cadastre.provider;

/// The dates in the life of a registration.
public enum Milestone {
    /// The registrar took it on.
    CREATED,
    /// It was registered, at whatever registrar: `registrationDate`.
    REGISTERED,
    /// It ends unless it is renewed: `expiryDate`.
    ENDS,
    /// It was changed last.
    UPDATED,
    /// It may be renewed from then on.
    RENEWABLE,
    /// Its code for a transfer ends.
    AUTHINFO_ENDS,
    /// It stops answering.
    HOLD_BEGINS,
    /// The time in which it only does not answer ends.
    HOLD_ENDS,
    /// The registrar gives it up.
    DELETES,
    /// It can no longer be restored.
    RESTORE_ENDS,
    /// The registry gives it up: anybody may register it.
    PENDING_DELETE_ENDS
}
