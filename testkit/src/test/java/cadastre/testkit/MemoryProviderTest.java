package cadastre.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.provider.DnsProvider;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import org.junit.jupiter.api.Test;

class MemoryProviderTest implements ProviderContract {
    private final MemoryProvider provider = new MemoryProvider();

    MemoryProviderTest() {
        provider.hold(Zone.empty(apex()));
    }

    @Override
    public DnsProvider provider() {
        return provider;
    }

    @Override
    public Name apex() {
        return Name.of("example.com");
    }

    @Override
    public Name missing() {
        return Name.of("example.org");
    }

    @Test
    void aLostAnswerIsCarriedOutAndAFailureIsNot() throws ProviderException {
        RRset rrset = new Zones(3, apex()).next().rrsets().getFirst();

        provider.failNext(new Reason.Refused(400));
        assertThatExceptionOfType(ProviderException.class).isThrownBy(() -> provider.put(apex(), rrset));
        assertThat(provider.zone(apex()).rrsets()).isEmpty();

        provider.loseNextAnswer();
        assertThatExceptionOfType(ProviderException.class).isThrownBy(() -> provider.put(apex(), rrset));
        assertThat(provider.zone(apex()).rrsets()).containsExactly(rrset);
    }
}
