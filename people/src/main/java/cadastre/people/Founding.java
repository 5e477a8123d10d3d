package cadastre.people;

import static java.util.Objects.requireNonNull;

import cadastre.vault.Secret;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The first run: whoever has the link that is printed at start makes the first account, the owner of the first
/// workspace. Safe for use by several threads.
public final class Founding {
    /// How long the link lives.
    public static final Duration LINK_LIFE = Duration.ofHours(1);

    private final Accounts accounts;
    private final Links links;
    private final Passwords passwords;
    private final SecureRandom chance;

    /// None may be null.
    public Founding(Accounts accounts, Links links, Passwords passwords, SecureRandom chance) {
        this.accounts = requireNonNull(accounts, "accounts is null");
        this.links = requireNonNull(links, "links is null");
        this.passwords = requireNonNull(passwords, "passwords is null");
        this.chance = requireNonNull(chance, "chance is null");
    }

    /// What came of it.
    public sealed interface Outcome {}

    /// Done.
    ///
    /// @param owner     the first account
    /// @param workspace the first workspace
    public record Founded(Account owner, Workspace workspace) implements Outcome {
        /// None may be null.
        public Founded {
            requireNonNull(owner, "owner is null");
            requireNonNull(workspace, "workspace is null");
        }
    }

    /// The link does nothing: it was used, has expired, or never was one.
    public record LinkRefused() implements Outcome {
        /// {@return what is wrong and what to do}
        public String message() {
            return "This link was used or has expired. If there is no owner yet, start Cadastre again: it prints a new"
                    + " one.";
        }
    }

    /// A name is none. The link still works.
    ///
    /// @param message what is wrong
    public record NameRefused(String message) implements Outcome {
        /// Not null.
        public NameRefused {
            requireNonNull(message, "message is null");
        }
    }

    /// The password is not taken. The link still works.
    ///
    /// @param objection why
    public record PasswordRefused(PasswordObjection objection) implements Outcome {
        /// Not null.
        public PasswordRefused {
            requireNonNull(objection, "objection is null");
        }
    }

    /// {@return the ticket of a fresh link; empty if there is an account already}
    public Optional<Ticket> link(Instant now) {
        if (!accounts.isEmpty()) {
            return Optional.empty();
        }
        OneTimeLink.Made made = OneTimeLink.make(new OneTimeLink.FirstOwner(), now, LINK_LIFE, chance);
        links.add(made.link());
        return Optional.of(made.ticket());
    }

    /// {@return whether the link would do something; this does not use it up}
    public boolean isOpen(Ticket ticket, Instant now) {
        return links.find(ticket.digest(), now)
                        .filter(Founding::isForFirstOwner)
                        .isPresent()
                && accounts.isEmpty();
    }

    private static boolean isForFirstOwner(OneTimeLink link) {
        return switch (link.purpose()) {
            case OneTimeLink.FirstOwner() -> true;
            case OneTimeLink.Invitation _ -> false;
        };
    }

    /// Makes the first account and the first workspace, as they were typed.
    public Outcome found(Ticket ticket, String workspaceName, String signInName, Secret password, Instant now) {
        if (!isOpen(ticket, now)) {
            return new LinkRefused();
        }
        Optional<String> called = Workspace.cleaned(workspaceName);
        if (called.isEmpty()) {
            return new NameRefused(Workspace.RULE);
        }
        Optional<SignInName> name = SignInName.parse(signInName);
        if (name.isEmpty()) {
            return new NameRefused(SignInName.RULE);
        }
        Optional<PasswordObjection> objection = PasswordRules.objection(password, name.get());
        if (objection.isPresent()) {
            return new PasswordRefused(objection.get());
        }
        PasswordHash hash = passwords.hash(password, chance);
        Workspace workspace = new Workspace(WorkspaceId.fresh(chance), called.get(), now);
        Account owner = new Account(AccountId.fresh(chance), name.get(), hash, now);
        // If this stops between the two, the link is gone and nobody was made: the next start prints another.
        boolean taken = links.take(ticket.digest(), now).isPresent();
        return taken && accounts.found(workspace, owner) ? new Founded(owner, workspace) : new LinkRefused();
    }
}
