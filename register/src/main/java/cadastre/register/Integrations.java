package cadastre.register;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The integrations of a workspace. Thread-safe.
public interface Integrations {
    /// Adds one.
    ///
    /// @throws IllegalArgumentException if there is one with that id already, in whatever workspace
    void add(Integration integration);

    /// {@return the one with that id, if it is of this workspace}
    Optional<Integration> find(Integration.Id id);

    /// {@return the cards of all, by name}
    List<Card> cards(Instant now);

    /// {@return the card of one, if it is of this workspace}
    Optional<Card> card(Integration.Id id, Instant now);

    /// Gives one another name.
    ///
    /// @return whether there is one
    boolean rename(Integration.Id id, String name);

    /// Replaces what else an account needs that is no secret.
    ///
    /// @return whether there is one
    boolean configure(Integration.Id id, Map<String, String> settings, boolean readOnly);

    /// Replaces its credential, and what is known through it: organization, capabilities, trouble. Nothing else
    /// changes.
    ///
    /// @param acquaintance what the new credential showed
    /// @return whether there is one
    boolean updateCredential(Integration.Id id, Credential credential, Acquaintance acquaintance);
}
