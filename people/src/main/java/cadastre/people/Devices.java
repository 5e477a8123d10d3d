package cadastre.people;

import java.time.Instant;

/// Where it is kept in which browsers a name signed in. Implementations are safe for use by several threads.
public interface Devices {
    /// Keeps that the name signed in in that browser; if that was kept already, until the later of both instants.
    ///
    /// @param device the digest of the ticket that the browser has
    /// @param until  when this is forgotten
    void remember(SignInName name, Digest device, Instant until);

    /// {@return whether the name signed in in that browser}
    boolean knows(SignInName name, Digest device, Instant now);

    /// Forgets all of a name.
    void forgetAll(SignInName name);

    /// Forgets what is to be forgotten by now.
    void forget(Instant now);
}
