package cadastre.people;

import static cadastre.people.Examples.entry;
import static cadastre.people.Examples.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import cadastre.vault.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/// What an audit log does wherever it is kept.
public interface AuditLogContract {
    /// What links the entries of the tests.
    AuditChain CHAIN = new AuditChain(Secret.of("the audit key of the contract, 32 octets or more"));

    /// {@return the log to test; the same throughout a test}
    AuditLog log();

    /// {@return the ID of a workspace that is kept where an audit log wants one; another at each call}
    default WorkspaceId workspaceId() {
        return workspace().id();
    }

    /// It comes back, octet for octet.
    @Test
    default void whatWasAppendedIsReadAndWhole() {
        WorkspaceId ours = workspaceId();
        assertThat(log().head(ours)).isEqualTo(AuditChain.Head.NONE);
        assertThat(log().all(ours)).isEmpty();

        AuditChain.Chained first = log().append(entry(ours, "example.com."), CHAIN);
        AuditChain.Chained second = log().append(entry(ours, "bücher.example."), CHAIN);

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.entry()).isEqualTo(entry(ours, "example.com."));
        assertThat(log().all(ours)).containsExactly(first, second);
        assertThat(log().head(ours)).isEqualTo(second.head());
        assertThat(CHAIN.verify(ours, log().all(ours), Optional.of(second.head())))
                .isEqualTo(new AuditChain.Whole(second.head()));
    }

    /// Each workspace has its own.
    @Test
    default void eachWorkspaceHasItsOwnLog() {
        WorkspaceId ours = workspaceId();
        WorkspaceId theirs = workspaceId();
        AuditChain.Chained first = log().append(entry(ours, "a."), CHAIN);
        AuditChain.Chained other = log().append(entry(theirs, "b."), CHAIN);
        AuditChain.Chained second = log().append(entry(ours, "c."), CHAIN);

        assertThat(log().all(ours)).containsExactly(first, second);
        assertThat(log().all(theirs)).containsExactly(other);
        assertThat(other.number()).isEqualTo(1);
        assertThat(log().all(workspaceId())).isEmpty();
    }

    /// It is read in pages.
    @Test
    default void entriesAreReadInPages() {
        WorkspaceId ours = workspaceId();
        List<AuditChain.Chained> all = new ArrayList<>();
        for (int i = 0; i < AuditLog.PAGE + 1; i++) {
            all.add(log().append(entry(ours, i + ".example."), CHAIN));
        }

        assertThat(log().entries(ours, 0, 2)).isEqualTo(all.subList(0, 2));
        assertThat(log().entries(ours, 2, 3)).isEqualTo(all.subList(2, 5));
        assertThat(log().entries(ours, AuditLog.PAGE, 10)).containsExactly(all.getLast());
        assertThat(log().entries(ours, AuditLog.PAGE + 1, 10)).isEmpty();
        assertThat(log().all(ours)).containsExactlyElementsOf(all);
    }

    /// Those at the same time stand one after another.
    @Test
    default void entriesAtOnceAreLinkedOneAfterAnother() throws InterruptedException, ExecutionException {
        WorkspaceId ours = workspaceId();

        List<AuditChain.Chained> appended = Examples.atOnce(8, () -> log().append(entry(ours, "a."), CHAIN));

        assertThat(log().all(ours)).containsExactlyInAnyOrderElementsOf(appended);
        assertThat(CHAIN.verify(ours, log().all(ours), Optional.empty()))
                .isInstanceOfSatisfying(
                        AuditChain.Whole.class,
                        whole -> assertThat(whole.head().number()).isEqualTo(8));
    }
}
