package cadastre.people;

import static cadastre.people.Examples.CHANCE;
import static cadastre.people.Examples.NOW;
import static cadastre.people.Examples.digest;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What sessions do wherever they are kept.
public interface SessionsContract {
    /// {@return the sessions to test; the same throughout a test}
    Sessions sessions();

    /// {@return the ID of an account that is kept where sessions want one; another at each call}
    AccountId account();

    private Session added(AccountId account, Instant created) {
        Session session =
                new Session(SessionId.fresh(CHANCE), digest(), account, created, created, "2001:db8::1", "Browser ü");
        sessions().add(session);
        return session;
    }

    /// It is found by its ticket.
    @Test
    default void aSessionIsFoundByItsTicket() {
        AccountId account = account();
        Session session = added(account, NOW);
        added(account, NOW);

        assertThat(sessions().find(session.digest())).contains(session);
        assertThat(sessions().find(digest())).isEmpty();
    }

    /// The latest use is kept, however late it is told.
    @Test
    default void theLatestUseIsKept() {
        Session session = added(account(), NOW);
        Instant later = NOW.plusSeconds(60);

        sessions().seen(session.id(), later);
        sessions().seen(session.id(), NOW.plusSeconds(30));
        sessions().seen(SessionId.fresh(CHANCE), later);

        assertThat(sessions().find(session.digest())).contains(session.seen(later));
    }

    /// An account sees its own.
    @Test
    default void anAccountSeesItsOwnLatestFirst() {
        AccountId ours = account();
        Session early = added(ours, NOW);
        Session late = added(ours, NOW.plusSeconds(1));
        Session theirs = added(account(), NOW);

        assertThat(sessions().of(ours)).containsExactly(late, early);
        assertThat(sessions().of(theirs.account())).containsExactly(theirs);
        assertThat(sessions().of(account())).isEmpty();
    }

    /// Only its owner ends it.
    @Test
    default void aSessionIsEndedByItsOwner() {
        AccountId ours = account();
        Session session = added(ours, NOW);
        Session other = added(ours, NOW);

        assertThat(sessions().revoke(account(), session.id())).isFalse();
        assertThat(sessions().revoke(ours, SessionId.fresh(CHANCE))).isFalse();
        assertThat(sessions().find(session.digest())).contains(session);

        assertThat(sessions().revoke(ours, session.id())).isTrue();
        assertThat(sessions().revoke(ours, session.id())).isFalse();
        assertThat(sessions().find(session.digest())).isEmpty();
        assertThat(sessions().of(ours)).containsExactly(other);
    }

    /// All but the one that is used, or all.
    @Test
    default void allOfAnAccountAreEndedButOne() {
        AccountId ours = account();
        Session kept = added(ours, NOW);
        Session ended = added(ours, NOW);
        Session theirs = added(account(), NOW);

        assertThat(sessions().revokeAll(ours, Optional.of(kept.id()))).isEqualTo(1);
        assertThat(sessions().find(kept.digest())).contains(kept);
        assertThat(sessions().find(ended.digest())).isEmpty();

        assertThat(sessions().revokeAll(ours, Optional.empty())).isEqualTo(1);
        assertThat(sessions().of(ours)).isEmpty();
        assertThat(sessions().find(theirs.digest())).contains(theirs);
    }

    /// What is over in either way is forgotten, and nothing else.
    @Test
    default void onlyWhatIsOverIsForgotten() {
        SessionLife life = new SessionLife(Duration.ofHours(1), Duration.ofDays(1));
        AccountId account = account();
        Instant now = NOW.plus(Duration.ofDays(1));
        Session tooOld = added(account, NOW);
        sessions().seen(tooOld.id(), now);
        added(account, now.minus(Duration.ofHours(1)));
        Session used = added(account, now.minus(Duration.ofHours(2)));
        sessions().seen(used.id(), now.minusMillis(1));
        Session fresh = added(account, now.minus(Duration.ofHours(1)).plusMillis(1));

        sessions().forgetOver(life, now);

        assertThat(sessions().of(account)).containsExactly(fresh, used.seen(now.minusMillis(1)));
    }
}
