package cadastre.selfhosted;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.A;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.RdataTypes;
import cadastre.dns.Ttl;
import cadastre.provider.ProviderException;
import cadastre.testkit.RunningServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AxfrDdnsKnotContractTest extends AxfrDdnsContract {
    @Override
    RunningServer start(Map<String, String> zones) {
        return RunningServer.knotd(zones);
    }

    /// Knot keeps names in lower case; they are the same names.
    @Override
    @Test
    public void aNameKeepsItsSpelling() throws ProviderException {
        RRset made = new RRset(Name.of("SPELLED.example.com."), RdataTypes.A, new Ttl(300), List.of(new A(1)));

        provider().put(APEX, made);

        assertThat(provider().read(APEX).zone().rrset(made.key())).contains(made);
        provider().remove(APEX, made.key());
        assertThat(provider().read(APEX).zone().rrset(made.key())).isEmpty();
    }
}
