package cadastre.lookup;

import static cadastre.lookup.FakeServer.record;
import static cadastre.lookup.FakeServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

class TransfersTest {
    private static final Name APEX = Name.of("example.com.");
    private static final String SOA = "example.com. 900 SOA ns.example. host.example. 1 2 3 4 5";

    private static Transfer transfer(String... records) {
        try (FakeServer fake = new FakeServer((query, _) -> {
            Message answer = reply(query, Rcode.NOERROR);
            for (String one : records) {
                answer.addRecord(record(one), Section.ANSWER);
            }
            return Optional.of(answer.toWire());
        })) {
            return new Transfers(Duration.ofSeconds(1), new Carrier.Tcp()).whole(fake.server(), APEX, Optional.empty());
        }
    }

    @Test
    void whatIsOutsideTheZoneIsLeftOut() {
        Transfer transfer = transfer(SOA, "www.example.com. 1 A 192.0.2.1", "example.net. 1 A 192.0.2.9", SOA);

        assertThat(transfer)
                .isInstanceOfSatisfying(
                        Transfer.Whole.class,
                        whole -> assertThat(whole.records())
                                .extracting(one -> one.owner().toString())
                                .containsExactly("example.com.", "www.example.com."));
    }

    @Test
    void aTransferThatIsNotSignedWithTheKeyIsNone() {
        TsigKey key = new TsigKey(APEX, TsigKey.Algorithm.HMAC_SHA256, new byte[] {1, 2, 3});
        try (FakeServer fake = new FakeServer((query, _) -> reply(query, SOA, SOA))) {
            assertThat(new Transfers(Duration.ofSeconds(5), new Carrier.Tcp())
                            .whole(fake.server(), APEX, Optional.of(key)))
                    .isEqualTo(new Transfer.NoAnswer("the answer is not signed with the key"));
        }
    }

    @Test
    void aTransferThatGoesOnAfterItsEndIsNone() {
        assertThat(transfer(SOA, SOA, "www.example.com. 1 A 192.0.2.1")).isInstanceOf(Transfer.NoAnswer.class);
    }

    @Test
    void aServerThatDripsDoesNotHoldUsUp() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> drip(listening));
            NameServer slow =
                    new NameServer(APEX, new InetSocketAddress(listening.getInetAddress(), listening.getLocalPort()));

            assertThat(new Transfers(Duration.ofSeconds(1), new Carrier.Tcp()).whole(slow, APEX, Optional.empty()))
                    .isEqualTo(new Transfer.NoAnswer("no whole answer within 1 s"));
        }
    }

    /// An octet every now and then, each well before anybody's patience ends.
    private static void drip(ServerSocket listening) {
        try (Socket socket = listening.accept()) {
            while (true) {
                socket.getOutputStream().write(1);
                Thread.sleep(50);
            }
        } catch (IOException e) {
            // the other side has had enough
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTransferWithoutItsEndIsNone() {
        assertThat(transfer(SOA, "www.example.com. 1 A 192.0.2.1")).isInstanceOf(Transfer.NoAnswer.class);
    }

    @Test
    void aTransferThatDoesNotStartWithTheSoaIsNone() {
        assertThat(transfer("www.example.com. 1 A 192.0.2.1", SOA)).isInstanceOf(Transfer.NoAnswer.class);
    }
}
