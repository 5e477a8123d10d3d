package cadastre.desk;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.people.WorkspaceId;
import cadastre.plan.Change;
import cadastre.plan.Objection;
import cadastre.plan.Plan;
import cadastre.plan.Planner;
import cadastre.plan.Step;
import cadastre.plan.ZonePlan;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import cadastre.provider.Reason;
import cadastre.register.Draft;
import cadastre.register.Drafts;
import cadastre.register.Holding;
import cadastre.register.Integration;
import cadastre.register.Scope;
import cadastre.rollout.Audience;
import cadastre.rollout.Journal;
import cadastre.rollout.JournalException;
import cadastre.rollout.RegistrationRollout;
import cadastre.rollout.Rollout;
import cadastre.rollout.Rollouts;
import cadastre.rollout.StepResult;
import cadastre.rollout.ZoneRollout;
import cadastre.store.Compartment;
import cadastre.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Applies plans that somebody gave the word for. Thread-safe.
///
/// The order never changes: read again and stop if the zone moved; a snapshot; each write noted before it is sent; read
/// back; let the inventory know; and only then is the rollout over. Whatever interrupts this, [Recoveries] finds the
/// rollout in the state APPLYING and ends it by reading.
final class Executions implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Executions.class.getName());
    private static final int SHORT_HASH = 8;
    private static final long PATIENCE_SECONDS = 30;
    /// When to look whether a registry took a delegation up.
    private static final List<Duration> LOOKS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1));

    private final Store store;
    private final Lines lines;
    private final Plans plans;
    private final Syncs syncs;
    private final Trail trail;
    private final Bulletin bulletin;
    private final Watcher watcher;
    private final InstantSource clock;
    private final Map<String, Execution> executions = new ConcurrentHashMap<>();
    private final Set<Zoned> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Executions(
            Store store,
            Lines lines,
            Plans plans,
            Syncs syncs,
            Trail trail,
            Bulletin bulletin,
            Lookout lookout,
            InstantSource clock) {
        this.watcher = new Watcher(lookout);
        this.store = store;
        this.lines = lines;
        this.plans = plans;
        this.syncs = syncs;
        this.trail = trail;
        this.bulletin = bulletin;
        this.clock = clock;
    }

    /// What only one rollout changes at a time. What other workspaces do with the same name is not seen.
    private record Zoned(WorkspaceId workspace, Name name) {}

    /// One rollout on its way.
    private record Run(
            Person person,
            Compartment compartment,
            Rollout rollout,
            Holding holding,
            Line line,
            Execution execution,
            String reason) {
        Rollouts rollouts(InstantSource clock) {
            return compartment.rollouts(clock);
        }
    }

    /// Begins to apply a rollout that waits for a word.
    Verdict start(Person person, Rollout rollout, Holding holding, String reason) {
        WorkspaceId workspace = person.membership().workspace();
        Compartment compartment = store.compartment(workspace);
        Optional<Integration> integration = compartment.integrations().find(holding.integration());
        if (integration.isEmpty()) {
            return Verdict.NOT_THERE;
        }
        if (!busy.add(new Zoned(workspace, holding.name()))) {
            return Verdict.BUSY;
        }
        String topic = Topics.rollout(workspace, rollout.number());
        Execution execution = new Execution(clock, () -> bulletin.post(topic));
        executions.put(topic, execution);
        threads.execute(() -> {
            try {
                Line line = lines.of(new Reference(workspace, holding.integration()), integration.get());
                Run run = new Run(person, compartment, rollout, holding, line, execution, reason);
                run(run);
                over(run.holding(), execution, workspace);
                watch(workspace, compartment, rollout.number(), holding, line, execution);
            } catch (ProviderException e) {
                execution.begin("Open the way to the provider");
                execution.end(Execution.Mark.FAILED, said(e));
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "rollout " + rollout.number() + " was interrupted by a bug", e);
                execution.endOpen(
                        Execution.Mark.FAILED, "The program failed. What was sent is read back at its next start.");
            } finally {
                over(holding, execution, workspace);
            }
        });
        return Verdict.STARTED;
    }

    private void over(Holding holding, Execution execution, WorkspaceId workspace) {
        if (!execution.isOver()) {
            busy.remove(new Zoned(workspace, holding.name()));
            execution.finish();
            bulletin.post(Topics.register(workspace));
        }
    }

    /// Asks the name servers, if the rollout changed a zone and was carried out.
    private void watch(
            WorkspaceId workspace,
            Compartment compartment,
            long number,
            Holding holding,
            Line line,
            Execution execution) {
        Optional<Rollout> rollout = compartment.rollouts(clock).find(number);
        boolean done =
                rollout.filter(one -> one.state() == Rollout.State.VERIFIED).isPresent();
        List<Plan.Target> targets = rollout.map(one -> one.plan().targets()).orElse(List.of());
        for (Plan.Target target : targets) {
            if (done && target instanceof Plan.Target.OfZone(Name apex, var _, List<Change> changes)) {
                watcher.follow(execution, apex, changes, nameServers(line, holding));
                bulletin.post(Topics.rollout(workspace, number));
            }
        }
    }

    private static List<String> nameServers(Line line, Holding holding) {
        if (!holding.facts().nameServers().isEmpty()) {
            return holding.facts().nameServers();
        }
        try {
            return line.zones().nameServers(holding.name());
        } catch (ProviderException e) {
            // The change is carried out and read back; only who serves the zone is not told.
            return List.of();
        }
    }

    /// Asks the name servers about a rollout that was carried out, once more.
    ///
    /// @return whether that was begun
    boolean look(WorkspaceId workspace, Rollout rollout, Holding holding) {
        Compartment compartment = store.compartment(workspace);
        Optional<Integration> integration = compartment.integrations().find(holding.integration());
        String topic = Topics.rollout(workspace, rollout.number());
        Execution before = executions.get(topic);
        if (integration.isEmpty() || (before != null && (before.isWatching() || !before.isOver()))) {
            return false;
        }
        Execution execution = before == null ? new Execution(clock, () -> bulletin.post(topic)) : before;
        execution.finish();
        executions.put(topic, execution);
        threads.execute(() -> {
            try {
                Line line = lines.of(new Reference(workspace, holding.integration()), integration.get());
                watch(workspace, compartment, rollout.number(), holding, line, execution);
            } catch (ProviderException e) {
                execution.begin("Ask the name servers");
                execution.end(Execution.Mark.NOTED, said(e));
            }
        });
        return true;
    }

    /// {@return the execution of a rollout, if it was begun since the program started}
    Optional<Execution> find(WorkspaceId workspace, long number) {
        return Optional.ofNullable(executions.get(Topics.rollout(workspace, number)));
    }

    /// {@return whether a rollout is being applied by this program}
    boolean isRunning(WorkspaceId workspace, long number) {
        return find(workspace, number).filter(one -> !one.isOver()).isPresent();
    }

    private void run(Run run) {
        Optional<ZonePlan> zonePlan = Optional.empty();
        for (Plan.Target target : run.rollout().plan().targets()) {
            if (target instanceof Plan.Target.OfZone zone) {
                zonePlan = prepared(run, zone);
                if (zonePlan.isEmpty()) {
                    return;
                }
            }
        }
        long number = run.rollout().number();
        Rollouts rollouts = run.rollouts(clock);
        if (!rollouts.move(number, Rollout.State.PROPOSED, Rollout.State.APPLYING, clock.instant())) {
            run.execution().begin("Apply");
            run.execution().end(Execution.Mark.FAILED, "It no longer waits for a word.");
            return;
        }
        Rollout.State end = Rollout.State.VERIFIED;
        try {
            if (zonePlan.isPresent()) {
                end = zone(run, zonePlan.get(), rollouts.journal(number));
            }
            if (end == Rollout.State.VERIFIED) {
                end = registrations(run, rollouts.journal(number));
            }
        } catch (JournalException | ProviderException e) {
            // How far it came is not known here: it stays as it is, and [Recoveries] ends it by reading.
            run.execution()
                    .endOpen(
                            Execution.Mark.FAILED,
                            (e instanceof ProviderException refused ? said(refused) : e.getMessage())
                                    + " The zone is read again by itself; nothing is sent twice.");
            return;
        }
        rollouts.move(number, Rollout.State.APPLYING, end, clock.instant());
        settleDraft(run);
        trail.note(
                run.person(),
                "plan.apply",
                run.holding().name().withoutDot(),
                Map.of(
                        "plan", run.rollout().plan().hash(),
                        "outcome", end.name(),
                        "reason", run.reason()));
        if (zonePlan.isPresent()) {
            // Lists the snapshot that was taken before.
            syncs.start(
                    new Reference(
                            run.person().membership().workspace(), run.holding().integration()),
                    new Scope.OneDomain(run.holding().id(), run.holding().name()));
        }
    }

    /// Reads the zone again and takes a snapshot.
    ///
    /// @return the plan to send; empty if the zone moved or the provider does not answer, and then nothing was sent
    private Optional<ZonePlan> prepared(Run run, Plan.Target.OfZone target) {
        Execution execution = run.execution();
        execution.begin("Read the zone again");
        ZonePlan plan;
        try {
            Zone now = plans.read(run.compartment(), run.holding(), run.line());
            if (!now.fingerprint().equals(target.fingerprint())) {
                execution.end(
                        Execution.Mark.FAILED,
                        "The zone changed since this plan was made. Nothing was sent; review it again.");
                return Optional.empty();
            }
            Zone after = ZonePlan.applied(now, target.changes());
            plan = Planner.plan(after, now, plans.policy(after, run.line().zones()));
        } catch (ProviderException e) {
            execution.end(Execution.Mark.FAILED, said(e) + " Nothing was sent.");
            return Optional.empty();
        }
        if (plan.isBlocked()) {
            String why = plan.objections().stream()
                    .filter(Objection::blocks)
                    .map(Objection::message)
                    .findFirst()
                    .orElseThrow();
            execution.end(Execution.Mark.FAILED, "Nothing was sent: " + why + ".");
            return Optional.empty();
        }
        execution.end(Execution.Mark.DONE, "as it was for the plan");
        return snapshot(run) ? Optional.of(plan) : Optional.empty();
    }

    private boolean snapshot(Run run) {
        String name = "before " + run.rollout().plan().hash().substring(0, SHORT_HASH);
        run.execution().begin("Snapshot “" + name + "”");
        try {
            run.line().snapshots().takeSnapshot(run.holding().name(), name);
            run.execution().end(Execution.Mark.DONE, "");
            return true;
        } catch (ProviderException e) {
            if (e.reason() instanceof Reason.Refused) {
                // The history holds what was before; a full list of snapshots shall not stop the work.
                run.execution().end(Execution.Mark.NOTED, said(e) + " The history keeps what was before.");
                return true;
            }
            run.execution().end(Execution.Mark.FAILED, said(e) + " Nothing was sent.");
            return false;
        }
    }

    private Rollout.State zone(Run run, ZonePlan plan, Journal journal) throws JournalException, ProviderException {
        Execution execution = run.execution();
        Audience audience = new Audience() {
            @Override
            public boolean next(Step step) {
                execution.begin(title(step, plan.apex()));
                return true;
            }

            @Override
            public void ended(Step step, StepResult result) {
                switch (result) {
                    case StepResult.Done _ -> execution.end(Execution.Mark.DONE, "");
                    case StepResult.Failed(ProviderException reason) ->
                        execution.end(Execution.Mark.FAILED, said(reason));
                    case StepResult.Declined _ -> execution.end(Execution.Mark.NOTED, "");
                }
            }
        };
        ZoneRollout.Approved approved = ZoneRollout.propose(plan).approve().orElseThrow();
        ZoneRollout.Applied applied = approved.apply(run.line().zones(), journal, audience);
        execution.begin("Read back");
        Instant asked = clock.instant();
        ZoneRollout.Verification verification = applied.verify(run.line().zones());
        Zone now = verification.zone();
        Reading reading = new Reading(
                now,
                now.rrsets().stream().flatMap(rrset -> rrset.records().stream()).toList(),
                List.of());
        run.compartment().inventory().observe(run.holding().id(), reading, asked, clock.instant());
        return switch (verification) {
            case ZoneRollout.Verification.Verified _ -> {
                execution.end(Execution.Mark.DONE, applied.allDone() ? "as planned" : "what was done is there");
                yield applied.allDone() ? Rollout.State.VERIFIED : Rollout.State.INCOMPLETE;
            }
            case ZoneRollout.Verification.Diverged(var _, List<RRset.Key> left) -> {
                execution.end(
                        Execution.Mark.FAILED, left.size() + " of the RRsets are not as they were written: " + left);
                yield Rollout.State.DIVERGED;
            }
        };
    }

    private static String title(Step step, Name apex) {
        List<String> parts = step.changes().stream()
                .map(change -> (change instanceof Change.Remove ? "Remove " : "Write ")
                        + change.key()
                                .owner()
                                .relativeTo(apex)
                                .map(Object::toString)
                                .orElse(change.key().owner().toString())
                        + " " + change.key().type())
                .toList();
        return String.join(", ", parts);
    }

    private Rollout.State registrations(Run run, Journal journal) throws JournalException {
        for (Plan.Target target : run.rollout().plan().targets()) {
            if (target instanceof Plan.Target.OfRegistration(Name name, String fingerprint, var change)) {
                run.execution().begin("Ask the registry for other name servers");
                StepResult result = RegistrationRollout.apply(
                        name, fingerprint, change, run.line().registrar(), journal);
                if (result instanceof StepResult.Failed(ProviderException reason)) {
                    run.execution().end(Execution.Mark.FAILED, said(reason));
                    return Rollout.State.INCOMPLETE;
                }
                run.execution().end(Execution.Mark.DONE, "pending until the registry answers");
                Reference reference = new Reference(
                        run.person().membership().workspace(), run.holding().integration());
                Scope.OneDomain domain = new Scope.OneDomain(run.holding().id(), name);
                LOOKS.forEach(delay -> syncs.later(reference, domain, delay));
            }
        }
        return Rollout.State.VERIFIED;
    }

    /// Takes out of the person's draft what now is as it shall be.
    private void settleDraft(Run run) {
        Drafts drafts = run.compartment().drafts();
        String author = run.person().account().toString();
        Optional<Draft> kept = drafts.find(run.holding().id(), author).map(Drafts.Kept::draft);
        Optional<Zone> now = run.compartment().inventory().zone(run.holding().id());
        if (kept.isEmpty()) {
            return;
        }
        Draft draft = now.map(kept.get()::without).orElse(kept.get());
        for (Plan.Target target : run.rollout().plan().targets()) {
            if (target instanceof Plan.Target.OfRegistration(var _, var _, var change)
                    && draft.delegation()
                            .filter(one -> one.to().equals(change.to()))
                            .isPresent()) {
                draft = draft.keepDelegation();
            }
        }
        drafts.keep(run.holding().id(), author, draft, clock.instant());
    }

    private static String said(ProviderException e) {
        return e.getMessage() + "." + e.advice().map(advice -> " " + advice).orElse("");
    }

    /// Waits a while for what is being applied; what only asks name servers ends at once.
    @Override
    public void close() {
        threads.shutdown();
        if (executions.values().stream().allMatch(Execution::isOver)) {
            threads.shutdownNow();
        }
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
