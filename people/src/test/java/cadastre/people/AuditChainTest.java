package cadastre.people;

import static cadastre.people.Examples.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cadastre.vault.Secret;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditChainTest {
    private static final WorkspaceId OURS = Examples.workspace().id();

    private final AuditChain chain = new AuditChain(Secret.of("an audit key of thirty-two octets, or more"));

    private List<AuditChain.Chained> log(int length) {
        List<AuditChain.Chained> log = new ArrayList<>();
        AuditChain.Head head = AuditChain.Head.NONE;
        for (int i = 1; i <= length; i++) {
            AuditChain.Chained next = chain.next(head, entry(OURS, i + ".example."));
            log.add(next);
            head = next.head();
        }
        return log;
    }

    private AuditChain.Verdict verdict(List<AuditChain.Chained> log) {
        return chain.verify(OURS, log, Optional.empty());
    }

    @Test
    void whatWasChainedIsWhole() {
        List<AuditChain.Chained> log = log(5);

        assertThat(verdict(log)).isEqualTo(new AuditChain.Whole(log.getLast().head()));
        assertThat(verdict(List.of())).isEqualTo(new AuditChain.Whole(AuditChain.Head.NONE));
    }

    @Test
    void theFirstBrokenPlaceIsTold() {
        List<AuditChain.Chained> log = log(5);
        AuditChain.Chained third = log.get(2);
        log.set(2, new AuditChain.Chained(3, entry(OURS, "changed.example."), third.link()));

        assertThat(verdict(log)).isEqualTo(new AuditChain.Broken(3, AuditChain.Damage.ALTERED));
        assertThat(new AuditChain.Broken(3, AuditChain.Damage.ALTERED).message())
                .isEqualTo("The audit log is broken at entry 3: it is not what was noted, or the key is another.");
    }

    @Test
    void whatWasRemovedIsMissed() {
        List<AuditChain.Chained> log = log(5);
        log.remove(2);

        assertThat(verdict(log)).isEqualTo(new AuditChain.Broken(3, AuditChain.Damage.MISSING));
        assertThat(verdict(log(5).subList(1, 5))).isEqualTo(new AuditChain.Broken(1, AuditChain.Damage.MISSING));
    }

    @Test
    void whatWasRemovedIsMissedThoughTheOthersAreRenumbered() {
        List<AuditChain.Chained> log = log(5);
        log.remove(2);
        log.set(2, new AuditChain.Chained(3, log.get(2).entry(), log.get(2).link()));

        assertThat(verdict(log)).isEqualTo(new AuditChain.Broken(3, AuditChain.Damage.ALTERED));
    }

    @Test
    void whatWasExchangedIsSeen() {
        List<AuditChain.Chained> log = log(5);
        Collections.swap(log, 1, 3);

        assertThat(verdict(log)).isEqualTo(new AuditChain.Broken(2, AuditChain.Damage.MISSING));
    }

    @Test
    void whatWasInsertedIsSeen() {
        List<AuditChain.Chained> log = log(5);
        log.add(2, new AuditChain.Chained(3, entry(OURS, "x."), log.get(2).link()));

        assertThat(verdict(log)).isEqualTo(new AuditChain.Broken(3, AuditChain.Damage.ALTERED));
    }

    @Test
    void whoeverHasNotTheKeyCannotChainAnew() {
        AuditChain other = new AuditChain(Secret.of("another audit key of thirty-two octets, or more"));

        assertThat(other.verify(OURS, log(2), Optional.empty()))
                .isEqualTo(new AuditChain.Broken(1, AuditChain.Damage.ALTERED));
    }

    @Test
    void aChainOfAnotherWorkspaceIsNotOurs() {
        assertThat(chain.verify(Examples.workspace().id(), log(2), Optional.empty()))
                .isEqualTo(new AuditChain.Broken(1, AuditChain.Damage.ALTERED));
    }

    @Test
    void aCutOffEndIsSeenByWhoNotedAHead() {
        List<AuditChain.Chained> log = log(5);
        Optional<AuditChain.Head> noted = Optional.of(log.getLast().head());

        assertThat(chain.verify(OURS, log, noted))
                .isEqualTo(new AuditChain.Whole(log.getLast().head()));
        assertThat(chain.verify(OURS, log.subList(0, 3), noted))
                .isEqualTo(new AuditChain.Broken(4, AuditChain.Damage.CUT_OFF));
        assertThat(verdict(log.subList(0, 3)))
                .isEqualTo(new AuditChain.Whole(log.get(2).head()));
    }

    @Test
    void anEndThatWasWrittenAnewIsSeenByWhoNotedAHead() {
        List<AuditChain.Chained> log = log(5);
        Optional<AuditChain.Head> noted = Optional.of(log.get(3).head());
        AuditChain.Chained other = chain.next(log.get(2).head(), entry(OURS, "x."));
        List<AuditChain.Chained> anew = new ArrayList<>(log.subList(0, 3));
        anew.add(other);

        assertThat(verdict(anew)).isEqualTo(new AuditChain.Whole(other.head()));
        assertThat(chain.verify(OURS, anew, noted)).isEqualTo(new AuditChain.Broken(4, AuditChain.Damage.ALTERED));
        assertThat(chain.verify(OURS, log, noted))
                .isEqualTo(new AuditChain.Whole(log.getLast().head()));
    }

    @Test
    void itsKeyIsItsOwnCopyAndLongEnough() {
        Secret key = Secret.of("an audit key of thirty-two octets, or more");
        AuditChain copied = new AuditChain(key);
        key.close();

        assertThat(copied.verify(OURS, log(2), Optional.empty())).isInstanceOf(AuditChain.Whole.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AuditChain(Secret.of("31 octets are not long enough..")));
    }

    @Test
    void aHeadCountsFromNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AuditChain.Head(-1, AuditChain.Head.NONE.link()));
    }
}
