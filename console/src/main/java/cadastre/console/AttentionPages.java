package cadastre.console;

import cadastre.desk.Desk;
import cadastre.provider.Milestone;
import cadastre.register.Card;
import cadastre.register.Holding;
import cadastre.register.HoldingFilter;
import cadastre.register.Integration;
import cadastre.register.Inventory;
import cadastre.register.Slice;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The first page: what needs somebody, each row one step from its cure.
@RestController
public final class AttentionPages {
    private static final int MOST = 12;
    private static final Duration SOON = Duration.ofDays(60);
    private static final Duration RECENT = Duration.ofDays(7);

    private final Templates templates;
    private final Frames frames;

    AttentionPages(Templates templates, Frames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    /// What needs somebody.
    ///
    /// @param tokens      integrations that do not work, or soon will not
    /// @param dying       domains that end soon and are not renewed by themselves
    /// @param drifted     domains that somebody changed elsewhere
    /// @param unread      domains whose zone could not be read
    /// @param connected   whether there is an integration at all
    /// @param domains     how many domains there are
    /// @param soon        how many of them end within 60 days
    public record Attention(
            List<Row> tokens,
            List<Row> dying,
            List<Row> drifted,
            List<Row> unread,
            boolean connected,
            int domains,
            int soon) {
        /// The lists are copied.
        public Attention {
            tokens = List.copyOf(tokens);
            dying = List.copyOf(dying);
            drifted = List.copyOf(drifted);
            unread = List.copyOf(unread);
        }

        /// {@return whether nothing needs anybody}
        public boolean isQuiet() {
            return tokens.isEmpty() && dying.isEmpty() && drifted.isEmpty() && unread.isEmpty();
        }
    }

    /// Something that needs somebody.
    ///
    /// @param chip    what it is
    /// @param name    of what
    /// @param address where it is
    /// @param text    what happened or will
    /// @param action  the word on the button
    /// @param cure    where the button leads
    public record Row(Frame.Chip chip, String name, String address, String text, String action, String cure) {}

    /// {@return how many things need somebody, roughly: domains may be counted for two reasons}
    static int count(Inventory.Facets facets, int ill) {
        return ill + facets.drifted() + facets.unread();
    }

    @GetMapping("/")
    ResponseEntity<String> attention(HttpServletRequest request, @AuthenticationPrincipal Visitor visitor) {
        Desk desk = visitor.desk();
        Instant now = frames.now();
        Inventory.Facets facets = desk.facets();
        List<Card> cards = desk.cards();
        Attention page = new Attention(
                tokens(cards, now),
                rows(
                        desk,
                        HoldingFilter.ALL
                                .and(new HoldingFilter.Condition.EndsBefore(now.plus(SOON)))
                                .and(new HoldingFilter.Condition.AutoRenewed(false)),
                        one -> dying(one, now)),
                rows(
                        desk,
                        HoldingFilter.ALL.and(new HoldingFilter.Condition.DriftedSince(now.minus(RECENT))),
                        one -> drifted(one, now)),
                rows(desk, HoldingFilter.ALL.and(new HoldingFilter.Condition.Unread()), AttentionPages::unread),
                !cards.isEmpty(),
                facets.all(),
                facets.endingSoon());
        Frame frame = frames.of(request, visitor, "Attention", Frame.Here.ATTENTION);
        return templates.page("attention", Frames.live(frame, "/live/register", false), page);
    }

    private interface Maker {
        Row row(Holding holding);
    }

    private static List<Row> rows(Desk desk, HoldingFilter filter, Maker maker) {
        Slice<Holding> slice = desk.holdings(filter, Inventory.Order.EXPIRY, Optional.empty(), MOST);
        return slice.items().stream().map(maker::row).toList();
    }

    private static List<Row> tokens(List<Card> cards, Instant now) {
        List<Row> rows = new ArrayList<>();
        for (Card card : cards) {
            Integration integration = card.integration();
            String address = "/integrations/" + integration.id();
            Integration.Status status = card.status(now);
            switch (status) {
                case AUTHENTICATION_ERROR, TOKEN_EXPIRED, MISSING_PERMISSION, FAILED ->
                    rows.add(new Row(
                            Frame.Chip.bad(status.label()),
                            integration.name(),
                            address,
                            integration.trouble().map(one -> one.message()).orElse("Its time is over."),
                            "Look at it",
                            address));
                case TOKEN_EXPIRES_SOON ->
                    rows.add(new Row(
                            Frame.Chip.warn(status.label()),
                            integration.name(),
                            address,
                            integration
                                    .credential()
                                    .endsAt()
                                    .map(end -> Say.count(Say.days(end, now), "day", "days") + " left, until "
                                            + Say.date(end) + ". After that nothing is seen or changed.")
                                    .orElse(""),
                            "Update Credentials",
                            address + "#renew"));
                case NEVER_SYNCED, SYNCING, SYNCED, RATE_LIMITED -> {}
            }
        }
        return rows;
    }

    private static Row dying(Holding holding, Instant now) {
        DomainRow row = DomainRow.of(holding, now);
        return new Row(
                Frame.Chip.bad(isOver(holding, now) ? "expired" : "expires"),
                row.name(),
                row.address(),
                isOver(holding, now)
                        ? "Its time ended on " + row.expiry().date() + ", and auto-renewal is off."
                        : row.expiry().date() + ", " + row.expiry().days() + " left, and auto-renewal is off.",
                "See the registration",
                row.address() + "/registration");
    }

    private static boolean isOver(Holding holding, Instant now) {
        Instant end = holding.facts().dates().get(Milestone.ENDS);
        return end != null && !end.isAfter(now);
    }

    private static Row drifted(Holding holding, Instant now) {
        return new Row(
                Frame.Chip.warn("changed elsewhere"),
                holding.name().unicode(),
                DomainRow.address(holding),
                holding.driftedAt().map(at -> "Seen " + Say.ago(at, now) + ".").orElse(""),
                "See what changed",
                DomainRow.address(holding) + "/history");
    }

    private static Row unread(Holding holding) {
        return new Row(
                Frame.Chip.warn("zone not read"),
                holding.name().unicode(),
                DomainRow.address(holding),
                holding.zone().trouble().map(one -> one.message()).orElse(""),
                "Look at it",
                DomainRow.address(holding));
    }
}
