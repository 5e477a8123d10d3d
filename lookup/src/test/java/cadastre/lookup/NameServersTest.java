package cadastre.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.A;
import cadastre.dns.Name;
import cadastre.dns.Presentation;
import cadastre.dns.PresentationException;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataType;
import cadastre.dns.RdataTypes;
import cadastre.dns.Ttl;
import cadastre.dns.Zone;
import cadastre.testkit.RunningServer;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Transfers and updates as BIND and Knot understand them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NameServersTest {
    private static final Name APEX = Name.of("example.com.");
    private static final Name WWW = Name.of("www.example.com.");
    private static final String ZONE = """
            $TTL 300
            @ SOA ns1 host 1 3600 600 86400 300
            @ NS ns1
            @ NS ns2
            ns1 A 192.0.2.53
            ns2 A 192.0.2.54
            www 600 A 192.0.2.1
            """;
    private static final RRset OLD = rrset(WWW, 600, "A", "192.0.2.1");

    private final Transfers transfers = new Transfers(Duration.ofSeconds(20), new Carrier.Tcp());
    private final Updates updates = new Updates(Duration.ofSeconds(20), new Carrier.Tcp());
    private final Optional<TsigKey> key = Optional.of(key(RunningServer.KEY_SECRET));

    private RunningServer named;
    private RunningServer knotd;

    @BeforeAll
    void start() {
        named = RunningServer.named(Map.of("example.com", ZONE));
        knotd = RunningServer.knotd(Map.of("example.com", ZONE));
    }

    @AfterAll
    void stop() {
        named.close();
        knotd.close();
    }

    Stream<NameServer> servers() {
        return Stream.of(
                new NameServer(Name.of("named."), named.address()), new NameServer(Name.of("knotd."), knotd.address()));
    }

    private static TsigKey key(String secret) {
        return new TsigKey(
                Name.of(RunningServer.KEY_NAME),
                TsigKey.Algorithm.HMAC_SHA256,
                Base64.getDecoder().decode(secret));
    }

    private static RRset rrset(Name owner, int ttl, String mnemonic, String... texts) {
        RdataType type = RdataTypes.of(mnemonic);
        List<Rdata> rdata = Stream.of(texts)
                .map(text -> {
                    try {
                        return Presentation.rdata(type, text, APEX);
                    } catch (PresentationException e) {
                        throw new IllegalArgumentException(e);
                    }
                })
                .toList();
        return new RRset(owner, type, new Ttl(ttl), rdata);
    }

    private Zone zone(NameServer server) {
        assertThat(transfers.whole(server, APEX, key)).isInstanceOf(Transfer.Whole.class);
        return transfers.whole(server, APEX, key) instanceof Transfer.Whole(var records)
                ? Zone.ofRecords(APEX, records)
                : Zone.empty(APEX);
    }

    private Update.Result send(NameServer server, Update update) {
        return updates.send(server, update, key);
    }

    private void reset(NameServer server) {
        Update update = Update.of(APEX);
        for (RRset rrset : zone(server).rrsets()) {
            // Servers insist on the addresses of their own names.
            if (rrset.owner().equals(WWW) || rrset.type().equals(RdataTypes.TXT)) {
                update = update.edit(new Update.Edit.RemoveRRset(rrset.key()));
            }
        }
        assertThat(send(server, update.edit(new Update.Edit.Add(OLD)))).isEqualTo(new Update.Result.Done());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aTransferBringsTheZoneWithItsSoaOnce(NameServer server) {
        assertThat(transfers.whole(server, APEX, key)).isInstanceOfSatisfying(Transfer.Whole.class, whole -> {
            assertThat(whole.records().getFirst().type()).isEqualTo(RdataTypes.SOA);
            assertThat(whole.records())
                    .filteredOn(record -> record.type().equals(RdataTypes.SOA))
                    .hasSize(1);
        });
        assertThat(zone(server).rrset(new RRset.Key(APEX, RdataTypes.NS)))
                .contains(rrset(APEX, 300, "NS", "ns1", "ns2"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void withoutTheKeyNothingIsTransferredOrChanged(NameServer server) {
        Update update = Update.of(APEX).edit(new Update.Edit.RemoveRRset(OLD.key()));

        assertThat(transfers.whole(server, APEX, Optional.empty())).isInstanceOf(Transfer.Refused.class);
        assertThat(updates.send(server, update, Optional.empty())).isInstanceOf(Update.Result.Refused.class);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aWrongKeyIsRefusedAndNotShown(NameServer server) {
        TsigKey wrong = key("AAAABBBBCCCC");
        Update update = Update.of(APEX).edit(new Update.Edit.RemoveRRset(OLD.key()));

        Transfer transfer = transfers.whole(server, APEX, Optional.of(wrong));
        Update.Result result = updates.send(server, update, Optional.of(wrong));

        assertThat(transfer).isNotInstanceOf(Transfer.Whole.class);
        assertThat(result).isNotInstanceOf(Update.Result.Done.class);
        assertThat(transfer + " " + result + " " + wrong).doesNotContain("AAAABBBBCCCC");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anUpdateIsCarriedOutAsAWhole(NameServer server) {
        reset(server);
        RRset made = rrset(WWW, 900, "A", "192.0.2.2", "192.0.2.3");
        RRset text = rrset(Name.of("text.example.com."), 300, "TXT", "\"a;b\\\"\" \"\\000\\255\"");

        Update.Result result = send(
                server,
                Update.of(APEX)
                        .demand(new Update.Demand.Unchanged(OLD))
                        .demand(new Update.Demand.Absent(text.key()))
                        .edit(new Update.Edit.RemoveRRset(OLD.key()))
                        .edit(new Update.Edit.Add(made))
                        .edit(new Update.Edit.Add(text)));

        assertThat(result).isEqualTo(new Update.Result.Done());
        assertThat(zone(server).rrset(made.key())).contains(made);
        assertThat(zone(server).rrset(text.key())).contains(text);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anUpdateOfWhatSomebodyElseChangedIsNotCarriedOut(NameServer server) {
        reset(server);
        RRset known = rrset(WWW, 600, "A", "192.0.2.9");

        Update.Result changed = send(
                server,
                Update.of(APEX)
                        .demand(new Update.Demand.Unchanged(known))
                        .edit(new Update.Edit.RemoveRRset(OLD.key())));
        Update.Result appeared = send(
                server,
                Update.of(APEX)
                        .demand(new Update.Demand.Absent(OLD.key()))
                        .edit(new Update.Edit.RemoveRRset(OLD.key())));

        assertThat(changed).isEqualTo(new Update.Result.Overtaken("NXRRSET"));
        assertThat(appeared).isEqualTo(new Update.Result.Overtaken("YXRRSET"));
        assertThat(zone(server).rrset(OLD.key())).contains(OLD);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void oneRecordOfAnRRsetMayGo(NameServer server) {
        reset(server);
        send(server, Update.of(APEX).edit(new Update.Edit.Add(rrset(WWW, 600, "A", "192.0.2.2"))));

        send(server, Update.of(APEX).edit(new Update.Edit.RemoveRecord(WWW, new A(0xC0000201))));

        assertThat(zone(server).rrset(OLD.key())).contains(rrset(WWW, 600, "A", "192.0.2.2"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aZoneThatIsNotThereIsRefused(NameServer server) {
        Name other = Name.of("example.net.");

        assertThat(transfers.whole(server, other, key)).isInstanceOf(Transfer.Refused.class);
        assertThat(send(server, Update.of(other).edit(new Update.Edit.RemoveRRset(new RRset.Key(other, RdataTypes.A)))))
                .isInstanceOf(Update.Result.Refused.class);
    }

    @Test
    void transfersAndUpdatesGoOverTlsToo() throws Exception {
        NameServer secure = new NameServer(Name.of("named."), named.tlsAddress());
        Carrier tls = new Carrier.Tls(trusting(named.certificate()), "127.0.0.1");
        RRset made = rrset(Name.of("tls.example.com."), 300, "A", "192.0.2.7");
        Update update = Update.of(APEX).edit(new Update.Edit.Add(made));

        Update.Result result = new Updates(Duration.ofSeconds(20), tls).send(secure, update, key);
        Transfer transfer = new Transfers(Duration.ofSeconds(20), tls).whole(secure, APEX, key);

        assertThat(result).isEqualTo(new Update.Result.Done());
        assertThat(transfer)
                .isInstanceOfSatisfying(
                        Transfer.Whole.class,
                        whole -> assertThat(whole.records()).containsAll(made.records()));
    }

    @Test
    void aServerThatDoesNotProveWhoItIsGetsNothing() throws Exception {
        NameServer secure = new NameServer(Name.of("named."), named.tlsAddress());
        SSLContext trusting = trusting(named.certificate());
        Update update = Update.of(APEX).edit(new Update.Edit.RemoveRRset(OLD.key()));

        for (Carrier wrong : List.of(
                new Carrier.Tls(SSLContext.getDefault(), "127.0.0.1"), new Carrier.Tls(trusting, "ns1.example.com"))) {
            assertThat(new Transfers(Duration.ofSeconds(20), wrong).whole(secure, APEX, key))
                    .isInstanceOfSatisfying(
                            Transfer.NoAnswer.class,
                            none -> assertThat(none.why()).startsWith("tls: "));
            assertThat(new Updates(Duration.ofSeconds(20), wrong).send(secure, update, key))
                    .isInstanceOf(Update.Result.NotSent.class);
        }
    }

    private static SSLContext trusting(Path certificate) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            store.setCertificateEntry(
                    "test", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatWasUpdatedIsServed(NameServer server) {
        reset(server);
        Propagation propagation = new Propagation(new Questions(Duration.ofSeconds(10), 2), Duration.ofSeconds(30));

        Matrix matrix = propagation.look(APEX, List.of(server), List.of(Watched.still(OLD)));

        assertThat(matrix.isComplete()).isTrue();
        assertThat(matrix.rows().getFirst().serial()).isPresent();
    }
}
