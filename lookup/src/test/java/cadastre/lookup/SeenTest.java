package cadastre.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.A;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataTypes;
import cadastre.dns.Ttl;
import cadastre.dns.Txt;
import cadastre.dns.Unknown;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SeenTest {
    private static final RRset OLD = rrset(300, new A(1));
    private static final RRset NEW = rrset(300, new A(2));
    private static final Watched REPLACED = new Watched(OLD.key(), Optional.of(OLD), Optional.of(NEW));

    private static RRset rrset(int ttl, Rdata... rdata) {
        return new RRset(Name.of("www.example.com."), rdata[0].type(), new Ttl(ttl), List.of(rdata));
    }

    private static Answer served(RRset rrset) {
        return new Answer.Answered(Optional.of(rrset), Optional.empty(), true, true, OptionalLong.empty());
    }

    private static final Answer NOTHING =
            new Answer.Answered(Optional.empty(), Optional.empty(), false, true, OptionalLong.empty());

    @Test
    void aReplacedRRsetIsNewOldGoneOrSomethingElse() {
        assertThat(Seen.judge(REPLACED, served(NEW))).isEqualTo(Seen.NEW);
        assertThat(Seen.judge(REPLACED, served(OLD))).isEqualTo(Seen.OLD);
        assertThat(Seen.judge(REPLACED, NOTHING)).isEqualTo(Seen.GONE);
        assertThat(Seen.judge(REPLACED, served(rrset(300, new A(3))))).isEqualTo(Seen.OTHER);
        assertThat(Seen.judge(REPLACED, served(rrset(300, new A(1), new A(2))))).isEqualTo(Seen.OTHER);
    }

    @Test
    void anAddedRRsetIsOldWhileThereIsNothing() {
        assertThat(Seen.judge(Watched.added(NEW), NOTHING)).isEqualTo(Seen.OLD);
        assertThat(Seen.judge(Watched.added(NEW), served(NEW))).isEqualTo(Seen.NEW);
    }

    @Test
    void aRemovedRRsetIsAsWantedWhenThereIsNothing() {
        assertThat(Seen.judge(Watched.removed(OLD), NOTHING)).isEqualTo(Seen.NEW);
        assertThat(Seen.judge(Watched.removed(OLD), served(OLD))).isEqualTo(Seen.OLD);
    }

    @Test
    void aServerThatDoesNotAnswerForTheZoneIsToldFromOneThatIsNotThere() {
        assertThat(Seen.judge(REPLACED, new Answer.Refused("REFUSED"))).isEqualTo(Seen.REFUSED);
        assertThat(Seen.judge(REPLACED, new Answer.Referred(Name.of("example.com."), List.of(Name.of("ns.example.")))))
                .isEqualTo(Seen.REFUSED);
        assertThat(Seen.judge(REPLACED, new Answer.NoAnswer("silence"))).isEqualTo(Seen.UNREACHABLE);
    }

    @Test
    void ttlsCountOnlyWhereTheyDoNotRun() {
        RRset longer = NEW.withTtl(new Ttl(900));
        Watched ttlOnly = new Watched(NEW.key(), Optional.of(longer), Optional.of(NEW));
        Answer cached = new Answer.Answered(
                Optional.of(NEW.withTtl(new Ttl(17))), Optional.empty(), true, false, OptionalLong.empty());

        assertThat(Seen.judge(ttlOnly, served(longer))).isEqualTo(Seen.OLD);
        assertThat(Seen.judge(ttlOnly, served(NEW))).isEqualTo(Seen.NEW);
        assertThat(Seen.judge(ttlOnly, cached)).isEqualTo(Seen.NEW);
    }

    @Test
    void textCutOtherwiseIsTheSame() {
        RRset one = rrset(300, new Txt(List.of("abcd")));
        RRset two = rrset(300, new Txt(List.of("ab", "cd")));

        assertThat(Seen.judge(Watched.added(one), served(two))).isEqualTo(Seen.NEW);
    }

    @Test
    void anUnknownTypeIsTheSameInAnyForm() {
        RRset words = rrset(300, new Unknown(RdataTypes.of("HINFO"), "a b"));
        RRset octets = rrset(300, new Unknown(RdataTypes.of("HINFO"), "\\# 4 01610162"));

        assertThat(Seen.judge(Watched.added(words), served(octets))).isEqualTo(Seen.NEW);
    }
}
