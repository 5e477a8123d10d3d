package cadastre.desk;

import static java.util.Objects.requireNonNull;

import cadastre.people.WorkspaceId;
import cadastre.provider.ProviderException;
import cadastre.register.Card;
import cadastre.register.HoldingFilter;
import cadastre.register.Integration;
import cadastre.register.Inventory;
import cadastre.register.PassState;
import cadastre.register.RequestLog;
import cadastre.register.Scope;
import cadastre.store.Compartment;
import cadastre.store.Store;
import cadastre.vault.Vault;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// What all workspaces share: the database, the vault, the one client that asks the providers, and the work that goes
/// on by itself. Thread-safe; to be closed.
public final class Office implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Office.class.getName());
    private static final long ROUND_SECONDS = 30;
    private static final long HAND_OVER_SECONDS = 2;
    private static final int ENDING_AT_ONCE = 50;

    final Store store;
    final Lines lines;
    final Admissions admissions;
    final Syncs syncs;
    final Plans plans;
    final Executions executions;
    final Trail trail;
    final Bulletin bulletin = new Bulletin();
    final InstantSource clock;
    private final Recoveries recoveries;
    private final Map<Reference, Instant> tries = new ConcurrentHashMap<>();
    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    /// What an office is opened with.
    ///
    /// @param environment the environment variables of the process, for the client
    /// @param userAgent   what the client calls itself
    /// @param defaults    settings of integrations that do not say otherwise, such as `apiurl`; mostly none
    /// @param lookout     that asks name servers
    /// @param clock       the time
    /// @param chance      for identifiers and keys
    public record Settings(
            Map<String, String> environment,
            String userAgent,
            Map<String, String> defaults,
            Lookout lookout,
            InstantSource clock,
            SecureRandom chance) {
        /// The maps are copied.
        public Settings {
            environment = Map.copyOf(environment);
            requireNonNull(userAgent, "userAgent is null");
            defaults = Map.copyOf(defaults);
            requireNonNull(lookout, "lookout is null");
            requireNonNull(clock, "clock is null");
            requireNonNull(chance, "chance is null");
        }

        /// Without the environment, which may hold secrets.
        @Override
        public String toString() {
            return "Settings of " + userAgent;
        }
    }

    /// An office over a database. Nothing is asked before [#open].
    public Office(Store store, Vault vault, Settings settings) {
        this.store = store;
        this.clock = settings.clock();
        this.lines = new Lines(
                store, vault, settings.environment(), settings.userAgent(), clock, settings.defaults(), this::pausing);
        this.admissions = new Admissions(store, lines, settings.chance(), clock);
        this.trail = new Trail(store, vault, settings.chance(), clock);
        this.syncs = new Syncs(store, lines, bulletin, clock, this::forecast);
        this.plans = new Plans(store, lines, clock);
        this.executions = new Executions(store, lines, plans, syncs, trail, bulletin, settings.lookout(), clock);
        this.recoveries = new Recoveries(store, lines, plans, executions, trail, bulletin, clock);
    }

    /// Begins the work that goes on by itself: ends what was interrupted, goes on with passes, and looks at what was
    /// not looked at for a while.
    public void open() {
        rounds.execute(() -> guarded(() -> store.everyWorkspace().forEach(syncs::resume)));
        var _ = rounds.scheduleWithFixedDelay(
                () -> guarded(() -> store.everyWorkspace().forEach(this::round)), 0, ROUND_SECONDS, TimeUnit.SECONDS);
        var _ = rounds.scheduleWithFixedDelay(
                () -> guarded(this::handOver), HAND_OVER_SECONDS, HAND_OVER_SECONDS, TimeUnit.SECONDS);
        var _ = rounds.scheduleWithFixedDelay(() -> guarded(this::forgetOldRequests), 1, 1, TimeUnit.HOURS);
    }

    /// One failed round does not end those after it.
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "what goes on by itself failed this time", e);
        }
    }

    private void round(WorkspaceId workspace) {
        recoveries.run(workspace);
        Compartment compartment = store.compartment(workspace);
        Instant now = clock.instant();
        for (Card card : compartment.integrations().cards(now)) {
            Integration.Id id = card.integration().id();
            Reference reference = new Reference(workspace, id);
            Optional<PassState> last = compartment.passes().latest(id, new Scope.Everything());
            Instant lastTry = tries.getOrDefault(reference, Instant.EPOCH);
            boolean running = syncs.isRunning(reference, new Scope.Everything());
            if (!running && Schedule.isDue(card, last, lastTry, now)) {
                tries.put(reference, now);
                syncs.start(reference, new Scope.Everything());
            } else if (!running) {
                lookAtWhatEnds(workspace, card, now);
            }
        }
    }

    /// What is left of a look takes longer than was said.
    private void pausing() {
        syncs.tellAll();
    }

    /// Keeps the requests that were sent since the last time.
    void handOver() {
        lines.traffic()
                .handOver((reference, requests) ->
                        store.compartment(reference.workspace()).requestLog().note(reference.integration(), requests));
    }

    private void forgetOldRequests() {
        Instant before = clock.instant().minus(RequestLog.KEPT);
        store.everyWorkspace()
                .forEach(workspace -> store.compartment(workspace).requestLog().forget(before));
    }

    /// Domains that end soon are looked at every day.
    private void lookAtWhatEnds(WorkspaceId workspace, Card card, Instant now) {
        boolean works = card.integration().trouble().isEmpty()
                && card.integration().lastSuccess().isPresent();
        if (!works) {
            return;
        }
        HoldingFilter ending = HoldingFilter.ALL
                .and(new HoldingFilter.Condition.SeenThrough(card.integration().id()))
                .and(new HoldingFilter.Condition.EndsBefore(now.plus(Schedule.SOON)));
        store
                .compartment(workspace)
                .inventory()
                .holdings(ending, Inventory.Order.EXPIRY, Optional.empty(), ENDING_AT_ONCE)
                .items()
                .stream()
                .filter(holding -> Schedule.isDue(holding, now))
                .forEach(holding -> syncs.start(
                        new Reference(workspace, holding.integration()),
                        new Scope.OneDomain(holding.id(), holding.name())));
    }

    /// {@return how long requests for an integration wait for leave from the budget, at least}
    Duration forecast(Reference reference, int requests) {
        Optional<Integration> integration =
                store.compartment(reference.workspace()).integrations().find(reference.integration());
        try {
            return integration.isEmpty()
                    ? Duration.ZERO
                    : lines.of(reference, integration.get()).source().effort().forecast(requests);
        } catch (ProviderException e) {
            // Without a way to the provider nothing waits; that there is none is said where something is sent.
            return Duration.ZERO;
        }
    }

    /// {@return the workspace as that person may use it}
    public Desk desk(Person person) {
        return new Desk(this, person);
    }

    /// Notes in the audit log what somebody did elsewhere, such as signing in.
    public void note(Person person, String action, String object, Map<String, String> details) {
        trail.note(person, action, object, details);
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        executions.close();
        syncs.close();
        guarded(this::handOver);
        lines.close();
    }
}
