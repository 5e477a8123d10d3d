package cadastre.people;

import static java.util.Objects.requireNonNull;

import cadastre.vault.Secret;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Signing in with a password.
///
/// What is refused does not tell whether there is such an account: the answer is the same, the ports are asked
/// the same questions, and as much is hashed. Safe for use by several threads.
public final class SignIn {
    private static final Duration DEVICE_LIFE = Duration.ofDays(365);
    /// Stands for a browser that shows no ticket, so that the same is asked about it.
    private static final Digest NO_DEVICE = Digest.of("no device");

    private final Accounts accounts;
    private final Sessions sessions;
    private final Attempts attempts;
    private final Devices devices;
    private final Passwords passwords;
    private final Lockout lockout;
    private final SecureRandom chance;

    /// None may be null.
    public SignIn(
            Accounts accounts,
            Sessions sessions,
            Attempts attempts,
            Devices devices,
            Passwords passwords,
            Lockout lockout,
            SecureRandom chance) {
        this.accounts = requireNonNull(accounts, "accounts is null");
        this.sessions = requireNonNull(sessions, "sessions is null");
        this.attempts = requireNonNull(attempts, "attempts is null");
        this.devices = requireNonNull(devices, "devices is null");
        this.passwords = requireNonNull(passwords, "passwords is null");
        this.lockout = requireNonNull(lockout, "lockout is null");
        this.chance = requireNonNull(chance, "chance is null");
    }

    /// The browser of whoever signs in.
    ///
    /// @param address where it is, as far as that can be trusted
    /// @param agent   what it calls itself; may be empty
    /// @param device  the ticket that it was given when somebody signed in in it before
    public record Browser(InetAddress address, String agent, Optional<Ticket> device) {
        /// None may be null.
        public Browser {
            requireNonNull(address, "address is null");
            requireNonNull(agent, "agent is null");
            requireNonNull(device, "device is null");
        }
    }

    /// What came of it.
    public sealed interface Outcome {}

    /// Signed in.
    ///
    /// @param account who
    /// @param session what is kept
    /// @param ticket  for the browser, as long as the session lives
    /// @param device  for the browser, for a year
    public record Welcome(Account account, Session session, Ticket ticket, Ticket device) implements Outcome {
        /// None may be null.
        public Welcome {
            requireNonNull(account, "account is null");
            requireNonNull(session, "session is null");
            requireNonNull(ticket, "ticket is null");
            requireNonNull(device, "device is null");
        }
    }

    /// No such account, or not its password.
    public record Refused() implements Outcome {
        /// {@return what is wrong}
        public String message() {
            return "This name and password do not belong together.";
        }
    }

    /// The password was not looked at: there were too many failures.
    ///
    /// @param until when to try again
    public record Wait(Instant until) implements Outcome {
        /// Not null.
        public Wait {
            requireNonNull(until, "until is null");
        }
    }

    /// Signs in who knows the password.
    public Outcome attempt(SignInName name, Secret password, Browser browser, Instant now) {
        Optional<Account> account = accounts.forSignIn(name);
        Source source = source(name, browser, now);
        return switch (attempts.ask(source, name, lockout, now)) {
            case Lockout.Wait(Instant until) -> new Wait(until);
            case Lockout.Go _ -> {
                if (account.isEmpty()) {
                    passwords.checkNothing(password);
                    yield new Refused();
                }
                if (!passwords.isRight(password, account.get().password())) {
                    yield new Refused();
                }
                attempts.takeBack(source, name);
                yield welcome(renewed(account.get(), password), browser, now);
            }
        };
    }

    private Source source(SignInName name, Browser browser, Instant now) {
        Digest device = browser.device().map(Ticket::digest).orElse(NO_DEVICE);
        boolean known = devices.knows(name, device, now) && browser.device().isPresent();
        return known ? new Source.Device(name, device) : Source.of(browser.address());
    }

    private Account renewed(Account account, Secret password) {
        if (!passwords.isOutdated(account.password())) {
            return account;
        }
        PasswordHash fresh = passwords.hash(password, chance);
        return accounts.replacePassword(account.id(), account.password(), fresh)
                ? account.withPassword(fresh)
                : account;
    }

    /// Signs in an account that has shown otherwise who it is, such as by the link that made it.
    public Welcome welcome(Account account, Browser browser, Instant now) {
        Ticket ticket = Ticket.fresh(chance);
        // A ticket of unknown origin is not taken over: whoever put it there would have it too.
        Ticket device = browser.device()
                .filter(shown -> devices.knows(account.name(), shown.digest(), now))
                .orElseGet(() -> Ticket.fresh(chance));
        Session session = new Session(
                SessionId.fresh(chance),
                ticket.digest(),
                account.id(),
                now,
                now,
                browser.address().getHostAddress(),
                browser.agent());
        sessions.add(session);
        devices.remember(account.name(), device.digest(), now.plus(DEVICE_LIFE));
        return new Welcome(account, session, ticket, device);
    }
}
