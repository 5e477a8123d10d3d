package cadastre.provider;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import java.util.List;

/// One who holds zones and serves them. Implementations are thread-safe.
///
/// Every method asks the provider anew; whatever it does not answer, or does not carry out, is a
/// [ProviderException]. A failed read is never an empty zone.
public interface DnsProvider {
    /// {@return the apexes of the zones the credential sees, in the provider's order; perhaps empty}
    List<Name> zones() throws ProviderException;

    /// {@return what the zone holds now}
    ///
    /// @throws ProviderException with [Reason.NotFound] if there is no such zone
    Reading read(Name apex) throws ProviderException;

    /// {@return the names of the servers that serve the zone, as the provider spells them, perhaps without a
    /// final dot}
    List<String> nameServers(Name apex) throws ProviderException;

    /// Makes an RRset as given, whether it exists or not.
    ///
    /// @param rrset its owner name spelled as it is stored, if it exists
    void put(Name apex, RRset rrset) throws ProviderException;

    /// Takes an RRset away. It is no error if it does not exist.
    ///
    /// @param key its owner name spelled as it is stored
    void remove(Name apex, RRset.Key key) throws ProviderException;

    /// Makes everything at a name as given, at once: types that are not given go.
    ///
    /// @param owner  spelled as it is stored, if it exists
    /// @param rrsets at least one, all at `owner`
    void replaceName(Name apex, Name owner, List<RRset> rrsets) throws ProviderException;

    /// {@return whether the zone is signed: a key of it is in use at the provider, or known to the registry}
    boolean isSigned(Name apex) throws ProviderException;
}
