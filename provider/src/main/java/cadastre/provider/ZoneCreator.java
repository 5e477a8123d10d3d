package cadastre.provider;

import cadastre.dns.Name;

/// A provider that makes zones that are not there yet.
public interface ZoneCreator {
    /// Makes an empty zone. It is no error if it exists.
    void createZone(Name apex) throws ProviderException;
}
