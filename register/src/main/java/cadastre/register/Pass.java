package cadastre.register;

import cadastre.dns.Name;
import cadastre.provider.Capability;
import cadastre.provider.Introspection;
import cadastre.provider.ListPage;
import cadastre.provider.Organization;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import cadastre.provider.Reason;
import cadastre.provider.RegistrationDetail;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/// One look at an integration, from its list of registrations to the last zone.
///
/// It is a state machine: a step asks one question, keeps the answer together with the state that follows from
/// it, and forgets everything else. So it can be killed between any two instructions and begun again from what
/// is kept; at worst one question is asked twice.
///
/// What makes it long is what can go wrong while it looks:
///
/// - *The list moves under the cursor.* A registration that is added or removed shifts the pages, so that one
/// is seen   twice or not at all. A walk whose pages do not agree on the total, or do not add up to it, is
/// repeated, up to   [Walk#MOST] times; what any walk saw counts as seen.
/// - *A registration is missing from the list.* It is asked for by name, and archived only if the registrar
/// says that   it is not there. An empty list archives nothing: that is a token that sees nothing.
/// - *One zone cannot be read.* What is known of it stays, the reason is noted, and the pass goes on. But if
/// several   in a row fail by the provider's fault, the provider fails, not they: the pass stops, and asks for
/// them again.
/// - *The credential is refused.* Asked about itself, it tells whether it is dead (the pass stops) or lacks a
/// permission   (this phase is left out, the others are not).
///
/// Of one thread at a time; two passes may run beside each other.
public final class Pass {
    /// How many holdings are fetched at once.
    private static final int BATCH = 200;
    /// How many registrations a page of the list has where nothing says otherwise.
    private static final int PAGE = 500;
    /// So many failures in a row are the provider's, not the zones'.
    private static final int OUTAGE = 5;

    private final Passes passes;
    private final Source source;
    private final InstantSource clock;
    private final Deque<Passes.Due> due = new ArrayDeque<>();
    /// Holdings that the provider failed on just now; whose fault it is, the next answer shows.
    private final List<Passes.Due> doubtful = new ArrayList<>();

    private Credential credential;
    private PassState state;
    private Passes.Left left;
    private long sent;

    private Pass(Passes passes, Source source, Credential credential, InstantSource clock, PassState state) {
        this.passes = passes;
        this.source = source;
        this.credential = credential;
        this.clock = clock;
        this.state = state;
        this.left = passes.left(state);
        this.sent = source.effort().requests();
    }

    /// {@return a pass over an integration: one that was interrupted, if there is one, else a new one}
    public static Pass over(Integration integration, Scope scope, Passes passes, Source source, InstantSource clock) {
        PassState state = passes.begin(integration.id(), scope, clock.instant());
        return new Pass(passes, source, integration.credential(), clock, state);
    }

    /// Goes on until there is nothing left to do, it stops because of some trouble, the thread is interrupted,
    /// or `watcher` says no.
    ///
    /// @param watcher is shown the progress after each step, and says whether to go on
    /// @return how far it came
    public PassState run(Predicate<Progress> watcher) {
        boolean goOn = true;
        while (goOn
                && !state.isFinished()
                && !state.stopped()
                && !Thread.currentThread().isInterrupted()) {
            step();
            goOn = watcher.test(progress());
        }
        return state;
    }

    /// {@return how far it is; before the first step, what it will take as far as the inventory tells}
    public Progress progress() {
        boolean listing = isListing();
        OptionalInt total = listing ? state.walk().total() : OptionalInt.of(left.holdings());
        if (state.isFinished()) {
            Progress.Ahead nothing = new Progress.Ahead(0, 0, 0, Duration.ZERO);
            return new Progress(state, total, Optional.of(nothing));
        }
        if (!listing) {
            return new Progress(state, total, Optional.of(ahead(0, left.zones(), left.zoneRequests())));
        }
        OptionalInt pages = state.walk().pagesLeft();
        if (pages.isPresent()) {
            int more = zonesUnlisted();
            Progress.Ahead ahead = ahead(pages.getAsInt(), left.zones() + more, left.zoneRequests() + more);
            return new Progress(state, total, Optional.of(ahead));
        }
        // Before the first page, what was known last is the best guess; the first time there is none.
        int listed = (left.holdings() + PAGE - 1) / PAGE;
        return new Progress(
                state,
                total,
                left.holdings() > 0 ? Optional.of(ahead(listed, left.zones(), left.zoneRequests())) : Optional.empty());
    }

    private Progress.Ahead ahead(int pages, int zones, int zoneRequests) {
        boolean detailing = state.scope().phases().contains(Scope.Phase.DETAILS);
        int details = detailing ? left.details() : 0;
        int introduction = state.phase() == Scope.Phase.INTRODUCTION ? 2 : 0;
        int requests = introduction + pages + zoneRequests + details;
        return new Progress.Ahead(zones, details, requests, source.effort().forecast(requests));
    }

    /// Registrations that are not listed yet are taken to be served by LiveDNS as often as those that are.
    private int zonesUnlisted() {
        int unlisted = Math.max(0, state.walk().total().orElse(0) - left.holdings());
        return left.holdings() == 0 ? 0 : (int) ((long) unlisted * left.zones() / left.holdings());
    }

    private void step() {
        try {
            switch (state.phase()) {
                case INTRODUCTION -> introduce();
                case LISTING -> list();
                case CONFIRMING -> confirm();
                case DETAILS -> detail();
                case ZONES -> readZone();
                case SNAPSHOTS -> readSnapshots();
                case FINISHED -> throw new IllegalStateException("a finished pass has no step");
            }
        } catch (ProviderException e) {
            stop(e.reason(), Optional.empty(), testimony(e.reason()));
        }
    }

    private void introduce() throws ProviderException {
        Testimony testimony = Testimony.of(source.portfolio());
        Instant at = clock.instant();
        if (testimony instanceof Testimony.Dead) {
            stop(new Reason.Unauthorized(401), Optional.empty(), testimony);
            return;
        }
        List<Organization> organizations = Acquaintance.organizations(source.portfolio());
        Optional<Introspection> introspection =
                testimony instanceof Testimony.Alive(var said) ? Optional.of(said) : Optional.empty();
        Acquaintance made = new Acquaintance(introspection, organizations, OptionalInt.empty(), at);
        if (introspection.isPresent()) {
            credential = credential.worked(at, made.endsAt());
        }
        state = counted().next();
        passes.introduced(state, made);
    }

    private void list() throws ProviderException {
        ListPage page = source.portfolio().list(state.walk().nextPage());
        Instant at = clock.instant();
        if (page.registrations().isEmpty() && state.walk().nextPage() == 1) {
            keep(counted().met(new Trouble.NoDomains()).at(Scope.Phase.FINISHED));
            return;
        }
        credential = credential.worked(at, Optional.empty());
        Walk walk = state.walk().turned(page);
        PassState turned = counted();
        state = passes.listed(state, page.registrations(), at, fresh -> {
            PassState next = turned.with(turned.tally().found(fresh));
            if (!page.last() && !page.registrations().isEmpty()) {
                return next.with(walk);
            }
            return walk.isWhole() || walk.number() == Walk.MOST
                    ? next.with(walk).next()
                    : next.with(walk.again());
        });
        left = passes.left(state);
    }

    private void confirm() throws ProviderException {
        Optional<Passes.Due> one = nextDue();
        if (one.isEmpty()) {
            keep(state.next());
            return;
        }
        try {
            RegistrationDetail detail = source.portfolio().detail(one.get().name());
            settleDoubts();
            state = counted();
            passes.detailed(state, one.get().holding(), detail, clock.instant());
        } catch (ProviderException e) {
            if (e.reason().equals(new Reason.NotFound(Reason.Missing.REGISTRATION))) {
                settleDoubts();
                state = counted();
                passes.vanished(state, one.get().holding(), clock.instant());
            } else {
                skipOrStop(e, one.get());
            }
        }
    }

    private void detail() throws ProviderException {
        Optional<Passes.Due> one = nextDue();
        if (one.isEmpty()) {
            keep(state.next());
            return;
        }
        try {
            RegistrationDetail detail = source.portfolio().detail(one.get().name());
            settleDoubts();
            PassState next = counted();
            state = next.with(next.tally().detail());
            passes.detailed(state, one.get().holding(), detail, clock.instant());
            left = left.detailDone();
        } catch (ProviderException e) {
            skipOrStop(e, one.get());
        }
    }

    private void readZone() throws ProviderException {
        Optional<Passes.Due> one = nextDue();
        if (one.isEmpty()) {
            keep(state.next());
            return;
        }
        Instant asked = clock.instant();
        try {
            Reading reading = source.zones().read(one.get().name());
            settleDoubts();
            long before = state.tally().requests();
            PassState next = counted();
            state = next.with(next.tally().zone());
            passes.zoneRead(state, one.get().holding(), reading, asked, clock.instant());
            left = left.zoneDone((int) (next.tally().requests() - before));
        } catch (ProviderException e) {
            skipOrStop(e, one.get());
        }
    }

    private void readSnapshots() throws ProviderException {
        if (!(state.scope() instanceof Scope.OneDomain(Holding.Id holding, Name name))) {
            throw new IllegalStateException("only a pass over one domain looks at snapshots");
        }
        try {
            var snapshots = source.snapshots().snapshots(name);
            state = counted().next();
            passes.snapshotsRead(state, holding, snapshots, clock.instant());
        } catch (ProviderException e) {
            if (e.reason() instanceof Reason.NotFound) {
                keep(counted().next()); // a zone that LiveDNS does not serve has no snapshots there
            } else {
                throw e;
            }
        }
    }

    /// What to look at next; empty if there is nothing left in this phase.
    private Optional<Passes.Due> nextDue() {
        if (due.isEmpty()) {
            Set<Holding.Id> known = new HashSet<>();
            doubtful.forEach(one -> known.add(one.holding()));
            passes.due(state, BATCH).stream()
                    .filter(one -> !known.contains(one.holding()))
                    .forEach(due::add);
            if (due.isEmpty()) {
                settleDoubts();
            }
        }
        return Optional.ofNullable(due.poll());
    }

    private void skipOrStop(ProviderException e, Passes.Due one) {
        switch (e.reason()) {
            case Reason.NotFound _,
                    Reason.Refused _,
                    Reason.NotUnderstood _,
                    Reason.InconsistentPages _,
                    Reason.UnknownOutcome _ -> {
                settleDoubts();
                skip(one, diagnosis(e.reason(), one).orElseThrow());
            }
            case Reason.Broken _ -> {
                doubtful.add(one);
                state = counted();
                if (doubtful.size() >= OUTAGE) {
                    stop(e.reason(), Optional.of(one), testimony(e.reason()));
                }
            }
            case Reason.Unauthorized _, Reason.RateLimited _, Reason.Unreachable _, Reason.Misconfigured _ ->
                stop(e.reason(), Optional.of(one), testimony(e.reason()));
            case Reason.Interrupted _ -> stop(e.reason(), Optional.empty(), testimony(e.reason()));
        }
    }

    /// The provider answered: so what it failed on before is what cannot be read.
    private void settleDoubts() {
        for (Passes.Due one : doubtful) {
            skip(one, new Trouble.Outage(500));
        }
        doubtful.clear();
    }

    private void skip(Passes.Due one, Trouble trouble) {
        PassState next = counted();
        Scope.Phase phase = state.phase();
        boolean zone = phase == Scope.Phase.ZONES;
        state = zone ? next.with(next.tally().zoneFailed()) : next;
        passes.skipped(phase, state, one.holding(), trouble, clock.instant());
        if (zone) {
            left = left.zoneDone(1);
        } else if (phase == Scope.Phase.DETAILS) {
            left = left.detailDone();
        }
    }

    private Optional<Trouble> diagnosis(Reason reason, Passes.Due one) {
        return Diagnosis.of(
                reason, Optional.of(one.name()), Set.of(), new Testimony.Silent(), credential, clock.instant());
    }

    private boolean isListing() {
        return state.phase() == Scope.Phase.INTRODUCTION || state.phase() == Scope.Phase.LISTING;
    }

    /// What the credential says, where it was refused.
    private Testimony testimony(Reason reason) {
        if (!(reason instanceof Reason.Unauthorized)) {
            return new Testimony.Silent();
        }
        return isListing() ? Testimony.of(source.portfolio()) : Testimony.thorough(source.portfolio());
    }

    /// Stops, or where only a permission is missing leaves out what it is missing for.
    private void stop(Reason reason, Optional<Passes.Due> one, Testimony testimony) {
        Optional<Trouble> trouble =
                Diagnosis.of(reason, one.map(Passes.Due::name), needed(), testimony, credential, clock.instant());
        due.clear();
        doubtful.clear();
        if (trouble.isEmpty()) {
            Thread.currentThread().interrupt(); // what is kept is from before the interrupted question
            return;
        }
        boolean leaveOut = trouble.get() instanceof Trouble.MissingPermission && !isListing();
        keep(leaveOut ? counted().met(trouble.get()).next() : counted().stoppedBy(trouble.get()));
    }

    private Set<Capability> needed() {
        return switch (state.phase()) {
            case INTRODUCTION, LISTING, CONFIRMING, DETAILS -> Set.of(Capability.DOMAIN_READ);
            case ZONES, SNAPSHOTS -> Set.of(Capability.DNS_READ);
            case FINISHED -> Set.of();
        };
    }

    private void keep(PassState next) {
        due.clear();
        state = next;
        passes.advance(next, clock.instant());
        left = passes.left(next);
    }

    /// The state with the requests that were sent since it was last counted.
    private PassState counted() {
        long now = source.effort().requests();
        long more = now - sent;
        sent = now;
        return state.with(state.tally().used(more));
    }
}
