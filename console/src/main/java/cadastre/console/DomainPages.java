package cadastre.console;

import cadastre.desk.Answered;
import cadastre.desk.Desk;
import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.people.Right;
import cadastre.register.Draft;
import cadastre.register.Holding;
import cadastre.register.HoldingFilter;
import cadastre.register.Integration;
import cadastre.register.Inventory;
import cadastre.register.Query;
import cadastre.register.Slice;
import cadastre.registration.Delegation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The list of domains, and the page of one but for what changes it.
@RestController
public final class DomainPages {
    private static final int PAGE = 100;
    private static final int HISTORY_PAGE = 50;

    private final Templates templates;
    private final Frames frames;

    DomainPages(Templates templates, Frames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    /// The list.
    ///
    /// @param query    as it was typed
    /// @param wrong    what of it was not understood; mostly empty
    /// @param rows     some of the domains
    /// @param matching how many there are
    /// @param facets   how many there are of each kind
    /// @param order    by which they stand: `name`, `expiry` or `change`
    /// @param more     the address of the rest; empty at the end
    /// @param cards    whether there is an integration at all
    public record Listing(
            String query,
            String wrong,
            List<DomainRow> rows,
            int matching,
            Inventory.Facets facets,
            String order,
            String more,
            boolean cards) {
        /// The list is copied.
        public Listing {
            rows = List.copyOf(rows);
        }
    }

    @GetMapping("/domains")
    ResponseEntity<String> list(
            HttpServletRequest request,
            @AuthenticationPrincipal Visitor visitor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "expiry") String order,
            @RequestParam(defaultValue = "") String after) {
        Desk desk = visitor.desk();
        Instant now = frames.now();
        HoldingFilter filter = HoldingFilter.ALL;
        String wrong = "";
        switch (Query.parse(q, now)) {
            case Query.Understood(HoldingFilter understood) -> filter = understood;
            case Query.Wrong(int column, String message) -> wrong = "At sign " + column + ": " + message;
        }
        Slice<Holding> slice =
                desk.holdings(filter, order(order), after.isEmpty() ? Optional.empty() : Optional.of(after), PAGE);
        Listing page = new Listing(
                q,
                wrong,
                slice.items().stream().map(one -> DomainRow.of(one, now)).toList(),
                desk.count(filter),
                desk.facets(),
                order(order).name().toLowerCase(Locale.ROOT),
                slice.next()
                        .map(cursor -> "/domains?q=" + Links.encoded(q) + "&order=" + Links.encoded(order) + "&after="
                                + Links.encoded(cursor))
                        .orElse(""),
                !desk.cards().isEmpty());
        Frame frame = frames.of(request, visitor, "Domains", Frame.Here.DOMAINS);
        boolean moves = desk.cards().stream().anyMatch(card -> card.status(now) == Integration.Status.SYNCING);
        return templates.page("domains", Frames.live(frame, moves ? "/live/register" : "", moves), page);
    }

    private static Inventory.Order order(String text) {
        return switch (text) {
            case "name" -> Inventory.Order.NAME;
            case "change" -> Inventory.Order.CHANGE;
            default -> Inventory.Order.EXPIRY;
        };
    }

    /// {@return the domain that an address names, if it is one of the visitor's}
    static Holding holding(Visitor visitor, String name) {
        try {
            return visitor.desk()
                    .holding(Name.parse(name, Name.ROOT), Optional.empty())
                    .orElseThrow(ErrorPages.NotThereException::new);
        } catch (PresentationException e) {
            throw new ErrorPages.NotThereException();
        }
    }

    /// Which of a domain's pages one is at.
    enum Tab {
        RECORDS(""),
        NAME_SERVERS("/name-servers"),
        SNAPSHOTS("/snapshots"),
        HISTORY("/history"),
        REGISTRATION("/registration");

        private final String path;

        Tab(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    @PostMapping("/domains/{name}/sync")
    ResponseEntity<String> sync(@AuthenticationPrincipal Visitor visitor, @PathVariable String name) {
        Holding holding = holding(visitor, name);
        visitor.desk().sync(holding);
        return Templates.to(Notice.SYNCING.at(DomainRow.address(holding)));
    }

    /// The name servers.
    ///
    /// @param head    of the domain's pages
    /// @param current as they were last seen; empty if they are not told
    /// @param own     Gandi's own for this domain; empty if they could not be asked for
    /// @param trouble why not; mostly empty
    /// @param drafted what the draft asks for; empty if nothing
    /// @param pending what was asked for and is not taken up; empty if nothing
    /// @param livedns whether Gandi LiveDNS serves it
    /// @param typed   for the field of custom ones
    /// @param message what is wrong with it; mostly empty
    /// @param mayEdit whether the viewer may change them
    public record NameServers(
            DomainHead head,
            List<String> current,
            List<String> own,
            String trouble,
            List<String> drafted,
            List<String> pending,
            boolean livedns,
            String typed,
            String message,
            boolean mayEdit) {
        /// The lists are copied.
        public NameServers {
            current = List.copyOf(current);
            own = List.copyOf(own);
            drafted = List.copyOf(drafted);
            pending = List.copyOf(pending);
        }
    }

    @GetMapping("/domains/{name}/name-servers")
    ResponseEntity<String> nameServers(
            HttpServletRequest request, @AuthenticationPrincipal Visitor visitor, @PathVariable String name) {
        Holding holding = holding(visitor, name);
        return nameServers(request, visitor, holding, "", "");
    }

    ResponseEntity<String> nameServers(
            HttpServletRequest request, Visitor visitor, Holding holding, String typed, String message) {
        Desk desk = visitor.desk();
        Draft draft = desk.draft(holding);
        Answered<List<String>> own = desk.ownNameServers(holding);
        List<String> current = holding.facts().nameServers();
        NameServers page = new NameServers(
                DomainHead.of(desk, holding, Tab.NAME_SERVERS, frames.now()),
                current,
                own instanceof Answered.With<List<String>>(var answer) ? answer : List.of(),
                own instanceof Answered.Not<List<String>>(var trouble) ? trouble.message() : "",
                draft.delegation().map(one -> names(one.to())).orElse(List.of()),
                desk.pendingDelegation(holding).map(DomainPages::names).orElse(List.of()),
                holding.facts().servedBy() == cadastre.provider.ServedBy.LIVEDNS,
                typed.isEmpty() ? String.join("\n", current) : typed,
                message,
                desk.person().may(Right.PROPOSE));
        Frame frame = frames.of(request, visitor, holding.name().unicode(), Frame.Here.DOMAINS);
        return templates.page(
                "domain-name-servers", Frames.live(frame, message.isEmpty() ? "/live/register" : "", false), page);
    }

    private static List<String> names(Delegation delegation) {
        return delegation.nameServers().stream().map(Name::withoutDot).toList();
    }

    /// What became of it.
    ///
    /// @param head  of the domain's pages
    /// @param lines the newest first
    /// @param more  the address of the rest; empty at the end
    public record Past(DomainHead head, List<HistoryLine> lines, String more) {
        /// The list is copied.
        public Past {
            lines = List.copyOf(lines);
        }
    }

    @GetMapping("/domains/{name}/history")
    ResponseEntity<String> history(
            HttpServletRequest request,
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String after) {
        Holding holding = holding(visitor, name);
        Desk desk = visitor.desk();
        Instant now = frames.now();
        var slice =
                desk.history().of(holding.id(), after.isEmpty() ? Optional.empty() : Optional.of(after), HISTORY_PAGE);
        Past page = new Past(
                DomainHead.of(desk, holding, Tab.HISTORY, now),
                HistoryLine.all(slice.items(), desk, now),
                slice.next()
                        .map(cursor -> DomainRow.address(holding) + "/history?after=" + Links.encoded(cursor))
                        .orElse(""));
        Frame frame = frames.of(request, visitor, holding.name().unicode(), Frame.Here.DOMAINS);
        return templates.page("domain-history", frame, page);
    }

    /// What the registrar tells.
    ///
    /// @param head  of the domain's pages
    /// @param facts each with its name
    public record Registered(DomainHead head, List<Fact> facts) {
        /// The list is copied.
        public Registered {
            facts = List.copyOf(facts);
        }
    }

    /// Something the registrar tells.
    ///
    /// @param name  what
    /// @param value as people read it
    public record Fact(String name, String value) {}

    @GetMapping("/domains/{name}/registration")
    ResponseEntity<String> registration(
            HttpServletRequest request, @AuthenticationPrincipal Visitor visitor, @PathVariable String name) {
        Holding holding = holding(visitor, name);
        Registered page = new Registered(
                DomainHead.of(visitor.desk(), holding, Tab.REGISTRATION, frames.now()),
                RegistrationFacts.of(holding, frames.now()));
        Frame frame = frames.of(request, visitor, holding.name().unicode(), Frame.Here.DOMAINS);
        return templates.page("domain-registration", frame, page);
    }
}
