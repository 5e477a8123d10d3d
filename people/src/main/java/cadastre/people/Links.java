package cadastre.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where one-time links are kept until they are used. Used, expired, revoked and never made are the same answer.
/// Implementations are safe for use by several threads.
public interface Links {
    /// Keeps a link.
    void add(OneTimeLink link);

    /// {@return the link, if it is there and alive; it stays}
    Optional<OneTimeLink> find(Digest digest, Instant now);

    /// Uses a link up. Of several who take it at once only one gets it.
    ///
    /// @return the link, if it was there and alive
    Optional<OneTimeLink> take(Digest digest, Instant now);

    /// {@return the invitations to a workspace that are alive, oldest first}
    List<OneTimeLink> invitations(WorkspaceId workspace, Instant now);

    /// Takes an invitation back.
    ///
    /// @return whether there was such an invitation to that workspace
    boolean revoke(WorkspaceId workspace, Digest digest);

    /// Forgets those that have expired.
    void forgetExpired(Instant now);
}
