package cadastre.console;

import cadastre.desk.Desk;
import cadastre.desk.Execution;
import cadastre.desk.Review;
import cadastre.dns.Name;
import cadastre.people.Right;
import cadastre.plan.Change;
import cadastre.plan.Objection;
import cadastre.plan.Plan;
import cadastre.register.Drafts;
import cadastre.register.Holding;
import cadastre.rollout.Intention;
import cadastre.rollout.NotedWrite;
import cadastre.rollout.Rollout;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Plans: the review before the word, the steps after it, the way back.
@RestController
public final class ChangePages {
    private static final int PAGE = 50;

    private final Templates templates;
    private final Frames frames;
    private final DraftPages drafts;

    ChangePages(Templates templates, Frames frames, DraftPages drafts) {
        this.templates = templates;
        this.frames = frames;
        this.drafts = drafts;
    }

    /// All changes.
    ///
    /// @param drafts  of the viewer
    /// @param changes the newest first
    /// @param more    the address of the rest; empty at the end
    public record Overview(List<Drafted> drafts, List<Line> changes, String more) {
        /// The lists are copied.
        public Overview {
            drafts = List.copyOf(drafts);
            changes = List.copyOf(changes);
        }
    }

    /// A draft of the viewer.
    ///
    /// @param name    of the domain
    /// @param address of its page
    /// @param summary what it does
    /// @param at      when it was changed last
    public record Drafted(String name, String address, String summary, When at) {}

    /// A change in the list.
    ///
    /// @param address of its page
    /// @param name    of the domain
    /// @param summary what it does
    /// @param state   how far it is
    /// @param by      who proposed it
    /// @param at      when
    /// @param hash    of its plan, shortened
    public record Line(
            String address, String name, String summary, Frame.Chip state, String by, When at, String hash) {}

    @GetMapping("/changes")
    ResponseEntity<String> overview(
            HttpServletRequest request,
            @AuthenticationPrincipal Visitor visitor,
            @RequestParam(defaultValue = "0") long before) {
        Desk desk = visitor.desk();
        Instant now = frames.now();
        List<Rollout> rollouts =
                desk.rollouts(Optional.empty(), before > 0 ? OptionalLong.of(before) : OptionalLong.empty(), PAGE);
        List<Drafted> drafted = new ArrayList<>();
        for (Drafts.Kept kept : desk.drafts()) {
            Name apex = kept.draft().apex();
            drafted.add(new Drafted(
                    apex.unicode(),
                    "/domains/" + apex.lowerCase().withoutDot(),
                    summary(
                            List.copyOf(kept.draft().edits().values()),
                            kept.draft().delegation().isPresent()),
                    When.ago(kept.changedAt(), now)));
        }
        Overview page = new Overview(
                drafted,
                rollouts.stream().map(one -> line(one, now)).toList(),
                rollouts.size() < PAGE
                        ? ""
                        : "/changes?before=" + rollouts.getLast().number());
        Frame frame = frames.of(request, visitor, "Changes", Frame.Here.CHANGES);
        return templates.page("changes", frame, page);
    }

    private static Line line(Rollout rollout, Instant now) {
        Plan plan = rollout.plan();
        return new Line(
                "/changes/" + rollout.number(),
                plan.targets().getFirst().name().unicode(),
                summary(changes(plan), hasDelegation(plan)),
                chip(rollout.state()),
                rollout.by(),
                When.ago(rollout.proposedAt(), now),
                plan.hash().substring(0, 8));
    }

    private static List<Change> changes(Plan plan) {
        return plan.targets().stream()
                .flatMap(target -> target instanceof Plan.Target.OfZone zone
                        ? zone.changes().stream()
                        : List.<Change>of().stream())
                .toList();
    }

    private static boolean hasDelegation(Plan plan) {
        return plan.targets().stream().anyMatch(target -> target instanceof Plan.Target.OfRegistration);
    }

    private static String summary(List<Change> changes, boolean delegation) {
        int added = 0;
        int changed = 0;
        int removed = 0;
        for (Change change : changes) {
            switch (change) {
                case Change.Add _ -> added++;
                case Change.Replace _ -> changed++;
                case Change.Remove _ -> removed++;
            }
        }
        String records = DomainHead.summary(added, changed, removed);
        return delegation ? (records.isEmpty() ? "" : records + " · ") + "other name servers" : records;
    }

    static Frame.Chip chip(Rollout.State state) {
        return switch (state) {
            case PROPOSED -> Frame.Chip.calm("waits for a word");
            case DISCARDED -> Frame.Chip.plain("discarded");
            case APPLYING -> Frame.Chip.turning("applying");
            case VERIFIED -> Frame.Chip.good("applied");
            case DIVERGED -> Frame.Chip.bad("not as written");
            case INCOMPLETE -> Frame.Chip.warn("incomplete");
        };
    }

    /// One change.
    ///
    /// @param number     of the rollout
    /// @param hash       of the plan, for the form
    /// @param shown      the same for people
    /// @param name       of the domain
    /// @param address    of its page
    /// @param held       whether the domain is still held
    /// @param state      how far it is
    /// @param summary    what it does
    /// @param cost       requests and time that applying takes
    /// @param lines      of RRsets
    /// @param delegation what happens to the name servers; empty if nothing
    /// @param remarks    what should be seen before
    /// @param objections what speaks against it
    /// @param acts       what was done
    /// @param waiting    whether it waits for a word
    /// @param stale      whether the zone moved since
    /// @param blocked    whether nobody can overrule what speaks against it
    /// @param reason     whether a reason is needed
    /// @param running    whether it is being applied
    /// @param interrupted whether it was, until the program ended
    /// @param undoable   whether it may be taken back
    /// @param mayApply   whether the viewer may give the word
    /// @param by         who proposed it
    /// @param at         when
    /// @param ended      when it came to its end
    /// @param served     what the name servers serve, if they were asked
    /// @param watching   whether they are being asked
    /// @param askable    whether they may be asked
    /// @param undoes     the address of the change that it takes back; empty if none
    public record Single(
            long number,
            String hash,
            String shown,
            String name,
            String address,
            boolean held,
            Frame.Chip state,
            String summary,
            String cost,
            List<DiffLine> lines,
            Optional<Servers> delegation,
            List<cadastre.desk.Remark> remarks,
            List<Speaks> objections,
            List<Execution.Act> acts,
            boolean waiting,
            boolean stale,
            boolean blocked,
            boolean reason,
            boolean running,
            boolean interrupted,
            boolean undoable,
            boolean mayApply,
            String by,
            When at,
            Optional<When> ended,
            Optional<Served> served,
            boolean watching,
            boolean askable,
            String undoes) {
        /// The lists are copied.
        public Single {
            lines = List.copyOf(lines);
            remarks = List.copyOf(remarks);
            objections = List.copyOf(objections);
            acts = List.copyOf(acts);
        }
    }

    /// Other name servers.
    ///
    /// @param from what is
    /// @param to   what shall be
    public record Servers(List<String> from, List<String> to) {
        /// The lists are copied.
        public Servers {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    /// What speaks against it.
    ///
    /// @param message what
    /// @param advice  what to do
    /// @param blocks  whether nobody can overrule it
    public record Speaks(String message, String advice, boolean blocks) {}

    @GetMapping("/changes/{number}")
    ResponseEntity<String> single(
            HttpServletRequest request, @AuthenticationPrincipal Visitor visitor, @PathVariable long number) {
        Desk desk = visitor.desk();
        Review review = desk.review(number).orElseThrow(ErrorPages.NotThereException::new);
        Single page = page(desk, review, frames.now());
        Frame frame = frames.of(request, visitor, "Change " + number, Frame.Here.CHANGES);
        boolean moves = page.running() || page.interrupted() || page.watching();
        return templates.page("change", Frames.live(frame, "/live/changes/" + number, moves), page);
    }

    private static Single page(Desk desk, Review review, Instant now) {
        Rollout rollout = review.rollout();
        Plan plan = rollout.plan();
        Optional<Execution> execution = desk.execution(rollout.number());
        boolean running = execution.filter(one -> !one.isOver()).isPresent();
        boolean waiting = rollout.state() == Rollout.State.PROPOSED && !running;
        Name name = plan.targets().getFirst().name();
        Optional<Holding> holding = review.holding();
        return new Single(
                rollout.number(),
                plan.hash(),
                grouped(plan.hash()),
                name.unicode(),
                "/domains/" + name.lowerCase().withoutDot(),
                holding.isPresent(),
                running ? Frame.Chip.turning("applying") : chip(rollout.state()),
                summary(changes(plan), hasDelegation(plan)),
                waiting && !review.stale()
                        ? Say.count(review.requests(), "request", "requests") + ", " + Say.about(review.time())
                        : "",
                plan.targets().stream()
                        .flatMap(target -> target instanceof Plan.Target.OfZone zone
                                ? DiffLine.of(zone.changes(), zone.name()).stream()
                                : List.<DiffLine>of().stream())
                        .toList(),
                servers(plan),
                waiting ? review.remarks() : List.of(),
                waiting ? review.objections().stream().map(ChangePages::speaks).toList() : List.of(),
                execution.map(Execution::acts).orElseGet(() -> acts(review.writes(), name)),
                waiting,
                waiting && review.stale(),
                waiting && review.isBlocked(),
                waiting && review.needsReason(),
                running,
                !running && rollout.state() == Rollout.State.APPLYING,
                rollout.state().isEnd()
                        && rollout.state() != Rollout.State.DISCARDED
                        && holding.isPresent()
                        && desk.person().may(Right.PROPOSE),
                desk.person().may(Right.APPROVE),
                rollout.by(),
                When.ago(rollout.proposedAt(), now),
                rollout.endedAt().map(at -> When.ago(at, now)),
                execution.flatMap(Execution::served).map(Served::of),
                execution.filter(Execution::isWatching).isPresent(),
                rollout.state() == Rollout.State.VERIFIED
                        && holding.isPresent()
                        && !changes(plan).isEmpty()
                        && desk.person().may(Right.SYNC),
                rollout.undoes().isPresent() ? "/changes/" + rollout.undoes().getAsLong() : "");
    }

    private static String grouped(String hash) {
        return hash.substring(0, 4) + " " + hash.substring(4, 8) + " " + hash.substring(8, 12);
    }

    private static Speaks speaks(Objection objection) {
        return new Speaks(upper(objection.message()) + ".", upper(objection.advice()) + ".", objection.blocks());
    }

    private static String upper(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static Optional<Servers> servers(Plan plan) {
        return plan.targets().stream()
                .flatMap(target -> target instanceof Plan.Target.OfRegistration(var _, var _, var change)
                        ? java.util.stream.Stream.of(new Servers(
                                change.from().nameServers().stream()
                                        .map(Name::withoutDot)
                                        .toList(),
                                change.to().nameServers().stream()
                                        .map(Name::withoutDot)
                                        .toList()))
                        : java.util.stream.Stream.empty())
                .findFirst();
    }

    /// What the journal tells where nobody watched.
    private static List<Execution.Act> acts(List<NotedWrite> writes, Name apex) {
        return writes.stream()
                .map(write -> new Execution.Act(
                        title(write.intention(), apex),
                        write.outcome()
                                .map(outcome -> switch (outcome) {
                                    case DONE -> Execution.Mark.DONE;
                                    case FAILED -> Execution.Mark.FAILED;
                                    case UNKNOWN -> Execution.Mark.NOTED;
                                })
                                .orElse(Execution.Mark.RUNNING),
                        write.endedAt().map(end -> java.time.Duration.between(write.intendedAt(), end)),
                        write.detail()))
                .toList();
    }

    private static String title(Intention intention, Name apex) {
        return switch (intention) {
            case Intention.OfRegistration _ -> "Ask the registry for other name servers";
            case Intention.OfZone(var _, var _, var write) ->
                switch (write) {
                    case cadastre.plan.Write.Put(var rrset) ->
                        "Write " + RecordRow.owner(rrset.owner(), apex) + " " + rrset.type();
                    case cadastre.plan.Write.PutName(Name owner, var _) ->
                        "Write all at " + RecordRow.owner(owner, apex);
                    case cadastre.plan.Write.Remove(var key) ->
                        "Remove " + RecordRow.owner(key.owner(), apex) + " " + key.type();
                    case cadastre.plan.Write.PutZone _ -> "Write the whole zone";
                };
        };
    }

    @PostMapping("/changes/{number}/apply")
    ResponseEntity<String> apply(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable long number,
            @RequestParam String hash,
            @RequestParam(defaultValue = "") String reason) {
        String address = "/changes/" + number;
        return switch (visitor.desk().apply(number, hash, reason)) {
            case STARTED -> Templates.to(address);
            case NOT_THERE -> throw new ErrorPages.NotThereException();
            case OTHER_PLAN -> Templates.to(Notice.OTHER_PLAN.at(address));
            case NOT_WAITING -> Templates.to(Notice.NO_LONGER.at(address));
            case STALE -> Templates.to(Notice.STALE.at(address));
            case BLOCKED -> Templates.to(Notice.BLOCKED.at(address));
            case REASON_MISSING -> Templates.to(Notice.REASON.at(address));
            case BUSY -> Templates.to(Notice.OTHER_ROLLOUT.at(address));
        };
    }

    @PostMapping("/changes/{number}/discard")
    ResponseEntity<String> discard(@AuthenticationPrincipal Visitor visitor, @PathVariable long number) {
        if (visitor.desk().rollout(number).isEmpty()) {
            throw new ErrorPages.NotThereException();
        }
        boolean done = visitor.desk().discard(number);
        return Templates.to((done ? Notice.DISCARDED : Notice.NO_LONGER).at("/changes/" + number));
    }

    @PostMapping("/changes/{number}/look")
    ResponseEntity<String> look(@AuthenticationPrincipal Visitor visitor, @PathVariable long number) {
        if (visitor.desk().rollout(number).isEmpty()) {
            throw new ErrorPages.NotThereException();
        }
        visitor.desk().look(number);
        return Templates.to("/changes/" + number);
    }

    /// The zone moved under a plan: it goes, and a new one is made of the draft.
    @PostMapping("/changes/{number}/again")
    ResponseEntity<String> again(
            HttpServletRequest request, @AuthenticationPrincipal Visitor visitor, @PathVariable long number) {
        Review review = visitor.desk().review(number).orElseThrow(ErrorPages.NotThereException::new);
        Holding holding = review.holding().orElseThrow(ErrorPages.NotThereException::new);
        visitor.desk().discard(number);
        return drafts.answer(request, visitor, visitor.desk().propose(holding), DomainRow.address(holding));
    }

    @PostMapping("/changes/{number}/undo")
    ResponseEntity<String> undo(
            HttpServletRequest request, @AuthenticationPrincipal Visitor visitor, @PathVariable long number) {
        return drafts.answer(request, visitor, visitor.desk().undo(number), "/changes/" + number);
    }
}
