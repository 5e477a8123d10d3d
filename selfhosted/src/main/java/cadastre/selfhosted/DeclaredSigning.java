package cadastre.selfhosted;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.provider.DnsProvider;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import java.util.ArrayList;
import java.util.List;

/// A provider that cannot be told to sign a zone, but sees whether the server does.
///
/// @param provider who holds the zone
/// @param declared whether it is to be signed
record DeclaredSigning(DnsProvider provider, boolean declared) implements DnsProvider {
    @Override
    public Reading read(Name apex) throws ProviderException {
        Reading reading = provider.read(apex);
        if (provider.isSigned(apex) == declared) {
            return reading;
        }
        List<String> warnings = new ArrayList<>(reading.warnings());
        warnings.add(
                declared
                        ? "AUTODNSSEC is enabled, but no DNSKEY or RRSIG record was found in the AXFR answer!"
                        : "AUTODNSSEC is disabled, but DNSKEY or RRSIG records were found in the AXFR answer!");
        return new Reading(reading.zone(), reading.records(), warnings);
    }

    @Override
    public List<Name> zones() throws ProviderException {
        return provider.zones();
    }

    @Override
    public List<String> nameServers(Name apex) throws ProviderException {
        return provider.nameServers(apex);
    }

    @Override
    public void put(Name apex, RRset rrset) throws ProviderException {
        provider.put(apex, rrset);
    }

    @Override
    public void remove(Name apex, RRset.Key key) throws ProviderException {
        provider.remove(apex, key);
    }

    @Override
    public void replaceName(Name apex, Name owner, List<RRset> rrsets) throws ProviderException {
        provider.replaceName(apex, owner, rrsets);
    }

    @Override
    public boolean isSigned(Name apex) throws ProviderException {
        return provider.isSigned(apex);
    }
}
