package cadastre.register;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How far a pass is: all that is needed to go on after a kill, together with what it has stored.
///
/// @param number      counts the passes that are kept together, from 1; a later pass has a greater number
/// @param integration over which it is
/// @param scope       how much it looks at
/// @param phase       what it is at
/// @param walk        how far the turning of the list is
/// @param tally       what it did so far
/// @param startedAt   when it began
/// @param stopped     whether it came to a halt because of its trouble; it can go on
/// @param trouble     what it met that concerns the whole integration
public record PassState(
        long number,
        Integration.Id integration,
        Scope scope,
        Scope.Phase phase,
        Walk walk,
        Tally tally,
        Instant startedAt,
        boolean stopped,
        Optional<Trouble> trouble) {
    /// @throws IllegalArgumentException if it is stopped without trouble
    public PassState {
        requireNonNull(integration, "integration is null");
        requireNonNull(scope, "scope is null");
        requireNonNull(phase, "phase is null");
        requireNonNull(walk, "walk is null");
        requireNonNull(tally, "tally is null");
        requireNonNull(startedAt, "startedAt is null");
        if (stopped && trouble.isEmpty()) {
            throw new IllegalArgumentException("a pass stops because of some trouble");
        }
    }

    /// What a pass did so far.
    ///
    /// @param domains     registrations found
    /// @param zones       zones read
    /// @param zonesFailed zones that could not be read; what is known of them stays
    /// @param details     own pages read
    /// @param requests    requests used
    public record Tally(int domains, int zones, int zonesFailed, int details, long requests) {
        /// Nothing was done.
        public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);

        Tally found(int more) {
            return new Tally(domains + more, zones, zonesFailed, details, requests);
        }

        Tally zone() {
            return new Tally(domains, zones + 1, zonesFailed, details, requests);
        }

        Tally zoneFailed() {
            return new Tally(domains, zones, zonesFailed + 1, details, requests);
        }

        Tally detail() {
            return new Tally(domains, zones, zonesFailed, details + 1, requests);
        }

        Tally used(long more) {
            return new Tally(domains, zones, zonesFailed, details, requests + more);
        }
    }

    /// {@return a pass that has not asked anything yet}
    public static PassState start(long number, Integration.Id integration, Scope scope, Instant at) {
        return new PassState(
                number,
                integration,
                scope,
                scope.phases().getFirst(),
                Walk.START,
                Tally.NOTHING,
                at,
                false,
                Optional.empty());
    }

    /// {@return whether there is nothing left to do}
    public boolean isFinished() {
        return phase == Scope.Phase.FINISHED;
    }

    /// {@return whether it came to the end of a look at everything and saw something: the integration's last
    /// success}
    public boolean isSuccess() {
        return isWhole() && !(trouble.orElse(null) instanceof Trouble.NoDomains);
    }

    private boolean isWhole() {
        return isFinished() && scope instanceof Scope.Everything;
    }

    /// {@return the trouble that its integration has from now on; empty if this pass says nothing about that}
    ///
    /// A pass that stops tells its trouble. One over everything that comes to its end tells what it met, or
    /// that there is none.
    public Optional<Optional<Trouble>> tellsTrouble() {
        return stopped || isWhole() ? Optional.of(trouble) : Optional.empty();
    }

    /// {@return the same pass going on}
    public PassState resumed() {
        return new PassState(number, integration, scope, phase, walk, tally, startedAt, false, Optional.empty());
    }

    PassState next() {
        List<Scope.Phase> phases = scope.phases();
        int at = phases.indexOf(phase);
        return at(at + 1 < phases.size() ? phases.get(at + 1) : Scope.Phase.FINISHED);
    }

    PassState at(Scope.Phase other) {
        return new PassState(number, integration, scope, other, walk, tally, startedAt, stopped, trouble);
    }

    PassState with(Walk other) {
        return new PassState(number, integration, scope, phase, other, tally, startedAt, stopped, trouble);
    }

    PassState with(Tally other) {
        return new PassState(number, integration, scope, phase, walk, other, startedAt, stopped, trouble);
    }

    PassState met(Trouble other) {
        return new PassState(number, integration, scope, phase, walk, tally, startedAt, false, Optional.of(other));
    }

    PassState stoppedBy(Trouble other) {
        return new PassState(number, integration, scope, phase, walk, tally, startedAt, true, Optional.of(other));
    }
}
