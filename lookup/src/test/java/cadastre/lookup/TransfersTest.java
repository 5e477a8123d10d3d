package cadastre.lookup;

import static cadastre.lookup.FakeServer.record;
import static cadastre.lookup.FakeServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
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
            return new Transfers(Duration.ofSeconds(1)).whole(fake.server(), APEX, Optional.empty());
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
    void aTransferWithoutItsEndIsNone() {
        assertThat(transfer(SOA, "www.example.com. 1 A 192.0.2.1")).isInstanceOf(Transfer.NoAnswer.class);
    }

    @Test
    void aTransferThatDoesNotStartWithTheSoaIsNone() {
        assertThat(transfer("www.example.com. 1 A 192.0.2.1", SOA)).isInstanceOf(Transfer.NoAnswer.class);
    }
}
