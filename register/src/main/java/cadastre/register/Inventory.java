package cadastre.register;

import cadastre.dns.Name;
import cadastre.dns.Zone;
import cadastre.provider.Reading;
import cadastre.provider.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is: the holdings of a workspace and their zones, as they were last seen. Thread-safe.
public interface Inventory {
    /// In which order to list holdings.
    enum Order {
        /// By name.
        NAME,
        /// By the end of the registration, the next first; those that do not say it last.
        EXPIRY,
        /// By the last change, the latest first; those that never changed last.
        CHANGE
    }

    /// How many holdings, of those that are not archived, there are of each kind that is asked for most.
    ///
    /// @param all          of them
    /// @param endingSoon   end before the instant that was given
    /// @param autoRenewOff are not renewed by themselves
    /// @param custom       refer to name servers of others
    /// @param drifted      were changed elsewhere since the instant that was given
    /// @param unread       have a zone that could not be read the last time
    record Facets(int all, int endingSoon, int autoRenewOff, int custom, int drifted, int unread) {}

    /// {@return some holdings}
    ///
    /// @param cursor of the slice before; empty for the first
    /// @param limit  at least 1
    /// @throws IllegalArgumentException if the cursor is not one of that order
    Slice<Holding> holdings(HoldingFilter filter, Order order, Optional<String> cursor, int limit);

    /// {@return how many there are}
    int count(HoldingFilter filter);

    /// {@return how many there are of each kind}
    Facets facets(Instant endsBefore, Instant driftedSince);

    /// {@return the holding of that id, if it is one of this workspace; archived or not}
    Optional<Holding> holding(Holding.Id id);

    /// {@return the holdings of that name: one for each integration that sees or saw it, those that are not archived
    /// first}
    List<Holding> holdings(Name name);

    /// {@return its zone as it was last read; empty if it never was}
    Optional<Zone> zone(Holding.Id id);

    /// {@return the provider's snapshots of its zone as they were last listed, the newest first}
    List<Snapshot> snapshots(Holding.Id id);

    /// Keeps what a zone holds, as read outside a pass, such as after a rollout; unless something that was
    /// asked for later is kept already. What differs from what was known is noted in the history.
    ///
    /// @param asked when the question was sent
    /// @throws IllegalArgumentException if there is no such holding
    void observe(Holding.Id id, Reading reading, Instant asked, Instant at);
}
