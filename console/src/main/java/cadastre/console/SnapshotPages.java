package cadastre.console;

import cadastre.desk.Answered;
import cadastre.desk.Desk;
import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.dns.RRset;
import cadastre.dns.RdataTypes;
import cadastre.dns.Zone;
import cadastre.people.Right;
import cadastre.provider.Snapshot;
import cadastre.register.Holding;
import cadastre.register.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The snapshots that the provider keeps of a zone: list, take, name, compare, restore, delete.
@RestController
public final class SnapshotPages {
    private static final int LONGEST_NAME = 100;

    private final Templates templates;
    private final Frames frames;
    private final DraftPages drafts;

    SnapshotPages(Templates templates, Frames frames, DraftPages drafts) {
        this.templates = templates;
        this.frames = frames;
        this.drafts = drafts;
    }

    /// The list.
    ///
    /// @param head      of the domain's pages
    /// @param snapshots the newest first
    /// @param mayTake   whether the viewer may take one
    /// @param mayDelete whether the viewer may delete one
    public record Snapshots(DomainHead head, List<Item> snapshots, boolean mayTake, boolean mayDelete) {
        /// The list is copied.
        public Snapshots {
            snapshots = List.copyOf(snapshots);
        }
    }

    /// One of them.
    ///
    /// @param id        as the provider calls it
    /// @param name      as people call it
    /// @param at        when it was taken
    /// @param automatic whether the provider took it by itself
    public record Item(String id, String name, When at, boolean automatic) {
        static Item of(Snapshot snapshot, Instant now) {
            return new Item(snapshot.id(), snapshot.name(), When.ago(snapshot.takenAt(), now), snapshot.automatic());
        }
    }

    /// One of them beside the zone as it is now.
    ///
    /// @param head     of the domain's pages
    /// @param snapshot which
    /// @param lines    what making the zone so would change; none if nothing
    /// @param mayTake  whether the viewer may restore
    public record Compared(DomainHead head, Item snapshot, List<DiffLine> lines, boolean mayTake) {
        /// The list is copied.
        public Compared {
            lines = List.copyOf(lines);
        }
    }

    @GetMapping("/domains/{name}/snapshots")
    ResponseEntity<String> list(
            HttpServletRequest request, @AuthenticationPrincipal Visitor visitor, @PathVariable String name) {
        Holding holding = DomainPages.holding(visitor, name);
        Desk desk = visitor.desk();
        Instant now = frames.now();
        Snapshots page = new Snapshots(
                DomainHead.of(desk, holding, DomainPages.Tab.SNAPSHOTS, now),
                desk.snapshots(holding).stream().map(one -> Item.of(one, now)).toList(),
                desk.person().may(Right.PROPOSE),
                desk.person().may(Right.APPROVE));
        Frame frame = frames.of(request, visitor, holding.name().unicode(), Frame.Here.DOMAINS);
        return templates.page("domain-snapshots", Frames.live(frame, "/live/register", desk.isSyncing(holding)), page);
    }

    @PostMapping("/domains/{name}/snapshots")
    ResponseEntity<String> take(
            HttpServletRequest request,
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String title) {
        Holding holding = DomainPages.holding(visitor, name);
        String called = called(title, "console, " + Say.time(frames.now()));
        return done(request, visitor, holding, visitor.desk().takeSnapshot(holding, called), Notice.SNAPSHOT_TAKEN);
    }

    @PostMapping("/domains/{name}/snapshots/{id}/name")
    ResponseEntity<String> rename(
            HttpServletRequest request,
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String name,
            @PathVariable String id,
            @RequestParam String title) {
        Holding holding = DomainPages.holding(visitor, name);
        return done(
                request,
                visitor,
                holding,
                visitor.desk()
                        .renameSnapshot(holding, known(visitor, holding, id).id(), called(title, "unnamed")),
                Notice.SNAPSHOT_RENAMED);
    }

    @PostMapping("/domains/{name}/snapshots/{id}/delete")
    ResponseEntity<String> delete(
            HttpServletRequest request,
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String name,
            @PathVariable String id) {
        Holding holding = DomainPages.holding(visitor, name);
        return done(
                request,
                visitor,
                holding,
                visitor.desk()
                        .deleteSnapshot(holding, known(visitor, holding, id).id()),
                Notice.SNAPSHOT_DELETED);
    }

    private static String called(String title, String otherwise) {
        String stripped = title.strip();
        String name = stripped.isEmpty() ? otherwise : stripped;
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private ResponseEntity<String> done(
            HttpServletRequest request, Visitor visitor, Holding holding, Answered<String> answered, Notice notice) {
        return switch (answered) {
            case Answered.With<String> _ -> Templates.to(notice.at(DomainRow.address(holding) + "/snapshots"));
            case Answered.Not<String>(Trouble trouble) -> unavailable(request, visitor, holding, trouble);
        };
    }

    private ResponseEntity<String> unavailable(
            HttpServletRequest request, Visitor visitor, Holding holding, Trouble trouble) {
        return templates.page(
                HttpStatus.BAD_GATEWAY,
                "unavailable",
                frames.of(request, visitor, "Gandi did not answer", Frame.Here.DOMAINS),
                new DraftPages.Unavailable(
                        trouble.message(),
                        trouble.cure(),
                        GuidePages.address(trouble),
                        DomainRow.address(holding) + "/snapshots"));
    }

    private static Snapshot known(Visitor visitor, Holding holding, String id) {
        return visitor.desk().snapshots(holding).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(ErrorPages.NotThereException::new);
    }

    @GetMapping("/domains/{name}/snapshots/{id}")
    ResponseEntity<String> compare(
            HttpServletRequest request,
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String name,
            @PathVariable String id) {
        Holding holding = DomainPages.holding(visitor, name);
        Desk desk = visitor.desk();
        Snapshot snapshot = known(visitor, holding, id);
        return switch (desk.snapshot(holding, snapshot.id())) {
            case Answered.Not<Zone>(Trouble trouble) -> unavailable(request, visitor, holding, trouble);
            case Answered.With<Zone>(Zone then) -> {
                Instant now = frames.now();
                Zone zone = desk.zone(holding).orElseGet(() -> Zone.empty(holding.name()));
                Compared page = new Compared(
                        DomainHead.of(desk, holding, DomainPages.Tab.SNAPSHOTS, now),
                        Item.of(snapshot, now),
                        DiffLine.between(zone, then),
                        desk.person().may(Right.PROPOSE));
                Frame frame = frames.of(request, visitor, holding.name().unicode(), Frame.Here.DOMAINS);
                yield templates.page("domain-snapshot", frame, page);
            }
        };
    }

    @PostMapping("/domains/{name}/snapshots/{id}/restore")
    ResponseEntity<String> restore(
            HttpServletRequest request,
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String name,
            @PathVariable String id,
            @RequestParam(required = false, defaultValue = "") List<String> only) {
        Holding holding = DomainPages.holding(visitor, name);
        Snapshot snapshot = known(visitor, holding, id);
        Set<RRset.Key> keys = new HashSet<>();
        for (String one : only) {
            key(one, holding.name()).ifPresent(keys::add);
        }
        String back = DomainRow.address(holding) + "/snapshots/" + snapshot.id();
        if (keys.isEmpty()) {
            // To the desk, nothing named is everything.
            return Templates.to(Notice.NOTHING_TICKED.at(back));
        }
        return drafts.answer(request, visitor, visitor.desk().restore(holding, snapshot.id(), keys), back);
    }

    private static Optional<RRset.Key> key(String word, Name apex) {
        int blank = word.lastIndexOf(' ');
        if (blank < 1) {
            return Optional.empty();
        }
        try {
            Name owner = Name.parse(word.substring(0, blank), apex);
            return RdataTypes.find(word.substring(blank + 1)).map(type -> new RRset.Key(owner, type));
        } catch (PresentationException e) {
            throw new ErrorPages.NotThereException();
        }
    }
}
