package cadastre.selfhosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cadastre.dns.A;
import cadastre.dns.Name;
import cadastre.dns.Ns;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataTypes;
import cadastre.dns.Ttl;
import cadastre.dns.Zone;
import cadastre.lookup.AddressBook;
import cadastre.provider.DnsProvider;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import cadastre.provider.Reason;
import cadastre.testkit.ProviderContract;
import cadastre.testkit.RunningServer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What every provider does, and what this one does beyond, at a name server that really runs.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AxfrDdnsContract implements ProviderContract {
    static final Name APEX = Name.of("example.com.");
    static final String ZONE = """
            $TTL 300
            @ SOA ns1.example.net. host 1 3600 600 86400 300
            @ NS ns1.example.net.
            @ NS ns2.example.net.
            """;
    private static final AddressBook NO_BOOK = _ -> new AddressBook.Addresses.None();

    private static final AxfrDdns.Trust NO_TRUST = () -> {
        throw new IllegalStateException("nobody speaks TLS here");
    };

    private RunningServer server;
    private AxfrDdns provider;

    abstract RunningServer start(Map<String, String> zones);

    @BeforeAll
    void startServer() throws ProviderException {
        server = start(Map.of("example.com", ZONE));
        provider = open(Map.of());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private AxfrDdns open(Map<String, String> more) throws ProviderException {
        String key = "hmac-sha256:" + RunningServer.KEY_NAME + ":" + RunningServer.KEY_SECRET;
        Map<String, String> entry = new LinkedHashMap<>(Map.of(
                "TYPE",
                "AXFRDDNS",
                "master",
                "127.0.0.1:" + server.address().getPort(),
                "transfer-key",
                key,
                "update-key",
                key));
        entry.putAll(more);
        return AxfrDdns.open(entry, Optional.empty(), NO_BOOK, NO_TRUST);
    }

    @Override
    public DnsProvider provider() {
        return new WithoutApexNs(provider);
    }

    @Override
    public Name apex() {
        return APEX;
    }

    @Override
    public Name missing() {
        return Name.of("example.net.");
    }

    @Override
    public Zone holdable(Zone zone) {
        return Zone.of(
                zone.apex(),
                zone.rrsets().stream()
                        .filter(rrset -> !rrset.type().equals(RdataTypes.ALIAS))
                        .filter(rrset -> !isApexNs(rrset.key()))
                        // BIND takes an update that adds these, and ignores it.
                        .filter(rrset ->
                                !(rrset.owner().isWildcard() && rrset.type().equals(RdataTypes.NS)))
                        .toList());
    }

    private static boolean isApexNs(RRset.Key key) {
        return key.owner().equals(APEX) && key.type().equals(RdataTypes.NS);
    }

    /// A zone that is served always has name servers at its apex, so the contract is not to take them away.
    private record WithoutApexNs(DnsProvider real) implements DnsProvider {
        @Override
        public List<Name> zones() throws ProviderException {
            return real.zones();
        }

        @Override
        public Reading read(Name apex) throws ProviderException {
            Reading reading = real.read(apex);
            List<RRset> rrsets = reading.zone().rrsets().stream()
                    .filter(rrset -> !isApexNs(rrset.key()))
                    .toList();
            return new Reading(Zone.of(apex, rrsets), reading.records(), reading.warnings());
        }

        @Override
        public List<String> nameServers(Name apex) throws ProviderException {
            return real.nameServers(apex);
        }

        @Override
        public void put(Name apex, RRset rrset) throws ProviderException {
            real.put(apex, rrset);
        }

        @Override
        public void remove(Name apex, RRset.Key key) throws ProviderException {
            real.remove(apex, key);
        }

        @Override
        public void replaceName(Name apex, Name owner, List<RRset> rrsets) throws ProviderException {
            real.replaceName(apex, owner, rrsets);
        }

        @Override
        public boolean isSigned(Name apex) throws ProviderException {
            return real.isSigned(apex);
        }
    }

    private static RRset rrset(String label, int ttl, int... addresses) {
        return new RRset(
                Name.of(label + ".example.com."),
                RdataTypes.A,
                new Ttl(ttl),
                Arrays.stream(addresses).<Rdata>mapToObj(A::new).toList());
    }

    private static RRset nameServers(int ttl, String... names) {
        return new RRset(
                APEX,
                RdataTypes.NS,
                new Ttl(ttl),
                Arrays.stream(names).<Rdata>map(name -> new Ns(Name.of(name))).toList());
    }

    @Test
    void theNameServersAtTheApexAreReplacedAtOnce() throws ProviderException {
        RRset other = nameServers(900, "a.example.org.", "b.example.org.");

        provider.put(APEX, other);

        assertThat(provider.read(APEX).zone().rrset(other.key())).contains(other);
        provider.put(APEX, nameServers(300, "ns1.example.net.", "b.example.org."));
        assertThat(provider.read(APEX).zone().rrset(other.key()))
                .contains(nameServers(300, "ns1.example.net.", "b.example.org."));
    }

    @Test
    void theLastNameServersStay() {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> provider.remove(APEX, new RRset.Key(APEX, RdataTypes.NS)))
                .withMessageContaining("cannot all be taken away");
    }

    @Test
    void whatSomebodyElseChangedIsNotOverwritten() throws ProviderException {
        AxfrDdns other = open(Map.of());
        provider.put(APEX, rrset("raced", 300, 1));
        other.read(APEX);
        provider.put(APEX, rrset("raced", 300, 2));

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> other.put(APEX, rrset("raced", 300, 3)))
                .withMessageContaining("somebody else changed example.com since it was read: NXRRSET (8)")
                .matches(e -> e.reason() instanceof Reason.Refused);

        assertThat(provider.read(APEX).zone().rrset(rrset("raced", 300, 2).key()))
                .contains(rrset("raced", 300, 2));
        provider.remove(APEX, rrset("raced", 300, 2).key());
    }

    @Test
    void theSoaIsShownButNotPlanned() throws ProviderException {
        Reading reading = provider.read(APEX);

        assertThat(reading.records().getFirst().type()).isEqualTo(RdataTypes.SOA);
        assertThat(reading.zone().rrset(new RRset.Key(APEX, RdataTypes.SOA))).isEmpty();
    }

    @Test
    void aZoneThatIsThereAndNotForUsIsNotMissing() throws ProviderException {
        AxfrDdns stranger = open(Map.of("transfer-key", ""));

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> stranger.read(APEX))
                .withMessageStartingWith("[Error] AXFRDDNS: nameserver refused to transfer the zone example.com: ")
                .matches(e -> e.reason() instanceof Reason.Refused);
    }

    @Test
    void anUpdateWithoutTheKeyIsRefused() throws ProviderException {
        AxfrDdns stranger = open(Map.of("update-key", ""));

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> stranger.put(APEX, rrset("stranger", 300, 1)))
                .withMessageStartingWith("[Error] AXFRDDNS: nameserver refused to update the zone: ")
                .matches(e -> e.reason() instanceof Reason.Refused);
    }

    @Test
    void smallUpdatesGoOverUdpToo() throws ProviderException {
        AxfrDdns udp = open(Map.of("update-mode", "udp"));

        udp.put(APEX, rrset("udp", 300, 1));

        assertThat(udp.read(APEX).zone().rrset(rrset("udp", 300, 1).key())).contains(rrset("udp", 300, 1));
        udp.remove(APEX, rrset("udp", 300, 1).key());
        provider.read(APEX);
    }

    @Test
    void aZoneThatIsNotSignedAsDeclaredIsSaidToBe() throws ProviderException {
        assertThat(provider.isSigned(APEX)).isFalse();
        assertThat(provider.declaring("on").read(APEX).warnings())
                .containsExactly("AUTODNSSEC is enabled, but no DNSKEY or RRSIG record was found in the AXFR answer!");
        assertThat(provider.declaring("off").read(APEX).warnings()).isEmpty();
        assertThat(provider.declaring("")).isSameAs(provider);
    }
}
