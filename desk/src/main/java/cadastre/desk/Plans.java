package cadastre.desk;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.dns.RRset;
import cadastre.dns.RdataTypes;
import cadastre.dns.Zone;
import cadastre.plan.Change;
import cadastre.plan.Plan;
import cadastre.plan.Planner;
import cadastre.plan.Policy;
import cadastre.plan.Undo;
import cadastre.plan.ZonePlan;
import cadastre.provider.DnsProvider;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import cadastre.provider.Reason;
import cadastre.register.Diagnosis;
import cadastre.register.Draft;
import cadastre.register.Drafts;
import cadastre.register.Holding;
import cadastre.register.Integration;
import cadastre.register.Testimony;
import cadastre.register.Trouble;
import cadastre.registration.Delegation;
import cadastre.registration.Registration;
import cadastre.rollout.Intention;
import cadastre.rollout.Journal;
import cadastre.rollout.NotedWrite;
import cadastre.rollout.Rollout;
import cadastre.store.Compartment;
import cadastre.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Makes plans: reads what is, and keeps what would change until somebody gives the word. Thread-safe.
final class Plans {
    private final Store store;
    private final Lines lines;
    private final InstantSource clock;
    /// Whether zones were signed when that was last asked; asked again before anything is sent.
    private final Map<Name, Boolean> signed = new ConcurrentHashMap<>();

    Plans(Store store, Lines lines, InstantSource clock) {
        this.store = store;
        this.lines = lines;
        this.clock = clock;
    }

    /// What makes the desired zone of the zone that was just read.
    private interface Wish {
        Zone desired(Zone now) throws ProviderException;
    }

    /// A plan of what a person drafted for a holding.
    Proposal ofDraft(Person person, Holding holding) {
        Compartment compartment = compartment(person);
        String author = person.account().toString();
        Optional<Draft> draft = compartment.drafts().find(holding.id(), author).map(Drafts.Kept::draft);
        if (draft.isEmpty()) {
            return new Proposal.Nothing();
        }
        return withLine(person, holding, line -> {
            List<Plan.Target> targets = new ArrayList<>();
            if (!draft.get().edits().isEmpty()) {
                zoneTarget(
                                compartment,
                                holding,
                                line,
                                now -> draft.get().settle(now).desired())
                        .ifPresent(targets::add);
            }
            if (draft.get().delegation().isPresent()) {
                delegationTarget(
                                holding.name(),
                                line,
                                draft.get().delegation().get().to())
                        .ifPresent(targets::add);
            }
            if (targets.isEmpty()) {
                compartment.drafts().discard(holding.id(), author);
                return new Proposal.Nothing();
            }
            return propose(compartment, person, new Plan(targets), OptionalLong.empty());
        });
    }

    /// A plan that makes RRsets as a snapshot of the provider holds them.
    ///
    /// @param only the RRsets to make so; empty for the whole zone
    Proposal ofSnapshot(Person person, Holding holding, String snapshot, Set<RRset.Key> only) {
        Compartment compartment = compartment(person);
        return withLine(person, holding, line -> {
            Zone then = line.snapshots().snapshot(holding.name(), snapshot);
            Wish wish = now -> only.isEmpty() ? then : mixed(now, then, only);
            Optional<Plan.Target> target = zoneTarget(compartment, holding, line, wish);
            return target.isEmpty()
                    ? new Proposal.Nothing()
                    : propose(compartment, person, new Plan(List.of(target.get())), OptionalLong.empty());
        });
    }

    private static Zone mixed(Zone now, Zone then, Set<RRset.Key> only) {
        List<RRset> all = new ArrayList<>();
        now.rrsets().stream().filter(rrset -> !only.contains(rrset.key())).forEach(all::add);
        then.rrsets().stream().filter(rrset -> only.contains(rrset.key())).forEach(all::add);
        return Zone.of(now.apex(), all);
    }

    /// A plan that takes back what a rollout did, where it still holds.
    Proposal ofUndo(Person person, Rollout made, Holding holding) {
        Compartment compartment = compartment(person);
        return withLine(person, holding, line -> {
            List<Plan.Target> targets = new ArrayList<>();
            boolean movedOn = false;
            for (Plan.Target target : made.plan().targets()) {
                switch (target) {
                    case Plan.Target.OfZone(var _, var _, List<Change> changes) -> {
                        Zone now = read(compartment, holding, line);
                        Undo undo = Undo.of(changes, now);
                        movedOn |= !undo.movedOn().isEmpty();
                        zoneTarget(now, undo.desired(), line).ifPresent(targets::add);
                    }
                    case Plan.Target.OfRegistration(Name name, var _, Plan.DelegationChange change) ->
                        delegationTarget(name, line, change.from()).ifPresent(targets::add);
                }
            }
            if (targets.isEmpty()) {
                return movedOn ? new Proposal.MovedOn() : new Proposal.Nothing();
            }
            return propose(compartment, person, new Plan(targets), OptionalLong.of(made.number()));
        });
    }

    /// What is asked over a line.
    private interface Question {
        Proposal ask(Line line) throws ProviderException;
    }

    private Proposal withLine(Person person, Holding holding, Question question) {
        Compartment compartment = compartment(person);
        Optional<Integration> integration = compartment.integrations().find(holding.integration());
        if (integration.isEmpty()) {
            return new Proposal.NotThere();
        }
        if (integration.get().readOnly()) {
            return new Proposal.ReadOnly();
        }
        try {
            Reference reference = new Reference(person.membership().workspace(), holding.integration());
            return question.ask(lines.of(reference, integration.get()));
        } catch (ProviderException e) {
            return new Proposal.Unavailable(trouble(e, holding, integration.get(), clock.instant()));
        }
    }

    static Trouble trouble(ProviderException e, Holding holding, Integration integration, Instant now) {
        return Diagnosis.of(
                        e.reason(),
                        Optional.of(holding.name()),
                        Set.of(),
                        new Testimony.Silent(),
                        integration.credential(),
                        now)
                .orElseGet(Trouble.Unreachable::new);
    }

    private Proposal propose(Compartment compartment, Person person, Plan plan, OptionalLong undoes) {
        Instant now = clock.instant();
        Rollout rollout = compartment.rollouts(clock).propose(plan, person.name(), now, undoes);
        return new Proposal.Proposed(rollout.number());
    }

    /// Reads the zone, and lets the inventory know what it holds.
    Zone read(Compartment compartment, Holding holding, Line line) throws ProviderException {
        Instant asked = clock.instant();
        Reading reading = line.zones().read(holding.name());
        compartment.inventory().observe(holding.id(), reading, asked, clock.instant());
        return reading.zone();
    }

    private Optional<Plan.Target> zoneTarget(Compartment compartment, Holding holding, Line line, Wish wish)
            throws ProviderException {
        Zone now = read(compartment, holding, line);
        return zoneTarget(now, wish.desired(now), line);
    }

    private Optional<Plan.Target> zoneTarget(Zone now, Zone desired, Line line) throws ProviderException {
        ZonePlan plan = Planner.plan(desired, now, policy(desired, line.zones()));
        return plan.isEmpty()
                ? Optional.empty()
                : Optional.of(new Plan.Target.OfZone(plan.apex(), plan.fingerprint(), plan.changes()));
    }

    /// What the plan of a zone goes by. Whether it is signed is only asked where that matters.
    Policy policy(Zone desired, DnsProvider zones) throws ProviderException {
        boolean alias = desired.rrsets().stream().anyMatch(rrset -> rrset.type().equals(RdataTypes.ALIAS));
        boolean isSigned = alias && zones.isSigned(desired.apex());
        signed.put(desired.apex(), isSigned);
        return Policy.FREE.withSigned(isSigned);
    }

    private static Optional<Plan.Target> delegationTarget(Name name, Line line, Delegation to)
            throws ProviderException {
        Delegation from = delegation(line.registrar().nameServers(name));
        if (from.equals(to)) {
            return Optional.empty();
        }
        String fingerprint = new Registration(name, from).fingerprint();
        return Optional.of(new Plan.Target.OfRegistration(name, fingerprint, new Plan.DelegationChange(from, to)));
    }

    /// {@return the delegation to those servers, as the registrar spells them}
    static Delegation delegation(List<String> nameServers) throws ProviderException {
        List<Name> names = new ArrayList<>();
        for (String one : nameServers) {
            try {
                names.add(Name.parse(one, Name.ROOT));
            } catch (PresentationException e) {
                throw new ProviderException(
                        "the name server \"" + one + "\" is no name", new Reason.NotUnderstood(), null, e);
            }
        }
        return new Delegation(names);
    }

    /// {@return what is to be known of a rollout}
    ///
    /// @param forecast how long so many requests would wait
    Review review(Compartment compartment, Rollout rollout, Optional<Holding> holding, IntFunction<Duration> forecast) {
        List<NotedWrite> writes = compartment.rollouts(clock).writes(rollout.number());
        int requests = 0;
        boolean stale = false;
        Optional<ZonePlan> plan = Optional.empty();
        List<Remark> remarks = List.of();
        for (Plan.Target target : rollout.plan().targets()) {
            switch (target) {
                case Plan.Target.OfZone(var _, String fingerprint, List<Change> changes) -> {
                    Optional<Zone> known =
                            holding.flatMap(one -> compartment.inventory().zone(one.id()));
                    if (known.isPresent() && known.get().fingerprint().equals(fingerprint)) {
                        Zone after = ZonePlan.applied(known.get(), changes);
                        plan = Optional.of(Planner.plan(
                                after,
                                known.get(),
                                Policy.FREE.withSigned(
                                        signed.getOrDefault(known.get().apex(), false))));
                        remarks = Remark.of(changes, known.get(), after);
                        requests += 3
                                + plan.get().steps().stream()
                                        .mapToInt(step -> step.writes().size())
                                        .sum();
                    } else {
                        stale = true;
                    }
                }
                case Plan.Target.OfRegistration _ -> requests += 2;
            }
        }
        return new Review(
                rollout,
                holding,
                plan.map(ZonePlan::steps).orElse(List.of()),
                plan.map(ZonePlan::objections).orElse(List.of()),
                remarks,
                stale && rollout.state() == Rollout.State.PROPOSED,
                requests,
                forecast.apply(requests),
                writes);
    }

    /// {@return the delegation that we asked for and that the registry has not taken up yet, as far as is known}
    static Optional<Delegation> pending(Compartment compartment, Holding holding, InstantSource clock) {
        List<Rollout> latest =
                compartment.rollouts(clock).latest(Optional.of(holding.name()), OptionalLong.empty(), 20);
        for (Rollout rollout : latest) {
            Optional<Delegation> sent = sent(compartment, rollout, holding.name(), clock);
            if (sent.isPresent()) {
                Set<Name> known = Set.copyOf(names(holding.facts().nameServers()));
                return known.equals(sent.get().asSet()) ? Optional.empty() : sent;
            }
        }
        return Optional.empty();
    }

    private static Optional<Delegation> sent(Compartment compartment, Rollout rollout, Name name, InstantSource clock) {
        return compartment.rollouts(clock).writes(rollout.number()).stream()
                .filter(write ->
                        write.outcome().filter(Journal.Outcome.DONE::equals).isPresent())
                .flatMap(write -> write.intention() instanceof Intention.OfRegistration(var _, Name target, var change)
                                && target.equals(name)
                        ? Stream.of(change.to())
                        : Stream.empty())
                .findFirst();
    }

    private static List<Name> names(List<String> texts) {
        List<Name> names = new ArrayList<>();
        for (String text : texts) {
            try {
                names.add(Name.parse(text, Name.ROOT));
            } catch (PresentationException e) {
                // A name that is none is no name server that we could have asked for.
            }
        }
        return names;
    }

    private Compartment compartment(Person person) {
        return store.compartment(person.membership().workspace());
    }
}
