package cadastre.people;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

/// A link that does one thing once, for whoever has its ticket, until it expires.
///
/// @param digest  of its ticket
/// @param purpose what it does
/// @param created when
/// @param expires from then on it does nothing
public record OneTimeLink(Digest digest, Purpose purpose, Instant created, Instant expires) {
    /// None may be null.
    ///
    /// @throws IllegalArgumentException if it expires before it is created
    public OneTimeLink {
        requireNonNull(digest, "digest is null");
        requireNonNull(purpose, "purpose is null");
        if (expires.isBefore(created)) {
            throw new IllegalArgumentException("expires before it is created");
        }
    }

    /// What a link does.
    public sealed interface Purpose {}

    /// Makes the first account, the owner of the first workspace.
    public record FirstOwner() implements Purpose {}

    /// Makes a member of a workspace.
    ///
    /// @param workspace which
    /// @param role      as what
    /// @param by        who invites
    public record Invitation(WorkspaceId workspace, Role role, AccountId by) implements Purpose {
        /// None may be null.
        public Invitation {
            requireNonNull(workspace, "workspace is null");
            requireNonNull(role, "role is null");
            requireNonNull(by, "by is null");
        }
    }

    /// A link that was just made.
    ///
    /// @param ticket for whoever shall have it, shown once
    /// @param link   what is kept
    public record Made(Ticket ticket, OneTimeLink link) {
        /// None may be null.
        public Made {
            requireNonNull(ticket, "ticket is null");
            requireNonNull(link, "link is null");
        }
    }

    /// {@return a fresh link that lives so long from now}
    public static Made make(Purpose purpose, Instant now, Duration life, SecureRandom chance) {
        Ticket ticket = Ticket.fresh(chance);
        return new Made(ticket, new OneTimeLink(ticket.digest(), purpose, now, now.plus(life)));
    }

    /// {@return whether it still does something, if it was not used}
    public boolean isAlive(Instant now) {
        return now.isBefore(expires);
    }
}
