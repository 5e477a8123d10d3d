package cadastre.people;

import static cadastre.people.Examples.CHANCE;
import static cadastre.people.Examples.NOW;
import static cadastre.people.Examples.account;
import static cadastre.people.Examples.digest;
import static cadastre.people.Examples.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/// What one-time links do wherever they are kept.
public interface LinksContract {
    /// {@return the links to test; the same throughout a test}
    Links links();

    private OneTimeLink added(OneTimeLink.Purpose purpose, Duration life) {
        OneTimeLink link = OneTimeLink.make(purpose, NOW, life, CHANCE).link();
        links().add(link);
        return link;
    }

    private OneTimeLink invitation(WorkspaceId workspace) {
        return added(
                new OneTimeLink.Invitation(workspace, Role.EDITOR, account().id()), Duration.ofDays(7));
    }

    /// It is found as it was made, as often as wanted, and taken once.
    @Test
    default void aLinkIsTakenOnce() {
        OneTimeLink first = added(new OneTimeLink.FirstOwner(), Duration.ofHours(1));
        OneTimeLink invitation = invitation(workspace().id());
        for (OneTimeLink link : List.of(first, invitation)) {
            assertThat(links().find(link.digest(), NOW)).contains(link);
            assertThat(links().find(link.digest(), NOW)).contains(link);
            assertThat(links().take(link.digest(), NOW)).contains(link);
            assertThat(links().take(link.digest(), NOW)).isEmpty();
            assertThat(links().find(link.digest(), NOW)).isEmpty();
        }
    }

    /// Nor by two at once.
    @Test
    default void ofManyWhoTakeItAtOnceOneGetsIt() throws InterruptedException, ExecutionException {
        OneTimeLink link = added(new OneTimeLink.FirstOwner(), Duration.ofHours(1));

        List<Optional<OneTimeLink>> taken = Examples.atOnce(8, () -> links().take(link.digest(), NOW));

        assertThat(taken.stream().flatMap(Optional::stream)).containsExactly(link);
    }

    /// It works until the instant at which it expires.
    @Test
    default void anExpiredLinkIsAsOneThatIsNotThere() {
        OneTimeLink link = added(new OneTimeLink.FirstOwner(), Duration.ofHours(1));

        assertThat(links().find(link.digest(), link.expires().minusMillis(1))).contains(link);
        assertThat(links().find(link.digest(), link.expires())).isEmpty();
        assertThat(links().take(link.digest(), link.expires())).isEmpty();
        assertThat(links().find(digest(), NOW)).isEmpty();
        assertThat(links().take(digest(), NOW)).isEmpty();
    }

    /// Each workspace sees its own.
    @Test
    default void invitationsAreThoseOfOneWorkspace() {
        WorkspaceId ours = workspace().id();
        WorkspaceId theirs = workspace().id();
        OneTimeLink invitation = invitation(ours);
        OneTimeLink other = invitation(theirs);
        added(new OneTimeLink.FirstOwner(), Duration.ofHours(1));

        assertThat(links().invitations(ours, NOW)).containsExactly(invitation);
        assertThat(links().invitations(theirs, NOW)).containsExactly(other);
        assertThat(links().invitations(ours, invitation.expires())).isEmpty();
        assertThat(links().invitations(workspace().id(), NOW)).isEmpty();
    }

    /// Only the workspace takes its invitation back.
    @Test
    default void anInvitationIsTakenBackByItsWorkspace() {
        WorkspaceId ours = workspace().id();
        OneTimeLink invitation = invitation(ours);
        OneTimeLink first = added(new OneTimeLink.FirstOwner(), Duration.ofHours(1));

        assertThat(links().revoke(workspace().id(), invitation.digest())).isFalse();
        assertThat(links().revoke(ours, first.digest())).isFalse();
        assertThat(links().revoke(ours, digest())).isFalse();
        assertThat(links().find(invitation.digest(), NOW)).contains(invitation);
        assertThat(links().find(first.digest(), NOW)).contains(first);

        assertThat(links().revoke(ours, invitation.digest())).isTrue();
        assertThat(links().find(invitation.digest(), NOW)).isEmpty();
        assertThat(links().revoke(ours, invitation.digest())).isFalse();
    }

    /// What is alive is not forgotten.
    @Test
    default void onlyTheExpiredAreForgotten() {
        OneTimeLink early = added(new OneTimeLink.FirstOwner(), Duration.ofHours(1));
        OneTimeLink late = added(new OneTimeLink.FirstOwner(), Duration.ofHours(2));

        links().forgetExpired(early.expires());

        assertThat(links().find(early.digest(), NOW)).isEmpty();
        assertThat(links().find(late.digest(), NOW)).contains(late);
    }
}
