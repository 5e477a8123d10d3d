package cadastre.register;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.provider.ListedRegistration;
import cadastre.provider.Reading;
import cadastre.provider.RegistrationDetail;
import cadastre.provider.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Where passes keep how far they are, and what they see. Thread-safe.
///
/// Each method that stores does so in one indivisible step that survives a kill: what was seen together with
/// the state from which the pass goes on. So after a kill the last question at most is asked again, nothing
/// that was stored is lost, and nothing is noted twice. Every one of them also keeps the integration's card
/// true, by [PassState#tellsTrouble] and [PassState#isSuccess].
///
/// What differs from what was known ([Comparison]) is noted in the [History].
public interface Passes {
    /// A holding that a pass is still to look at.
    ///
    /// @param holding which
    /// @param name    what is registered
    record Due(Holding.Id holding, Name name) {
        /// Neither may be null.
        public Due {
            requireNonNull(holding, "holding is null");
            requireNonNull(name, "name is null");
        }
    }

    /// How much a pass has before it, as far as the inventory tells.
    ///
    /// @param holdings     how many registrations the integration has that are not archived
    /// @param zones        how many zones are still to be read; before the list is turned, of those that are
    /// known
    /// @param zoneRequests how many requests that takes, at 500 RRsets each and at least one for each zone
    /// @param details      how many own pages are still to be read
    record Left(int holdings, int zones, int zoneRequests, int details) {
        Left zoneDone(int requests) {
            int fewer = Math.max(0, zones - 1);
            return new Left(holdings, fewer, Math.max(fewer, zoneRequests - requests), details);
        }

        Left detailDone() {
            return new Left(holdings, zones, zoneRequests, Math.max(0, details - 1));
        }
    }

    /// {@return a pass of that scope over that integration: the one that is not finished, if there is one,
    /// going on; else a new one}
    ///
    /// @throws IllegalArgumentException if there is no such integration
    PassState begin(Integration.Id integration, Scope scope, Instant at);

    /// {@return all passes that are not finished: at start, those that were interrupted}
    List<PassState> unfinished();

    /// Keeps the state, nothing else.
    void advance(PassState next, Instant at);

    /// Keeps what the credential showed.
    void introduced(PassState next, Acquaintance acquaintance);

    /// Keeps a page of the list: all on it count as seen by this pass.
    ///
    /// @param state the pass that turned it
    /// @param next  the state to keep, by how many registrations on the page this pass had not seen before
    /// @return that state
    PassState listed(PassState state, List<ListedRegistration> page, Instant at, IntFunction<PassState> next);

    /// {@return what the pass is to look at in its phase, in the order in which it matters: what ends within 60
    /// days first, then what changed last}
    ///
    /// In [Scope.Phase#CONFIRMING] it is what this pass has not seen; in [Scope.Phase#ZONES] what LiveDNS
    /// serves, in [Scope.Phase#DETAILS] what was not detailed within 7 days before the start, each without what
    /// this pass looked at. A pass over one domain is to look at that one in any case.
    ///
    /// @param limit at least 1
    List<Due> due(PassState state, int limit);

    /// {@return how much the pass has before it}
    Left left(PassState state);

    /// Keeps what a registration's own page tells; it counts as seen.
    void detailed(PassState next, Holding.Id holding, RegistrationDetail detail, Instant at);

    /// Archives a registration that is no longer there. All that is known of it stays.
    void vanished(PassState next, Holding.Id holding, Instant at);

    /// Keeps what a zone holds, unless something that was asked for later is kept already.
    ///
    /// @param asked when the question was sent
    void zoneRead(PassState next, Holding.Id holding, Reading reading, Instant asked, Instant at);

    /// Keeps that a question about a holding was not answered; what is known of it stays.
    ///
    /// @param phase   in which it was asked
    /// @param trouble why
    void skipped(Scope.Phase phase, PassState next, Holding.Id holding, Trouble trouble, Instant at);

    /// Keeps which snapshots the provider has of a zone.
    void snapshotsRead(PassState next, Holding.Id holding, List<Snapshot> snapshots, Instant at);

    /// {@return the last pass of that scope over that integration, if there was one}
    Optional<PassState> latest(Integration.Id integration, Scope scope);
}
