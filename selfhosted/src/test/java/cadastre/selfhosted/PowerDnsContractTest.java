package cadastre.selfhosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cadastre.dns.A;
import cadastre.dns.Alias;
import cadastre.dns.Mx;
import cadastre.dns.Name;
import cadastre.dns.Ns;
import cadastre.dns.Ptr;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataTypes;
import cadastre.dns.Srv;
import cadastre.dns.Ttl;
import cadastre.dns.Zone;
import cadastre.lookup.NameServer;
import cadastre.lookup.Propagation;
import cadastre.lookup.Questions;
import cadastre.lookup.Watched;
import cadastre.provider.DnsProvider;
import cadastre.provider.Observer;
import cadastre.provider.PoliteClient;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import cadastre.testkit.ProviderContract;
import cadastre.testkit.RunningServer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What every provider does, and what this one does beyond, at a PowerDNS that really runs.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PowerDnsContractTest implements ProviderContract {
    private static final Name APEX = Name.of("example.com.");

    private final PoliteClient client =
            new PoliteClient(PoliteClient.Options.of(Map.of(), "Cadastre/test", Observer.none()));
    private RunningServer server;
    private PowerDns provider;

    @BeforeAll
    void start() throws ProviderException {
        server = RunningServer.powerDns();
        provider = open(Map.of(), "{\"default_ns\": [\"ns1.example.net.\", \"ns2.example.net.\"]}");
        provider.createZone(APEX);
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
    }

    private PowerDns open(Map<String, String> more, String settings) throws ProviderException {
        Map<String, String> entry = new LinkedHashMap<>(
                Map.of("apiKey", RunningServer.API_KEY, "apiUrl", server.api(), "serverName", "localhost"));
        entry.putAll(more);
        return PowerDns.open("pdns", entry, Optional.of(settings), client);
    }

    @Override
    public DnsProvider provider() {
        return provider;
    }

    @Override
    public Name apex() {
        return APEX;
    }

    @Override
    public Name missing() {
        return Name.of("example.net.");
    }

    /// PowerDNS takes only names of hosts where hosts are meant.
    @Override
    public Zone holdable(Zone zone) {
        return Zone.of(
                zone.apex(),
                zone.rrsets().stream()
                        .filter(rrset -> rrset.rdata().stream().allMatch(PowerDnsContractTest::pointsAtHosts))
                        .toList());
    }

    private static boolean pointsAtHosts(Rdata rdata) {
        return switch (rdata) {
            case Mx(var _, Name exchange) -> isHost(exchange);
            case Ns(Name nameServer) -> isHost(nameServer);
            case Srv srv -> isHost(srv.target());
            default -> true;
        };
    }

    private static boolean isHost(Name name) {
        return name.labels().stream().allMatch(label -> label.matches("[A-Za-z0-9-]+"));
    }

    /// PowerDNS keeps names in lower case; they are the same names.
    @Override
    @Test
    public void aNameKeepsItsSpelling() throws ProviderException {
        RRset made = rrset("SPELLED.example.com.", new A(1));

        provider.put(APEX, made);

        assertThat(provider.read(APEX).zone().rrset(made.key())).contains(made);
        provider.remove(APEX, made.key());
        assertThat(provider.read(APEX).zone().rrset(made.key())).isEmpty();
    }

    private static RRset rrset(String owner, Rdata... rdata) {
        return new RRset(Name.of(owner), rdata[0].type(), new Ttl(300), List.of(rdata));
    }

    @Test
    void aZoneThatIsMadeHasTheNameServersOfTheSettings() throws ProviderException {
        Name made = Name.of("made.example.");

        provider.createZone(made);
        provider.createZone(made); // again: no error

        assertThat(provider.zones()).contains(made, APEX);
        Zone zone = provider.read(made).zone();
        assertThat(zone.rrset(new RRset.Key(made, RdataTypes.NS)).map(RRset::rdata))
                .contains(List.of(new Ns(Name.of("ns1.example.net.")), new Ns(Name.of("ns2.example.net."))));
        assertThat(zone.rrset(new RRset.Key(made, RdataTypes.SOA))).isEmpty();
        assertThat(provider.read(made).records())
                .extracting(record -> record.type().mnemonic())
                .contains("SOA");
        assertThat(provider.isSigned(made)).isFalse();
    }

    @Test
    void aZoneMayBeSignedFromTheStart() throws ProviderException {
        Name signed = Name.of("signed.example.");

        open(Map.of(), "{\"dnssec_on_create\": true, \"soa_edit_api\": \"EPOCH\"}")
                .createZone(signed);

        assertThat(provider.isSigned(signed)).isTrue();
    }

    @Test
    void aZoneWithASlashInItsNameIsReached() throws ProviderException {
        Name apex = Name.of("0/25.2.0.192.in-addr.arpa.");
        provider.createZone(apex);
        RRset made = rrset("1.0/25.2.0.192.in-addr.arpa.", new Ptr(Name.of("www.example.com.")));

        provider.put(apex, made);

        assertThat(provider.read(apex).zone().rrset(made.key())).contains(made);
    }

    @Test
    void anAliasIsHeldAtTheApex() throws ProviderException {
        Name apex = Name.of("alias.example.");
        provider.createZone(apex);
        RRset alias = rrset("alias.example.", new Alias(Name.of("web.example.")));

        provider.put(apex, alias);

        assertThat(provider.read(apex).zone().rrset(alias.key())).contains(alias);
    }

    @Test
    void whatWasPutIsServed() throws ProviderException {
        Name apex = Name.of("served.example.");
        provider.createZone(apex);
        RRset made = rrset("www.served.example.", new A(0xC0000201), new A(0xC0000202));
        provider.put(apex, made);
        NameServer asked = new NameServer(Name.of("pdns."), server.address());

        assertThat(new Propagation(new Questions(Duration.ofSeconds(10), 2), Duration.ofSeconds(30))
                        .look(apex, List.of(asked), List.of(Watched.added(made)))
                        .isComplete())
                .isTrue();
    }

    @Test
    void aWrongKeyIsSaidToBeOne() throws ProviderException {
        PowerDns stranger = open(Map.of("apiKey", "wrong-canary"), "{}");

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(stranger::zones)
                .matches(e -> e.reason().equals(new Reason.Unauthorized(401)))
                .matches(e -> !e.toString().contains("wrong-canary"));
    }

    @Test
    void aServerNameThatIsNoneIsTheWrongAddress() throws ProviderException {
        PowerDns elsewhere = open(Map.of("serverName", "elsewhere"), "{}");

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(elsewhere::zones)
                .matches(e -> e.reason().equals(new Reason.NotFound(Reason.Missing.ADDRESS)));
    }

    @Test
    void whatPowerDnsRefusesIsRefusedInItsWords() {
        RRset outside = rrset("www.example.org.", new A(1));

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> provider.put(APEX, outside))
                .withMessageContaining("out of zone")
                .matches(e -> e.reason().equals(new Reason.Refused(422)));
    }
}
