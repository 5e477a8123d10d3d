package cadastre.desk;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.people.Right;
import cadastre.plan.Plan;
import cadastre.provider.ProviderException;
import cadastre.provider.Snapshot;
import cadastre.register.Card;
import cadastre.register.Draft;
import cadastre.register.Drafts;
import cadastre.register.History;
import cadastre.register.Holding;
import cadastre.register.HoldingFilter;
import cadastre.register.Integration;
import cadastre.register.Inventory;
import cadastre.register.Progress;
import cadastre.register.Scope;
import cadastre.register.SentRequest;
import cadastre.register.Slice;
import cadastre.register.Trouble;
import cadastre.registration.Delegation;
import cadastre.rollout.Rollout;
import cadastre.store.Compartment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A workspace as one person may use it. What is of another workspace and what does not exist are the same here.
/// Thread-safe. Every method throws [NotAllowedException] where the person's role does not allow it.
public final class Desk {
    private final Office office;
    private final Person person;
    private final Compartment compartment;

    Desk(Office office, Person person) {
        this.office = office;
        this.person = person;
        this.compartment = office.store.compartment(person.membership().workspace());
    }

    /// {@return who is at it}
    public Person person() {
        return person;
    }

    private Reference reference(Integration.Id id) {
        return new Reference(person.membership().workspace(), id);
    }

    private Instant now() {
        return office.clock.instant();
    }

    /// {@return the cards of the integrations, by name}
    public List<Card> cards() {
        person.require(Right.LOOK);
        return compartment.integrations().cards(now());
    }

    /// {@return one card, if there is such an integration}
    public Optional<Card> card(Integration.Id id) {
        person.require(Right.LOOK);
        return compartment.integrations().card(id, now());
    }

    /// {@return how far the look at everything is that is under way, as soon as that is known}
    public Optional<Progress> progress(Integration.Id id) {
        person.require(Right.LOOK);
        return office.syncs.progress(reference(id), new Scope.Everything());
    }

    /// {@return whether a look at everything is under way, also where nobody knows yet how far it is}
    public boolean isSyncing(Integration.Id id) {
        person.require(Right.LOOK);
        return office.syncs.isRunning(reference(id), new Scope.Everything());
    }

    /// {@return how far the look at the registrations' own pages is, if it is under way}
    public Optional<Progress> details(Integration.Id id) {
        person.require(Right.LOOK);
        return office.syncs.progress(reference(id), new Scope.Details());
    }

    /// {@return why no look could begin the last time, in words, if that is so}
    public Optional<String> failure(Integration.Id id) {
        person.require(Right.LOOK);
        return office.syncs.failure(reference(id));
    }

    /// {@return the latest requests that were sent for an integration, the newest first}
    public List<SentRequest> requests(Integration.Id id, int limit) {
        person.require(Right.LOOK);
        office.handOver(); // what was sent a moment ago is to be seen too
        return compartment.requestLog().latest(id, limit);
    }

    /// Adds an integration by its token; if it works, the first look begins by itself.
    public Admission add(String pasted) {
        person.require(Right.CONNECT);
        return begun(
                "integration.add", office.admissions.add(person.membership().workspace(), pasted));
    }

    /// Puts a new token in place of the one before.
    ///
    /// @param meant whether the warnings were read and it shall be so
    public Admission update(Integration.Id id, String pasted, boolean meant) {
        person.require(Right.CONNECT);
        return begun("integration.update-credentials", office.admissions.update(reference(id), pasted, meant));
    }

    private Admission begun(String action, Admission admission) {
        if (admission instanceof Admission.Admitted(Integration.Id id)) {
            office.trail.note(person, action, id.text(), Map.of());
            office.syncs.start(reference(id), new Scope.Everything());
        }
        return admission;
    }

    /// Gives an integration another name.
    ///
    /// @return whether there is one
    public boolean rename(Integration.Id id, String name) {
        person.require(Right.CONNECT);
        boolean done = compartment.integrations().rename(id, name);
        if (done) {
            office.trail.note(person, "integration.rename", id.text(), Map.of("name", name));
        }
        return done;
    }

    /// Says whether nothing may be changed through an integration.
    ///
    /// @return whether there is one
    public boolean setReadOnly(Integration.Id id, boolean readOnly) {
        person.require(Right.CONNECT);
        Optional<Integration> integration = compartment.integrations().find(id);
        boolean done = integration.isPresent()
                && compartment.integrations().configure(id, integration.get().settings(), readOnly);
        if (done) {
            office.trail.note(person, "integration.read-only", id.text(), Map.of("on", String.valueOf(readOnly)));
        }
        return done;
    }

    /// Begins a look at everything, or goes on with one that stopped.
    ///
    /// @return whether it was begun; false if one is under way, or there is no such integration
    public boolean sync(Integration.Id id) {
        person.require(Right.SYNC);
        return compartment.integrations().find(id).isPresent()
                && office.syncs.start(reference(id), new Scope.Everything());
    }

    /// Begins a look at one domain: its own page, its zone, its snapshots.
    public void sync(Holding holding) {
        person.require(Right.SYNC);
        office.syncs.start(reference(holding.integration()), new Scope.OneDomain(holding.id(), holding.name()));
    }

    /// {@return whether a look at that domain is under way}
    public boolean isSyncing(Holding holding) {
        return office.syncs.isRunning(
                reference(holding.integration()), new Scope.OneDomain(holding.id(), holding.name()));
    }

    /// {@return some domains}
    public Slice<Holding> holdings(HoldingFilter filter, Inventory.Order order, Optional<String> cursor, int limit) {
        person.require(Right.LOOK);
        return compartment.inventory().holdings(filter, order, cursor, limit);
    }

    /// {@return how many there are}
    public int count(HoldingFilter filter) {
        person.require(Right.LOOK);
        return compartment.inventory().count(filter);
    }

    /// {@return how many there are of each kind that needs attention}
    public Inventory.Facets facets() {
        person.require(Right.LOOK);
        return compartment.inventory().facets(now().plus(Duration.ofDays(60)), now().minus(Duration.ofDays(7)));
    }

    /// {@return the domain of that name, if it is one of this workspace: through the integration that is named, or the
    /// first that sees it. One that nobody sees any more is archived}
    public Optional<Holding> holding(Name name, Optional<Integration.Id> through) {
        person.require(Right.LOOK);
        return compartment.inventory().holdings(name).stream()
                .filter(one -> through.isEmpty() || through.get().equals(one.integration()))
                .findFirst();
    }

    /// {@return its zone as it was last read; empty if it never was}
    public Optional<Zone> zone(Holding holding) {
        person.require(Right.LOOK);
        return compartment.inventory().zone(holding.id());
    }

    /// {@return the snapshots as they were last listed, the newest first}
    public List<Snapshot> snapshots(Holding holding) {
        person.require(Right.LOOK);
        return compartment.inventory().snapshots(holding.id());
    }

    /// {@return what became of the domains}
    public History history() {
        person.require(Right.LOOK);
        return compartment.history();
    }

    /// {@return the delegation that was asked for and that the registry has not taken up yet, as far as is known}
    public Optional<Delegation> pendingDelegation(Holding holding) {
        person.require(Right.LOOK);
        return Plans.pending(compartment, holding, office.clock);
    }

    /// {@return what this person drafted for a domain and is not so yet; an empty draft if nothing}
    public Draft draft(Holding holding) {
        return compartment
                .drafts()
                .find(holding.id(), author())
                .map(this::open)
                .orElseGet(() -> Draft.empty(holding.name()));
    }

    /// What came true is no draft any more, also where the program ended before it could say so.
    private Draft open(Drafts.Kept kept) {
        Draft draft = kept.draft();
        return compartment.inventory().zone(kept.holding()).map(draft::without).orElse(draft);
    }

    /// {@return everything that this person drafted and is not so yet, the latest first}
    public List<Drafts.Kept> drafts() {
        return compartment.drafts().of(author()).stream()
                .map(kept -> new Drafts.Kept(kept.holding(), kept.author(), open(kept), kept.changedAt()))
                .filter(kept -> !kept.draft().isEmpty())
                .toList();
    }

    /// Keeps another draft in place of the one before.
    public void draft(Holding holding, UnaryOperator<Draft> edit) {
        person.require(Right.PROPOSE);
        compartment.drafts().keep(holding.id(), author(), edit.apply(draft(holding)), now());
    }

    private String author() {
        return person.account().toString();
    }

    /// Makes a plan of the draft.
    public Proposal propose(Holding holding) {
        person.require(Right.PROPOSE);
        return office.plans.ofDraft(person, holding);
    }

    /// Makes a plan that takes back what a rollout did.
    public Proposal undo(long number) {
        person.require(Right.PROPOSE);
        Optional<Rollout> rollout = rollout(number).filter(one -> one.state().isEnd());
        Optional<Holding> holding = rollout.flatMap(this::holding);
        return holding.isEmpty()
                ? new Proposal.NotThere()
                : office.plans.ofUndo(person, rollout.orElseThrow(), holding.get());
    }

    /// Makes a plan that makes RRsets as a snapshot holds them.
    ///
    /// @param only which; empty for the whole zone
    public Proposal restore(Holding holding, String snapshot, Set<RRset.Key> only) {
        person.require(Right.PROPOSE);
        return office.plans.ofSnapshot(person, holding, snapshot, only);
    }

    /// {@return the rollout of that number, if it is one of this workspace}
    public Optional<Rollout> rollout(long number) {
        person.require(Right.LOOK);
        return compartment.rollouts(office.clock).find(number);
    }

    /// {@return the latest rollouts, the newest first}
    ///
    /// @param target only those of this zone or registration; empty for all
    public List<Rollout> rollouts(Optional<Name> target, OptionalLong before, int limit) {
        person.require(Right.LOOK);
        return compartment.rollouts(office.clock).latest(target, before, limit);
    }

    private Optional<Holding> holding(Rollout rollout) {
        return rollout.plan().targets().stream()
                .map(Plan.Target::name)
                .findFirst()
                .flatMap(name -> holding(name, Optional.empty()));
    }

    /// {@return all that is to be known of a rollout, if it is one of this workspace}
    public Optional<Review> review(long number) {
        return rollout(number).map(rollout -> {
            Optional<Holding> holding = holding(rollout);
            return office.plans.review(
                    compartment,
                    rollout,
                    holding,
                    requests -> holding.map(one -> office.forecast(reference(one.integration()), requests))
                            .orElse(Duration.ZERO));
        });
    }

    /// {@return the acts of a rollout, if it was begun since the program started}
    public Optional<Execution> execution(long number) {
        person.require(Right.LOOK);
        return office.executions.find(person.membership().workspace(), number);
    }

    /// Gives the word for a plan.
    ///
    /// @param hash   of the plan that was shown
    /// @param reason why it shall be so although something speaks against it; may be empty if nothing does
    public Verdict apply(long number, String hash, String reason) {
        person.require(Right.APPROVE);
        Optional<Review> review = review(number);
        if (review.isEmpty() || review.get().holding().isEmpty()) {
            return Verdict.NOT_THERE;
        }
        Rollout rollout = review.get().rollout();
        if (!rollout.plan().hash().equals(hash)) {
            return Verdict.OTHER_PLAN;
        }
        if (rollout.state() != Rollout.State.PROPOSED) {
            return Verdict.NOT_WAITING;
        }
        if (review.get().stale()) {
            return Verdict.STALE;
        }
        if (review.get().isBlocked()) {
            return Verdict.BLOCKED;
        }
        if (review.get().needsReason() && reason.isBlank()) {
            return Verdict.REASON_MISSING;
        }
        return office.executions.start(person, rollout, review.get().holding().get(), reason.strip());
    }

    /// Asks the name servers about a rollout that was carried out, once more.
    ///
    /// @return whether that was begun
    public boolean look(long number) {
        person.require(Right.SYNC);
        Optional<Rollout> rollout = rollout(number).filter(one -> one.state() == Rollout.State.VERIFIED);
        Optional<Holding> holding = rollout.flatMap(this::holding);
        return holding.isPresent()
                && office.executions.look(person.membership().workspace(), rollout.orElseThrow(), holding.get());
    }

    /// Says no to a plan.
    ///
    /// @return whether it waited for a word
    public boolean discard(long number) {
        person.require(Right.PROPOSE);
        return compartment.rollouts(office.clock).move(number, Rollout.State.PROPOSED, Rollout.State.DISCARDED, now());
    }

    /// What is asked of the provider at once, while somebody waits.
    private interface Question<T> {
        T ask(Line line) throws ProviderException;
    }

    /// {@return the answer, or why there is none}
    private <T> Answered<T> ask(Holding holding, Question<T> question) {
        Optional<Integration> integration = compartment.integrations().find(holding.integration());
        if (integration.isEmpty()) {
            return new Answered.Not<>(new Trouble.OutOfReach(holding.name()));
        }
        try {
            Line line = office.lines.of(reference(holding.integration()), integration.get());
            return new Answered.With<>(question.ask(line));
        } catch (ProviderException e) {
            return new Answered.Not<>(Plans.trouble(e, holding, integration.get(), now()));
        }
    }

    /// {@return the provider's own name servers that would serve a domain}
    public Answered<List<String>> ownNameServers(Holding holding) {
        person.require(Right.LOOK);
        return ask(holding, line -> line.attachment().ownNameServers(holding.name()));
    }

    /// {@return a zone as a snapshot holds it}
    public Answered<Zone> snapshot(Holding holding, String id) {
        person.require(Right.LOOK);
        return ask(holding, line -> line.snapshots().snapshot(holding.name(), id));
    }

    /// Takes a snapshot; the list is read again after.
    ///
    /// @param name as people shall call it
    public Answered<String> takeSnapshot(Holding holding, String name) {
        person.require(Right.PROPOSE);
        return changedSnapshots(
                holding, "snapshot.take", ask(holding, line -> line.snapshots().takeSnapshot(holding.name(), name)));
    }

    /// Gives a snapshot another name; the list is read again after.
    public Answered<String> renameSnapshot(Holding holding, String id, String name) {
        person.require(Right.PROPOSE);
        return changedSnapshots(holding, "snapshot.rename", ask(holding, line -> {
            line.snapshots().renameSnapshot(holding.name(), id, name);
            return id;
        }));
    }

    /// Deletes a snapshot; the list is read again after.
    public Answered<String> deleteSnapshot(Holding holding, String id) {
        person.require(Right.APPROVE);
        return changedSnapshots(holding, "snapshot.delete", ask(holding, line -> {
            line.snapshots().deleteSnapshot(holding.name(), id);
            return id;
        }));
    }

    private Answered<String> changedSnapshots(Holding holding, String action, Answered<String> answered) {
        if (answered instanceof Answered.With<String>(String id)) {
            office.trail.note(person, action, holding.name().withoutDot(), Map.of("snapshot", id));
            office.syncs.start(reference(holding.integration()), new Scope.OneDomain(holding.id(), holding.name()));
        }
        return answered;
    }

    /// Watches integrations, domains and their zones.
    public Bulletin.Watch watchRegister(Runnable listener) {
        return office.bulletin.watch(Topics.register(person.membership().workspace()), listener);
    }

    /// Watches one rollout.
    public Bulletin.Watch watchRollout(long number, Runnable listener) {
        return office.bulletin.watch(Topics.rollout(person.membership().workspace(), number), listener);
    }
}
