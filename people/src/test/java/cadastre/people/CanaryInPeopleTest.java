package cadastre.people;

import static cadastre.people.Examples.CHANCE;
import static cadastre.people.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cadastre.vault.Canary;
import cadastre.vault.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Passwords and tickets are shown by nothing that prints, and are in nothing that is stored.
class CanaryInPeopleTest {
    private final MemoryPeople people = new MemoryPeople();
    private final MemoryLinks links = new MemoryLinks();
    private final MemorySessions sessions = new MemorySessions();
    private final Founding founding = new Founding(people, links, Examples.PASSWORDS, CHANCE);
    private final SignIn signIn = new SignIn(
            people, sessions, new MemoryAttempts(), new MemoryDevices(), Examples.PASSWORDS, Lockout.STANDARD, CHANCE);

    @Test
    void aPasswordIsNowhere() throws IOException {
        Canary canary = new Canary("canary7Zq2Lw9Xk4Rt8Vb3");
        SignIn.Browser browser = new SignIn.Browser(InetAddress.getLoopbackAddress(), "Browser", Optional.empty());
        Ticket ticket = founding.link(NOW).orElseThrow();
        Secret password = Secret.of(canary.text());
        SignInName name = new SignInName("owner");
        Founding.Outcome founded = founding.found(ticket, "Example", "owner", password, NOW);
        Account owner = people.forSignIn(name).orElseThrow();

        assertThat(canary.in(founded.toString())).isEmpty();
        assertThat(canary.in(owner + " " + owner.password().phc())).isEmpty();
        assertThat(canary.in(signIn.attempt(name, password, browser, NOW).toString()))
                .isEmpty();
        assertThat(canary.in(signIn.attempt(new SignInName("other"), password, browser, NOW)
                        .toString()))
                .isEmpty();
        assertThat(canary.in(catchThrowable(() -> new PasswordHash(canary.text()))))
                .isEmpty();
        assertThat(canary.in(catchThrowable(() -> new AuditChain(password)))).isEmpty();
        assertThat(canary.in(password + " " + PasswordRules.objection(password, name)))
                .isEmpty();
    }

    @Test
    void aTicketIsNowhere() {
        Ticket device = Ticket.fresh(CHANCE);
        SignIn.Browser browser = new SignIn.Browser(InetAddress.getLoopbackAddress(), "Browser", Optional.of(device));
        assertThat(new Canary(device.text()).in(browser.toString())).isEmpty();

        OneTimeLink.Made made = OneTimeLink.make(new OneTimeLink.FirstOwner(), NOW, Duration.ofHours(1), CHANCE);
        assertThat(new Canary(made.ticket().text()).in(made.toString())).isEmpty();

        SignIn.Welcome welcome = signIn.welcome(Examples.account(), browser, NOW);
        for (Ticket ticket : new Ticket[] {device, welcome.ticket(), welcome.device()}) {
            Canary canary = new Canary(ticket.text());
            assertThat(canary.in(welcome.toString())).isEmpty();
            assertThat(canary.in(welcome.session().toString())).isEmpty();
            assertThat(canary.in(ticket.digest().toString())).isEmpty();
        }
    }
}
