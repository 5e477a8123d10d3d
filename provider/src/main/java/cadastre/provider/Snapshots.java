package cadastre.provider;

import cadastre.dns.Name;
import cadastre.dns.Zone;
import java.util.List;

/// The snapshots of zones that a provider keeps. Implementations are thread-safe.
///
/// There is no call that restores one: to roll back is to plan with the snapshot's zone as what is desired.
public interface Snapshots {
    /// {@return the snapshots of a zone, the newest first; perhaps none}
    List<Snapshot> snapshots(Name apex) throws ProviderException;

    /// {@return the zone as the snapshot holds it}
    ///
    /// @throws ProviderException with [Reason.NotFound] and [Reason.Missing#SNAPSHOT] if there is no such
    /// snapshot
    Zone snapshot(Name apex, String id) throws ProviderException;

    /// Takes one.
    ///
    /// @param name as people shall call it
    /// @return how the provider calls it
    String takeSnapshot(Name apex, String name) throws ProviderException;

    /// Gives one another name.
    ///
    /// @throws ProviderException with [Reason.NotFound] and [Reason.Missing#SNAPSHOT] if there is no such
    /// snapshot
    void renameSnapshot(Name apex, String id, String name) throws ProviderException;

    /// Deletes one. It is no error if it does not exist.
    void deleteSnapshot(Name apex, String id) throws ProviderException;
}
