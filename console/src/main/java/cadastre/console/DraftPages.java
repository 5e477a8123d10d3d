package cadastre.console;

import cadastre.desk.Desk;
import cadastre.desk.Proposal;
import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.dns.RRset;
import cadastre.dns.RdataType;
import cadastre.dns.RdataTypes;
import cadastre.dns.Zone;
import cadastre.plan.Change;
import cadastre.register.Draft;
import cadastre.register.Holding;
import cadastre.register.Trouble;
import cadastre.registration.Delegation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The records of a domain, and the edits that are collected until somebody wants to see the plan.
@RestController
public final class DraftPages {
    private static final String DEFAULT_TTL = "10800";

    private final Templates templates;
    private final Frames frames;
    private final DomainPages domains;

    DraftPages(Templates templates, Frames frames, DomainPages domains) {
        this.templates = templates;
        this.frames = frames;
        this.domains = domains;
    }

    /// The records of a domain.
    ///
    /// @param head    of the domain's pages
    /// @param rows    of the zone with the draft
    /// @param known   whether the zone was ever read
    /// @param filter  as it was typed
    /// @param form    that is open; mostly none
    /// @param editing which RRset the form changes; empty if it adds one
    /// @param types   one may choose from
    /// @param livedns whether Gandi LiveDNS serves it, so that it has records here
    public record Records(
            DomainHead head,
            List<RecordRow> rows,
            boolean known,
            String filter,
            Optional<RecordForm> form,
            String editing,
            List<String> types,
            boolean livedns) {
        /// The lists are copied.
        public Records {
            rows = List.copyOf(rows);
            types = List.copyOf(types);
        }

        /// {@return whether the form stands in place of that row}
        public boolean isEdited(RecordRow row) {
            return form.isPresent() && editing.equals(row.key().word());
        }
    }

    @GetMapping("/domains/{name}")
    ResponseEntity<String> records(
            HttpServletRequest request,
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String add,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "0") int more) {
        Holding holding = DomainPages.holding(visitor, name);
        Optional<RecordForm> form = Optional.empty();
        String editing = "";
        if (!add.isEmpty()) {
            RdataType wanted = RdataTypes.find(add).orElse(RdataTypes.A);
            form = Optional.of(RecordForm.blank(wanted, owner.isEmpty() ? "@" : owner, DEFAULT_TTL, 1));
        } else if (!type.isEmpty()) {
            Optional<RRset> rrset = drafted(visitor.desk(), holding, key(owner, type, holding));
            form = rrset.map(one -> RecordForm.of(one, holding.name()));
            editing = rrset.map(
                            one -> RecordRow.Key.of(one.key(), holding.name()).word())
                    .orElse("");
        }
        for (int i = 0; i < Math.min(more, 20); i++) {
            form = form.map(RecordForm::withRow);
        }
        return page(request, visitor, holding, HttpStatus.OK, q, form, editing);
    }

    private ResponseEntity<String> page(
            HttpServletRequest request,
            Visitor visitor,
            Holding holding,
            HttpStatus status,
            String filter,
            Optional<RecordForm> form,
            String editing) {
        Desk desk = visitor.desk();
        Optional<Zone> zone = desk.zone(holding);
        Draft draft = desk.draft(holding);
        Zone shown = zone.orElseGet(() -> Zone.empty(holding.name()));
        List<String> types = new ArrayList<>(RecordForm.types());
        Records page = new Records(
                DomainHead.of(desk, holding, DomainPages.Tab.RECORDS, frames.now()),
                RecordRow.of(shown, draft, filter.strip()),
                zone.isPresent(),
                filter,
                form,
                editing,
                types,
                holding.facts().servedBy() != cadastre.provider.ServedBy.CUSTOM);
        Frame frame = frames.of(request, visitor, holding.name().unicode(), Frame.Here.DOMAINS);
        boolean watched = form.isEmpty();
        return templates.page(
                status,
                "domain-records",
                watched ? Frames.live(frame, "/live/register", desk.isSyncing(holding)) : frame,
                page);
    }

    private static RRset.Key key(String owner, String type, Holding holding) {
        try {
            RdataType found = RdataTypes.find(type).orElseThrow(ErrorPages.NotThereException::new);
            return new RRset.Key(Name.parse(owner.isEmpty() ? "@" : owner, holding.name()), found);
        } catch (PresentationException e) {
            throw new ErrorPages.NotThereException();
        }
    }

    /// The RRset as the draft has it, else as the zone has it.
    private static Optional<RRset> drafted(Desk desk, Holding holding, RRset.Key key) {
        Change edit = desk.draft(holding).edits().get(key);
        return edit != null ? edit.after().or(edit::before) : desk.zone(holding).flatMap(zone -> zone.rrset(key));
    }

    @PostMapping("/domains/{name}/draft/keep")
    ResponseEntity<String> keep(
            HttpServletRequest request,
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String name,
            @RequestParam Map<String, String> sent) {
        Holding holding = DomainPages.holding(visitor, name);
        Desk desk = visitor.desk();
        String editing = sent.getOrDefault("editing", "");
        Optional<RRset> before = editing.isEmpty()
                ? Optional.empty()
                : drafted(
                        desk,
                        holding,
                        key(
                                editing.substring(0, Math.max(0, editing.lastIndexOf(' '))),
                                editing.substring(editing.lastIndexOf(' ') + 1),
                                holding));
        RecordForm.Result result = RecordForm.parse(sent, holding.name(), before);
        if (result instanceof RecordForm.Result.Bad(RecordForm form)) {
            return page(request, visitor, holding, HttpStatus.UNPROCESSABLE_CONTENT, "", Optional.of(form), editing);
        }
        if ("row".equals(sent.get("then")) && result instanceof RecordForm.Result.Good(RRset rrset)) {
            RecordForm form = RecordForm.of(rrset, holding.name()).withRow();
            return page(request, visitor, holding, HttpStatus.OK, "", Optional.of(form), editing);
        }
        RRset rrset = ((RecordForm.Result.Good) result).rrset();
        Zone zone = desk.zone(holding).orElseGet(() -> Zone.empty(holding.name()));
        desk.draft(holding, draft -> kept(draft, rrset, before, zone));
        return Templates.to(DomainRow.address(holding) + "#draft");
    }

    /// Another name or type is another RRset: the one before goes. What is added to an RRset that is there joins it.
    private static Draft kept(Draft draft, RRset rrset, Optional<RRset> before, Zone zone) {
        Draft rest = before.filter(one -> !one.key().equals(rrset.key()))
                .map(one -> draft.remove(one.key(), zone))
                .orElse(draft);
        if (before.isPresent()) {
            return rest.put(rrset, zone);
        }
        Change edit = rest.edits().get(rrset.key());
        Optional<RRset> there = edit != null ? edit.after() : zone.rrset(rrset.key());
        if (there.isEmpty()) {
            return rest.put(rrset, zone);
        }
        List<cadastre.dns.Rdata> all = new ArrayList<>(there.get().rdata());
        rrset.rdata().stream().filter(one -> !all.contains(one)).forEach(all::add);
        return rest.put(new RRset(rrset.owner(), rrset.type(), rrset.ttl(), all), zone);
    }

    @PostMapping("/domains/{name}/draft/remove")
    ResponseEntity<String> remove(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String name,
            @RequestParam String owner,
            @RequestParam String type) {
        Holding holding = DomainPages.holding(visitor, name);
        RRset.Key key = key(owner, type, holding);
        Zone zone = visitor.desk().zone(holding).orElseGet(() -> Zone.empty(holding.name()));
        visitor.desk().draft(holding, draft -> draft.remove(key, zone));
        return Templates.to(DomainRow.address(holding) + "#draft");
    }

    @PostMapping("/domains/{name}/draft/forget")
    ResponseEntity<String> forget(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String name,
            @RequestParam String owner,
            @RequestParam String type) {
        Holding holding = DomainPages.holding(visitor, name);
        RRset.Key key = key(owner, type, holding);
        visitor.desk().draft(holding, draft -> draft.forget(key));
        return Templates.to(DomainRow.address(holding));
    }

    @PostMapping("/domains/{name}/draft/discard")
    ResponseEntity<String> discard(@AuthenticationPrincipal Visitor visitor, @PathVariable String name) {
        Holding holding = DomainPages.holding(visitor, name);
        visitor.desk().draft(holding, _ -> Draft.empty(holding.name()));
        return Templates.to(Notice.DISCARDED.at(DomainRow.address(holding)));
    }

    @PostMapping("/domains/{name}/draft/name-servers")
    ResponseEntity<String> nameServers(
            HttpServletRequest request,
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String name,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String servers) {
        Holding holding = DomainPages.holding(visitor, name);
        Desk desk = visitor.desk();
        if (kind.equals("keep")) {
            desk.draft(holding, Draft::keepDelegation);
            return Templates.to(DomainRow.address(holding) + "/name-servers");
        }
        List<String> wanted = kind.equals("livedns")
                ? desk.ownNameServers(holding) instanceof cadastre.desk.Answered.With<List<String>>(var own)
                        ? own
                        : List.of()
                : servers.lines()
                        .flatMap(line -> List.of(line.split("[\\s,;]+")).stream())
                        .filter(word -> !word.isBlank())
                        .toList();
        if (wanted.isEmpty()) {
            return domains.nameServers(
                    request, visitor, holding, servers, "Write at least one name server, one on each line.");
        }
        List<Name> names = new ArrayList<>();
        for (String one : wanted) {
            try {
                names.add(Name.parse(one, Name.ROOT));
            } catch (PresentationException e) {
                return domains.nameServers(
                        request, visitor, holding, servers, "“" + one + "” is no name: " + e.getMessage() + ".");
            }
        }
        if (names.stream().anyMatch(one -> one.labels().size() < 2)) {
            return domains.nameServers(
                    request, visitor, holding, servers, "A name server has a whole name, such as ns1.example.net.");
        }
        Delegation from = new Delegation(holding.facts().nameServers().stream()
                .map(text -> Name.of(text.endsWith(".") ? text : text + "."))
                .toList());
        desk.draft(holding, draft -> draft.delegate(from, new Delegation(names)));
        return Templates.to(DomainRow.address(holding) + "/name-servers#draft");
    }

    @PostMapping("/domains/{name}/review")
    ResponseEntity<String> review(
            HttpServletRequest request, @AuthenticationPrincipal Visitor visitor, @PathVariable String name) {
        Holding holding = DomainPages.holding(visitor, name);
        return answer(request, visitor, visitor.desk().propose(holding), DomainRow.address(holding));
    }

    /// Where a proposal leads to.
    ResponseEntity<String> answer(HttpServletRequest request, Visitor visitor, Proposal proposal, String back) {
        return switch (proposal) {
            case Proposal.Proposed(long number) -> Templates.to("/changes/" + number);
            case Proposal.Nothing _ -> Templates.to(Notice.NOTHING.at(back));
            case Proposal.MovedOn _ -> Templates.to(Notice.MOVED_ON.at(back));
            case Proposal.ReadOnly _ -> Templates.to(Notice.INTEGRATION_READ_ONLY.at(back));
            case Proposal.NotThere _ -> throw new ErrorPages.NotThereException();
            case Proposal.Unavailable(Trouble trouble) ->
                templates.page(
                        HttpStatus.BAD_GATEWAY,
                        "unavailable",
                        frames.of(request, visitor, "Gandi did not answer", Frame.Here.DOMAINS),
                        new Unavailable(trouble.message(), trouble.cure(), GuidePages.address(trouble), back));
        };
    }

    /// The page where the provider was asked in vain.
    ///
    /// @param message what happened
    /// @param cure    what to do
    /// @param guide   where the guide has it
    /// @param back    where one came from
    public record Unavailable(String message, String cure, String guide, String back) {}
}
