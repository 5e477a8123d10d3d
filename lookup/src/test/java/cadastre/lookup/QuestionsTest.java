package cadastre.lookup;

import static cadastre.lookup.FakeServer.record;
import static cadastre.lookup.FakeServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cadastre.dns.A;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.RdataTypes;
import cadastre.dns.Ttl;
import cadastre.dns.Txt;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

class QuestionsTest {
    private static final Name WWW = Name.of("www.example.com.");
    private static final Name APEX = Name.of("example.com.");
    private static final String SOA = "example.com. 900 SOA ns.example. host.example. 4000000000 2 3 4 5";

    private final Questions questions = new Questions(Duration.ofSeconds(5), 2);

    private Answer ask(FakeServer.Script script) {
        try (FakeServer fake = new FakeServer(script)) {
            return questions.ask(fake.server(), WWW, RdataTypes.A);
        }
    }

    @Test
    void anRRsetIsReadWithItsTtl() {
        Answer answer =
                ask((query, _) -> reply(query, "www.example.com. 300 A 192.0.2.2", "WWW.example.com. 300 A 192.0.2.1"));

        RRset expected = new RRset(WWW, RdataTypes.A, new Ttl(300), List.of(new A(0xC0000201), new A(0xC0000202)));
        assertThat(answer)
                .isEqualTo(
                        new Answer.Answered(Optional.of(expected), Optional.empty(), true, true, OptionalLong.empty()));
    }

    @Test
    void theServerIsNotAskedToAskOthers() {
        ask((query, _) -> {
            assertThat(query.getHeader().getFlag(Flags.RD)).isFalse();
            return reply(query);
        });
    }

    @Test
    void theSerialIsThatOfTheSoa() {
        try (FakeServer fake = new FakeServer((query, _) -> reply(query, SOA))) {
            Answer answer = questions.serial(fake.server(), APEX);

            assertThat(answer.zoneSerial()).hasValue(4_000_000_000L);
        }
    }

    @Test
    void nothingOfThatTypeIsNoMissingName() {
        Answer answer = ask((query, _) -> {
            Message nothing = reply(query, Rcode.NOERROR);
            nothing.addRecord(record(SOA), Section.AUTHORITY);
            return Optional.of(nothing.toWire());
        });

        assertThat(answer)
                .isEqualTo(new Answer.Answered(
                        Optional.empty(), Optional.empty(), true, true, OptionalLong.of(4_000_000_000L)));
    }

    @Test
    void aMissingNameIsAnAnswer() {
        Answer answer =
                ask((query, _) -> Optional.of(reply(query, Rcode.NXDOMAIN).toWire()));

        assertThat(answer)
                .isEqualTo(new Answer.Answered(Optional.empty(), Optional.empty(), false, true, OptionalLong.empty()));
    }

    @Test
    void anAliasIsSaidToBeOne() {
        Answer answer = ask(
                (query, _) -> reply(query, "www.example.com. 300 CNAME web.example.", "web.example. 300 A 192.0.2.1"));

        assertThat(answer)
                .isEqualTo(new Answer.Answered(
                        Optional.empty(), Optional.of(Name.of("web.example.")), true, true, OptionalLong.empty()));
    }

    @Test
    void aDelegationIsAReferral() {
        Answer answer = ask((query, _) -> {
            Message referral = reply(query, Rcode.NOERROR);
            referral.getHeader().unsetFlag(Flags.AA);
            referral.addRecord(record("example.com. 900 NS a.ns.example."), Section.AUTHORITY);
            referral.addRecord(record("example.com. 900 NS b.ns.example."), Section.AUTHORITY);
            return Optional.of(referral.toWire());
        });

        assertThat(answer)
                .isEqualTo(new Answer.Referred(APEX, List.of(Name.of("a.ns.example."), Name.of("b.ns.example."))));
    }

    @Test
    void aRefusalIsNoEmptyAnswer() {
        assertThat(ask((query, _) -> Optional.of(reply(query, Rcode.REFUSED).toWire())))
                .isEqualTo(new Answer.Refused("REFUSED"));
        assertThat(ask((query, _) -> Optional.of(reply(query, Rcode.SERVFAIL).toWire())))
                .isEqualTo(new Answer.Refused("SERVFAIL"));
    }

    @Test
    void whatDoesNotFitIntoADatagramComesOverTcp() {
        String text = "x".repeat(250);
        Answer answer;
        try (FakeServer fake = new FakeServer((query, tcp) -> {
            if (tcp) {
                return reply(query, "www.example.com. 300 TXT \"" + text + "\"");
            }
            Message cut = reply(query, Rcode.NOERROR);
            cut.getHeader().setFlag(Flags.TC);
            return Optional.of(cut.toWire());
        })) {
            answer = questions.ask(fake.server(), WWW, RdataTypes.TXT);
            assertThat(fake.streams).hasValue(1);
        }

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Answered.class,
                        answered ->
                                assertThat(answered.rrset()).map(RRset::rdata).contains(List.of(Txt.ofText(text))));
    }

    @Test
    void aServerOlderThanEdnsIsAskedWithout() {
        Answer answer = ask((query, _) -> query.getOPT() != null
                ? Optional.of(reply(query, Rcode.FORMERR).toWire())
                : reply(query, "www.example.com. 300 A 192.0.2.1"));

        assertThat(answer).isInstanceOf(Answer.Answered.class);
    }

    @Test
    void silenceEndsAfterTheAttempts() {
        Questions hasty = new Questions(Duration.ofMillis(40), 3);
        try (FakeServer fake = new FakeServer((_, _) -> Optional.empty())) {
            assertThat(hasty.ask(fake.server(), WWW, RdataTypes.A))
                    .isEqualTo(new Answer.NoAnswer("no answer within 40 ms, asked 3 times"));
            assertThat(fake.datagrams).hasValue(3);
        }
    }

    @Test
    void aServerThatStallsOnTcpDoesNotHoldUsUp() {
        Questions hasty = new Questions(Duration.ofMillis(100), 1);
        try (FakeServer fake = new FakeServer((query, tcp) -> {
            Message cut = reply(query, Rcode.NOERROR);
            cut.getHeader().setFlag(Flags.TC);
            return tcp ? Optional.empty() : Optional.of(cut.toWire());
        })) {
            assertThat(hasty.ask(fake.server(), WWW, RdataTypes.A))
                    .isEqualTo(new Answer.NoAnswer("no answer within 100 ms"));
        }
    }

    @Test
    void aPortWhereNothingListensIsSaidToBeOne() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        NameServer nobody =
                new NameServer(Name.of("ns.example."), new InetSocketAddress(InetAddress.getLoopbackAddress(), port));

        assertThat(questions.ask(nobody, WWW, RdataTypes.A))
                .isEqualTo(new Answer.NoAnswer("nothing listens at 127.0.0.1:" + port));
    }

    @Test
    void anAnswerToAnotherQuestionIsNone() {
        Questions hasty = new Questions(Duration.ofMillis(200), 1);
        try (FakeServer fake = new FakeServer((query, _) -> {
            Message other = Message.newQuery(record("other.example. 1 A 192.0.2.9"));
            other.getHeader().setID(query.getHeader().getID());
            return reply(other, "other.example. 300 A 192.0.2.9");
        })) {
            assertThat(hasty.ask(fake.server(), WWW, RdataTypes.A)).isInstanceOf(Answer.NoAnswer.class);
        }
    }

    @Test
    void octetsThatAreNoMessageAreNoAnswer() {
        Questions hasty = new Questions(Duration.ofMillis(200), 1);
        try (FakeServer fake = new FakeServer((_, _) -> Optional.of(new byte[] {1, 2, 3}))) {
            assertThat(hasty.ask(fake.server(), WWW, RdataTypes.A)).isInstanceOf(Answer.NoAnswer.class);
        }
    }

    @Test
    void anInterruptedThreadStopsAndStaysInterrupted() {
        try (FakeServer fake = new FakeServer((_, _) -> Optional.empty())) {
            Thread.currentThread().interrupt();

            assertThat(questions.ask(fake.server(), WWW, RdataTypes.A))
                    .isEqualTo(new Answer.NoAnswer("stopped before there was an answer"));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void nobodyIsAskedForAnAlias() {
        try (FakeServer fake = new FakeServer((query, _) -> reply(query))) {
            assertThatIllegalArgumentException().isThrownBy(() -> questions.ask(fake.server(), WWW, RdataTypes.ALIAS));
        }
    }

    @Test
    void aQuestionTakesTime() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Questions(Duration.ZERO, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Questions(Duration.ofSeconds(1), 0));
    }
}
