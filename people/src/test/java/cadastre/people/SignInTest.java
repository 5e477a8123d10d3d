package cadastre.people;

import static cadastre.people.Examples.CHANCE;
import static cadastre.people.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cadastre.vault.Secret;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static final SignInName OWNER = new SignInName("owner@example.com");
    private static final SignInName NOBODY = new SignInName("nobody@example.com");

    private final MemoryPeople people = new MemoryPeople();
    private final MemorySessions sessions = new MemorySessions();
    private final MemoryAttempts attempts = new MemoryAttempts();
    private final MemoryDevices devices = new MemoryDevices();
    private SignIn signIn = signIn(Examples.PASSWORDS);
    private Account owner = new Account(
            AccountId.fresh(CHANCE), OWNER, Examples.PASSWORDS.hash(Secret.of("gravel teapot orbit"), CHANCE), NOW);

    private SignIn signIn(Passwords passwords) {
        return new SignIn(people, sessions, attempts, devices, passwords, Lockout.STANDARD, CHANCE);
    }

    @BeforeEach
    void thereIsAnOwner() {
        people.found(Examples.workspace(), owner);
    }

    private static SignIn.Browser at(String address, Optional<Ticket> device) {
        try {
            return new SignIn.Browser(InetAddress.getByName(address), "Browser", device);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static SignIn.Browser at(String address) {
        return at(address, Optional.empty());
    }

    private SignIn.Outcome right(SignIn.Browser browser, Instant now) {
        return signIn.attempt(OWNER, Secret.of("gravel teapot orbit"), browser, now);
    }

    private SignIn.Outcome wrong(SignInName name, SignIn.Browser browser, Instant now) {
        return signIn.attempt(name, Secret.of("gravel teapot"), browser, now);
    }

    private SignIn.Welcome welcome(SignIn.Browser browser, Instant now) {
        return switch (right(browser, now)) {
            case SignIn.Welcome welcome -> welcome;
            case SignIn.Refused refused -> throw new AssertionError(refused);
            case SignIn.Wait wait -> throw new AssertionError(wait);
        };
    }

    @Test
    void whoKnowsThePasswordIsSignedIn() {
        SignIn.Welcome welcome = welcome(at("192.0.2.1"), NOW);

        assertThat(welcome.account()).isEqualTo(owner);
        assertThat(sessions.find(welcome.ticket().digest())).contains(welcome.session());
        assertThat(welcome.session())
                .isEqualTo(new Session(
                        welcome.session().id(),
                        welcome.ticket().digest(),
                        owner.id(),
                        NOW,
                        NOW,
                        "192.0.2.1",
                        "Browser"));
    }

    @Test
    void eachSignInIsASessionOfItsOwn() {
        SignIn.Welcome first = welcome(at("192.0.2.1"), NOW);
        SignIn.Welcome second = welcome(at("192.0.2.1", Optional.of(first.device())), NOW);

        assertThat(second.ticket().digest()).isNotEqualTo(first.ticket().digest());
        assertThat(sessions.of(owner.id())).containsExactlyInAnyOrder(first.session(), second.session());
    }

    @Test
    void aWrongPasswordAndAWrongNameAreTheSameAnswer() {
        assertThat(wrong(OWNER, at("192.0.2.1"), NOW)).isEqualTo(new SignIn.Refused());
        assertThat(wrong(NOBODY, at("192.0.2.2"), NOW)).isEqualTo(new SignIn.Refused());
        assertThat(sessions.of(owner.id())).isEmpty();
    }

    @Test
    void failuresAtANameThatNobodyHasCountJustSo() {
        for (int i = 0; i < 5; i++) {
            assertThat(wrong(OWNER, at("192.0.2.1"), NOW)).isEqualTo(new SignIn.Refused());
            assertThat(wrong(NOBODY, at("192.0.2.2"), NOW)).isEqualTo(new SignIn.Refused());
        }

        assertThat(wrong(OWNER, at("192.0.2.1"), NOW)).isEqualTo(new SignIn.Wait(NOW.plusSeconds(1)));
        assertThat(wrong(NOBODY, at("192.0.2.2"), NOW)).isEqualTo(new SignIn.Wait(NOW.plusSeconds(1)));
    }

    @Test
    void whoMustWaitIsNotLetInWithTheRightPassword() {
        for (int i = 0; i < 5; i++) {
            wrong(OWNER, at("192.0.2.1"), NOW);
        }

        assertThat(right(at("192.0.2.1"), NOW)).isEqualTo(new SignIn.Wait(NOW.plusSeconds(1)));
        assertThat(right(at("192.0.2.1"), NOW.plusSeconds(1))).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void anAttackFromElsewhereLocksNobodyOut() {
        for (int i = 0; i < 1000; i++) {
            wrong(OWNER, at("198.51.100." + i % 256), NOW.plusSeconds(i));
        }

        assertThat(right(at("192.0.2.1"), NOW.plusSeconds(1000))).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void anAttackFromTheSameAddressLocksNoDeviceOut() {
        SignIn.Welcome before = welcome(at("192.0.2.1"), NOW);
        for (int i = 0; i < 1000; i++) {
            wrong(OWNER, at("192.0.2.1"), NOW.plusSeconds(i));
        }
        Instant after = NOW.plusSeconds(1000);

        assertThat(right(at("192.0.2.1"), after)).isInstanceOf(SignIn.Wait.class);
        SignIn.Welcome again = welcome(at("192.0.2.1", Optional.of(before.device())), after);
        assertThat(again.device().digest()).isEqualTo(before.device().digest());
    }

    @Test
    void aDeviceOfOneNameIsNoneOfAnother() {
        SignIn.Welcome welcome = welcome(at("192.0.2.1"), NOW);
        SignIn.Browser device = at("192.0.2.1", Optional.of(welcome.device()));
        for (int i = 0; i < 5; i++) {
            wrong(NOBODY, device, NOW);
        }

        assertThat(wrong(NOBODY, device, NOW)).isInstanceOf(SignIn.Wait.class);
        assertThat(right(device, NOW)).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void aTicketThatWasPutIntoTheBrowserIsNotTakenOver() {
        Ticket planted = Ticket.fresh(CHANCE);

        SignIn.Welcome welcome = welcome(at("192.0.2.1", Optional.of(planted)), NOW);

        assertThat(welcome.device().digest()).isNotEqualTo(planted.digest());
        assertThat(devices.knows(OWNER, planted.digest(), NOW)).isFalse();
        assertThat(devices.knows(OWNER, welcome.device().digest(), NOW)).isTrue();
    }

    @Test
    void aHashOfAnotherCostIsReplaced() {
        Passwords dearer = new Passwords(new PasswordHash.Cost(16, 1, 1), 1);
        signIn = signIn(dearer);

        SignIn.Welcome welcome = welcome(at("192.0.2.1"), NOW);

        Account kept = people.find(owner.id()).orElseThrow();
        assertThat(kept).isEqualTo(welcome.account());
        assertThat(dearer.isOutdated(kept.password())).isFalse();
        assertThat(dearer.isRight(Secret.of("gravel teapot orbit"), kept.password()))
                .isTrue();
    }
}
