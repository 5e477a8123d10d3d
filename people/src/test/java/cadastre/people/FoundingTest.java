package cadastre.people;

import static cadastre.people.Examples.CHANCE;
import static cadastre.people.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cadastre.vault.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FoundingTest {
    private final MemoryPeople people = new MemoryPeople();
    private final MemoryLinks links = new MemoryLinks();
    private final Founding founding = new Founding(people, links, Examples.PASSWORDS, CHANCE);

    private Founding.Outcome found(Ticket ticket, Instant now) {
        return founding.found(ticket, " Example Ltd ", "Owner@Example.com", Secret.of("gravel teapot orbit"), now);
    }

    @Test
    void whoHasTheLinkBecomesTheOwnerOfTheFirstWorkspace() {
        Ticket ticket = founding.link(NOW).orElseThrow();
        assertThat(founding.isOpen(ticket, NOW)).isTrue();

        assertThat(found(ticket, NOW)).isInstanceOfSatisfying(Founding.Founded.class, founded -> {
            Account owner = founded.owner();
            assertThat(people.forSignIn(new SignInName("owner@example.com"))).contains(owner);
            assertThat(Examples.PASSWORDS.isRight(Secret.of("gravel teapot orbit"), owner.password()))
                    .isTrue();
            assertThat(founded.workspace().name()).isEqualTo("Example Ltd");
            assertThat(people.membership(founded.workspace().id(), owner.id()))
                    .contains(new Membership(founded.workspace().id(), owner.id(), Role.OWNER, NOW));
        });
    }

    @Test
    void theLinkWorksOnce() {
        Ticket ticket = founding.link(NOW).orElseThrow();
        found(ticket, NOW);

        assertThat(founding.isOpen(ticket, NOW)).isFalse();
        assertThat(found(ticket, NOW)).isEqualTo(new Founding.LinkRefused());
    }

    @Test
    void onceThereIsAnOwnerNoLinkIsMadeAndNoneWorks() {
        Ticket first = founding.link(NOW).orElseThrow();
        Ticket second = founding.link(NOW).orElseThrow();
        found(first, NOW);

        assertThat(founding.link(NOW)).isEmpty();
        assertThat(founding.isOpen(second, NOW)).isFalse();
        assertThat(found(second, NOW)).isEqualTo(new Founding.LinkRefused());
    }

    @Test
    void theLinkLivesForAnHour() {
        Ticket ticket = founding.link(NOW).orElseThrow();
        Instant end = NOW.plusSeconds(3600);

        assertThat(founding.isOpen(ticket, end.minusMillis(1))).isTrue();
        assertThat(founding.isOpen(ticket, end)).isFalse();
        assertThat(found(ticket, end)).isEqualTo(new Founding.LinkRefused());
        assertThat(people.isEmpty()).isTrue();
    }

    @Test
    void anyOtherTicketIsRefused() {
        founding.link(NOW);
        OneTimeLink.Made invitation = OneTimeLink.make(
                new OneTimeLink.Invitation(
                        Examples.workspace().id(),
                        Role.OWNER,
                        Examples.account().id()),
                NOW,
                Duration.ofHours(1),
                CHANCE);
        links.add(invitation.link());

        assertThat(found(Ticket.fresh(CHANCE), NOW)).isEqualTo(new Founding.LinkRefused());
        assertThat(found(invitation.ticket(), NOW)).isEqualTo(new Founding.LinkRefused());
        assertThat(links.find(invitation.link().digest(), NOW)).isPresent();
    }

    @Test
    void whatWasTypedWrongLeavesTheLinkAsItIs() {
        Ticket ticket = founding.link(NOW).orElseThrow();
        Secret password = Secret.of("gravel teapot orbit");

        assertThat(founding.found(ticket, " ", "owner", password, NOW))
                .isEqualTo(new Founding.NameRefused(Workspace.RULE));
        assertThat(founding.found(ticket, "Example", "two words", password, NOW))
                .isEqualTo(new Founding.NameRefused(SignInName.RULE));
        assertThat(founding.found(ticket, "Example", "owner", Secret.of("password"), NOW))
                .isEqualTo(new Founding.PasswordRefused(PasswordObjection.SHORT));
        assertThat(people.isEmpty()).isTrue();

        assertThat(found(ticket, NOW)).isInstanceOf(Founding.Founded.class);
    }

    @Test
    void ofManyAtOnceOneBecomesTheOwner() throws InterruptedException, ExecutionException {
        Ticket ticket = founding.link(NOW).orElseThrow();

        List<Founding.Outcome> outcomes = Examples.atOnce(8, () -> found(ticket, NOW));

        assertThat(outcomes).filteredOn(Founding.Founded.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Founding.LinkRefused.class::isInstance).hasSize(7);
    }
}
