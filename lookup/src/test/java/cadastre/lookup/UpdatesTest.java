package cadastre.lookup;

import static cadastre.lookup.FakeServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.A;
import cadastre.dns.Alias;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.Ttl;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

class UpdatesTest {
    private static final Name APEX = Name.of("example.com.");

    private static Update adding(Rdata rdata) {
        return Update.of(APEX).edit(new Update.Edit.Add(new RRset(APEX, rdata.type(), new Ttl(300), List.of(rdata))));
    }

    @Test
    void silenceLeavesOpenWhetherItWasCarriedOutAndNothingIsSentAgain() {
        Updates hasty = new Updates(Duration.ofMillis(300), new Carrier.Tcp());
        try (FakeServer fake = new FakeServer((_, _) -> Optional.empty())) {
            assertThat(hasty.send(fake.server(), adding(new A(1)), Optional.empty()))
                    .isInstanceOf(Update.Result.Unknown.class);
            assertThat(fake.streams).hasValue(1);
        }
    }

    @Test
    void aServerThatIsNotThereGotNothing() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        NameServer nobody = new NameServer(APEX, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));

        assertThat(new Updates(Duration.ofSeconds(5), new Carrier.Tcp())
                        .send(nobody, adding(new A(1)), Optional.empty()))
                .isEqualTo(new Update.Result.NotSent("nothing listens at 127.0.0.1:" + port));
    }

    @Test
    void anAnswerThatIsNotSignedAsTheUpdateWasProvesNothing() {
        TsigKey key = new TsigKey(Name.of("key."), TsigKey.Algorithm.HMAC_SHA256, new byte[] {1, 2, 3});
        try (FakeServer fake = new FakeServer(
                (query, _) -> Optional.of(reply(query, Rcode.NOERROR).toWire()))) {
            for (Carrier carrier : List.of(new Carrier.Tcp(), new Carrier.Udp())) {
                assertThat(new Updates(Duration.ofSeconds(5), carrier)
                                .send(fake.server(), adding(new A(1)), Optional.of(key)))
                        .isEqualTo(new Update.Result.Unknown("the answer is not signed with the key"));
            }
        }
    }

    @Test
    void whatHasNoWireFormatIsNotSent() {
        try (FakeServer fake = new FakeServer((_, _) -> Optional.empty())) {
            assertThat(new Updates(Duration.ofSeconds(5), new Carrier.Tcp())
                            .send(fake.server(), adding(new Alias(APEX)), Optional.empty()))
                    .isInstanceOf(Update.Result.NotSent.class);
            assertThat(fake.streams).hasValue(0);
        }
    }

    @Test
    void overUdpADatagramIsSent() {
        try (FakeServer fake = new FakeServer(
                (query, _) -> Optional.of(reply(query, Rcode.NOTAUTH).toWire()))) {
            assertThat(new Updates(Duration.ofSeconds(5), new Carrier.Udp())
                            .send(fake.server(), adding(new A(1)), Optional.empty()))
                    .isEqualTo(new Update.Result.Refused("NOTAUTH"));
            assertThat(fake.datagrams).hasValue(1);
        }
    }
}
