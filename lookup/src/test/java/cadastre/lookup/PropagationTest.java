package cadastre.lookup;

import static cadastre.lookup.FakeServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.A;
import cadastre.dns.Alias;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.Ttl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

class PropagationTest {
    private static final Name APEX = Name.of("example.com.");
    private static final RRset OLD = rrset("www", new A(0xC0000201));
    private static final RRset NEW = rrset("www", new A(0xC0000202));
    private static final Watched REPLACED = new Watched(OLD.key(), Optional.of(OLD), Optional.of(NEW));

    private final Questions questions = new Questions(Duration.ofSeconds(5), 1);
    private final Propagation propagation = new Propagation(questions, Duration.ofSeconds(20));

    private static RRset rrset(String label, Rdata rdata) {
        return new RRset(Name.of(label + ".example.com."), rdata.type(), new Ttl(300), List.of(rdata));
    }

    private static FakeServer serving(long serial, String... records) {
        return new FakeServer((query, _) -> query.getQuestion().getType() == Type.SOA
                ? reply(query, "example.com. 900 SOA ns.example. host.example. " + serial + " 2 3 4 5")
                : reply(query, records));
    }

    @Test
    void eachServerHasARowAndEachRRsetACell() {
        try (FakeServer ahead = serving(8, "www.example.com. 300 A 192.0.2.2");
                FakeServer behind = serving(7, "www.example.com. 300 A 192.0.2.1")) {
            Matrix matrix = propagation.look(APEX, List.of(ahead.server(), behind.server()), List.of(REPLACED));

            assertThat(matrix.rows()).extracting(Matrix.Row::server).containsExactly(ahead.server(), behind.server());
            assertThat(matrix.rows().get(0).serial()).hasValue(8);
            assertThat(matrix.rows().get(1).serial()).hasValue(7);
            assertThat(matrix.rows().get(0).cells())
                    .extracting(Matrix.Cell::seen)
                    .containsExactly(Seen.NEW);
            assertThat(matrix.rows().get(1).cells())
                    .extracting(Matrix.Cell::seen)
                    .containsExactly(Seen.OLD);
            assertThat(matrix.isComplete()).isFalse();
            assertThat(matrix.count(Seen.OLD)).isEqualTo(1);
        }
    }

    @Test
    void itIsCompleteWhenEveryServerHasEverything() {
        Watched alias = Watched.added(rrset("apex", new Alias(Name.of("web.example."))));
        try (FakeServer ahead = serving(8, "www.example.com. 300 A 192.0.2.2")) {
            Matrix matrix = propagation.look(APEX, List.of(ahead.server()), List.of(REPLACED, alias));

            assertThat(matrix.rows().getFirst().cells())
                    .extracting(Matrix.Cell::seen)
                    .containsExactly(Seen.NEW, Seen.NEVER_SERVED);
            assertThat(matrix.isComplete()).isTrue();
        }
    }

    @Test
    void aServerThatDoesNotHoldTheZoneIsAskedOnce() {
        try (FakeServer lame = new FakeServer(
                (query, _) -> Optional.of(reply(query, Rcode.REFUSED).toWire()))) {
            Matrix matrix = propagation.look(APEX, List.of(lame.server()), List.of(REPLACED, REPLACED, REPLACED));

            assertThat(matrix.count(Seen.REFUSED)).isEqualTo(3);
            assertThat(lame.datagrams).hasValue(1);
        }
    }

    @Test
    void whatIsNotAnsweredInTimeIsUnreachableAndTheRestIsNot() {
        Propagation hasty = new Propagation(new Questions(Duration.ofMinutes(10), 1), Duration.ofSeconds(2));
        try (FakeServer silent = new FakeServer((_, _) -> Optional.empty());
                FakeServer ahead = serving(8, "www.example.com. 300 A 192.0.2.2")) {
            Matrix matrix = hasty.look(APEX, List.of(silent.server(), ahead.server()), List.of());

            assertThat(matrix.rows().get(0).zone())
                    .isEqualTo(new Answer.NoAnswer("no answer within the 2000 ms that there were for all questions"));
            assertThat(matrix.rows().get(1).serial()).hasValue(8);
        }
    }

    /// No server answers before all have been asked; asked one after the other, nobody would ever answer.
    @Test
    void theServersAreAskedAtTheSameTime() {
        int servers = 5;
        CountDownLatch asked = new CountDownLatch(servers);
        List<FakeServer> fakes = new ArrayList<>();
        for (int i = 0; i < servers; i++) {
            fakes.add(new FakeServer((query, _) -> {
                asked.countDown();
                return met(asked) ? Optional.of(answer(query)) : Optional.empty();
            }));
        }

        Matrix matrix =
                propagation.look(APEX, fakes.stream().map(FakeServer::server).toList(), List.of());

        fakes.forEach(FakeServer::close);
        assertThat(matrix.rows()).allMatch(row -> row.zone() instanceof Answer.Answered);
    }

    private static byte[] answer(Message query) {
        return reply(query, Rcode.NXDOMAIN).toWire();
    }

    private static boolean met(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
