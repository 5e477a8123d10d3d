package cadastre.desk;

import cadastre.people.WorkspaceId;
import cadastre.provider.ProviderException;
import cadastre.register.Holding;
import cadastre.register.Integration;
import cadastre.register.Pass;
import cadastre.register.PassState;
import cadastre.register.Progress;
import cadastre.register.Scope;
import cadastre.store.Compartment;
import cadastre.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/// The passes that are under way, at most one for each integration and scope. Thread-safe.
///
/// How far each is is kept by the passes themselves, so that whatever ends this program, the next one goes on.
final class Syncs implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Syncs.class.getName());
    private static final long PATIENCE_SECONDS = 5;

    private final Store store;
    private final Lines lines;
    private final Bulletin bulletin;
    private final InstantSource clock;
    private final BiFunction<Reference, Integer, Duration> forecast;
    private final Map<Key, Run> runs = new ConcurrentHashMap<>();
    private final Map<Reference, String> failures = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closing;

    /// Passes with the same key do not run beside each other.
    private record Key(Reference reference, String scope) {
        static Key of(Reference reference, Scope scope) {
            return new Key(
                    reference,
                    switch (scope) {
                        case Scope.Everything _ -> "everything";
                        case Scope.Details _ -> "details";
                        case Scope.OneDomain(Holding.Id holding, var _) -> "domain " + holding;
                    });
        }
    }

    /// A pass under way.
    private static final class Run {
        private volatile Optional<Progress> progress = Optional.empty();
    }

    /// @param forecast how long so many requests of an integration would wait
    Syncs(
            Store store,
            Lines lines,
            Bulletin bulletin,
            InstantSource clock,
            BiFunction<Reference, Integer, Duration> forecast) {
        this.forecast = forecast;
        this.store = store;
        this.lines = lines;
        this.bulletin = bulletin;
        this.clock = clock;
    }

    /// Begins a pass, or goes on with one that was interrupted.
    ///
    /// @return whether it was begun; false if one is under way
    boolean start(Reference reference, Scope scope) {
        Key key = Key.of(reference, scope);
        Run run = new Run();
        if (closing || runs.putIfAbsent(key, run) != null) {
            return false;
        }
        threads.execute(() -> run(key, run, reference, scope));
        return true;
    }

    private void run(Key key, Run run, Reference reference, Scope scope) {
        Optional<PassState> end = Optional.empty();
        try {
            end = pass(run, reference, scope);
        } catch (RuntimeException e) {
            failures.put(
                    reference,
                    "The program failed while it looked (" + e.getClass().getSimpleName() + ").");
            LOG.log(System.Logger.Level.ERROR, "a pass over " + reference.integration() + " failed", e);
        } finally {
            runs.remove(key);
            tell(reference.workspace());
        }
        boolean whole =
                end.filter(state -> state.isFinished() && !state.stopped()).isPresent();
        if (whole && scope instanceof Scope.Everything) {
            start(reference, new Scope.Details());
        }
    }

    private Optional<PassState> pass(Run run, Reference reference, Scope scope) {
        Compartment compartment = store.compartment(reference.workspace());
        Optional<Integration> integration = compartment.integrations().find(reference.integration());
        if (integration.isEmpty()) {
            return Optional.empty();
        }
        Line line;
        try {
            line = lines.of(reference, integration.get());
        } catch (ProviderException e) {
            failures.put(reference, e.getMessage() + ". " + e.advice().orElse(""));
            return Optional.empty();
        }
        failures.remove(reference);
        Pass pass = Pass.over(integration.get(), scope, compartment.passes(), line.source(), clock);
        run.progress = Optional.of(pass.progress());
        tell(reference.workspace());
        return Optional.of(pass.run(progress -> {
            run.progress = Optional.of(progress);
            tell(reference.workspace());
            return !closing;
        }));
    }

    private void tell(WorkspaceId workspace) {
        bulletin.post(Topics.register(workspace));
    }

    /// Tells those who watch a workspace in which a pass is under way.
    void tellAll() {
        runs.keySet().stream()
                .map(key -> key.reference().workspace())
                .distinct()
                .forEach(this::tell);
    }

    /// {@return how far the pass is that is under way, as soon as that is known; what is left as of now}
    Optional<Progress> progress(Reference reference, Scope scope) {
        Run run = runs.get(Key.of(reference, scope));
        return run == null ? Optional.empty() : run.progress.map(progress -> asOfNow(reference, progress));
    }

    /// A pass that waits for leave says nothing meanwhile, but the budget knows how long it waits.
    private Progress asOfNow(Reference reference, Progress progress) {
        return new Progress(
                progress.state(),
                progress.domainsTotal(),
                progress.ahead()
                        .map(ahead -> new Progress.Ahead(
                                ahead.zones(),
                                ahead.details(),
                                ahead.requests(),
                                forecast.apply(reference, ahead.requests()))));
    }

    /// {@return whether such a pass is under way}
    boolean isRunning(Reference reference, Scope scope) {
        return runs.containsKey(Key.of(reference, scope));
    }

    /// {@return why no pass could begin the last time, in words, if that is so}
    Optional<String> failure(Reference reference) {
        return Optional.ofNullable(failures.get(reference));
    }

    /// Goes on with what was interrupted when the program ended.
    void resume(WorkspaceId workspace) {
        for (PassState state : store.compartment(workspace).passes().unfinished()) {
            if (!state.stopped()) {
                start(new Reference(workspace, state.integration()), state.scope());
            }
        }
    }

    /// Looks at one domain again after some time, such as when a registry is slow.
    void later(Reference reference, Scope.OneDomain domain, Duration delay) {
        threads.execute(() -> {
            try {
                Thread.sleep(delay);
                start(reference, domain);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Ends what is under way: each pass after the question that it is at.
    @Override
    public void close() {
        closing = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
