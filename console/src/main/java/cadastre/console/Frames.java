package cadastre.console;

import cadastre.desk.Desk;
import cadastre.register.Card;
import cadastre.register.Integration;
import cadastre.register.Inventory;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;

/// Makes what stands around pages. Thread-safe.
final class Frames {
    private final InstantSource clock;

    Frames(InstantSource clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /// {@return the frame of a page for whoever is not signed in}
    Frame outside(HttpServletRequest request, String title) {
        return new Frame(
                title,
                Frame.Here.ELSEWHERE,
                csrf(request),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                look(request, "theme-", ""),
                look(request, "density-", ""),
                request.getMethod().equals("GET"),
                "",
                false,
                "");
    }

    /// {@return the frame of a page}
    Frame of(HttpServletRequest request, Visitor visitor, String title, Frame.Here here) {
        Desk desk = visitor.desk();
        List<Card> cards = desk.cards();
        Inventory.Facets facets = desk.facets();
        return new Frame(
                title,
                here,
                csrf(request),
                Optional.of(desk.person().name() + " · " + visitor.workspace().name()),
                entries(desk, cards, facets),
                fresh(cards),
                look(request, "theme-", ""),
                look(request, "density-", ""),
                request.getMethod().equals("GET"),
                "",
                false,
                Notice.text(request.getParameter("said")));
    }

    /// {@return the frame of a page that is fetched again when something moves}
    ///
    /// @param live  the address of the stream
    /// @param moves whether something is under way now
    static Frame live(Frame frame, String live, boolean moves) {
        return new Frame(
                frame.title(),
                frame.here(),
                frame.csrf(),
                frame.who(),
                frame.entries(),
                frame.fresh(),
                frame.theme(),
                frame.density(),
                frame.fetched(),
                frame.fetched() ? live : "",
                moves,
                frame.notice());
    }

    private List<Frame.Entry> entries(Desk desk, List<Card> cards, Inventory.Facets facets) {
        long ill = cards.stream().filter(this::needsSomebody).count();
        int attention = AttentionPages.count(facets, (int) ill);
        int drafts = desk.drafts().size();
        List<Frame.Entry> entries = new ArrayList<>();
        entries.add(new Frame.Entry(Frame.Here.ATTENTION, number(attention), attention > 0));
        entries.add(new Frame.Entry(Frame.Here.DOMAINS, number(facets.all()), false));
        entries.add(new Frame.Entry(Frame.Here.CHANGES, number(drafts), false));
        entries.add(new Frame.Entry(Frame.Here.INTEGRATIONS, number(ill), ill > 0));
        entries.add(new Frame.Entry(Frame.Here.GUIDE, "", false));
        entries.add(new Frame.Entry(Frame.Here.SETTINGS, "", false));
        return entries;
    }

    private static String number(long count) {
        return count == 0 ? "" : String.valueOf(count);
    }

    private boolean needsSomebody(Card card) {
        return switch (card.status(clock.instant())) {
            case AUTHENTICATION_ERROR, TOKEN_EXPIRED, TOKEN_EXPIRES_SOON, MISSING_PERMISSION, FAILED -> true;
            case NEVER_SYNCED, SYNCING, SYNCED, RATE_LIMITED -> false;
        };
    }

    private Optional<Frame.Chip> fresh(List<Card> cards) {
        Instant now = clock.instant();
        long ill = cards.stream().filter(this::needsSomebody).count();
        if (ill > 0) {
            return Optional.of(Frame.Chip.bad(Say.count(ill, "integration needs you", "integrations need you")));
        }
        if (cards.stream().anyMatch(card -> card.status(now) == Integration.Status.SYNCING)) {
            return Optional.of(Frame.Chip.turning("syncing"));
        }
        return cards.stream()
                .flatMap(card -> card.integration().lastSuccess().stream())
                .min(Instant::compareTo)
                .map(at -> Frame.Chip.good("fresh, " + Say.ago(at, now)));
    }

    private static Frame.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Frame.Csrf(token.getParameterName(), token.getToken())
                : new Frame.Csrf("_csrf", "");
    }

    /// What somebody chose, such as `theme-dark`, among the words of the cookie.
    private static String look(HttpServletRequest request, String prefix, String otherwise) {
        for (String word : Cookies.text(request, Cookies.LOOK).orElse("").split("_", -1)) {
            if (word.startsWith(prefix)) {
                return word.substring(prefix.length());
            }
        }
        return otherwise;
    }
}
