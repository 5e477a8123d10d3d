package cadastre.console;

import cadastre.desk.Admission;
import cadastre.desk.Desk;
import cadastre.people.Right;
import cadastre.provider.Organization;
import cadastre.register.Card;
import cadastre.register.Checkup;
import cadastre.register.HoldingFilter;
import cadastre.register.Integration;
import cadastre.register.SentRequest;
import cadastre.register.Trouble;
import cadastre.vault.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The accounts at providers: adding one by its token, their cards, new credentials.
@RestController
public final class IntegrationPages {
    private static final int LATEST_REQUESTS = 50;
    private static final int DAY_REQUESTS = 20_000;

    private final Templates templates;
    private final Frames frames;
    private final PendingTokens pending;

    IntegrationPages(Templates templates, Frames frames, java.time.InstantSource clock) {
        this.templates = templates;
        this.frames = frames;
        this.pending = new PendingTokens(clock);
    }

    /// All cards.
    ///
    /// @param cards         by name
    /// @param domains       of all integrations
    /// @param organizations of all integrations
    /// @param mayConnect    whether the viewer may add one
    /// @param maySync       whether the viewer may begin a sync
    public record Overview(List<CardView> cards, int domains, long organizations, boolean mayConnect, boolean maySync) {
        /// The list is copied.
        public Overview {
            cards = List.copyOf(cards);
        }
    }

    /// Where a provider is chosen.
    ///
    /// @param mayConnect whether the viewer may add one
    public record Choice(boolean mayConnect) {}

    /// Where a token is pasted.
    ///
    /// @param message    what is wrong with the one before; mostly empty
    /// @param cure       what to do about it
    /// @param guide      where the guide has it
    /// @param mayConnect whether the viewer may add one
    public record Addition(String message, String cure, String guide, boolean mayConnect) {}

    /// One card with all that can be done with it.
    ///
    /// @param card       the card
    /// @param message    what is wrong with the new token; mostly empty
    /// @param cure       what to do about it
    /// @param guide      where the guide has it
    /// @param warnings   how the new token is worse than the one before; then only a word is missing
    /// @param nonce      by which the new token is found again for that word
    /// @param requests   the latest ones
    /// @param mayConnect whether the viewer may change it
    /// @param maySync    whether the viewer may begin a sync
    public record Single(
            CardView card,
            String message,
            String cure,
            String guide,
            List<String> warnings,
            String nonce,
            List<Sent> requests,
            boolean mayConnect,
            boolean maySync) {
        /// The lists are copied.
        public Single {
            warnings = List.copyOf(warnings);
            requests = List.copyOf(requests);
        }
    }

    /// A request of the log.
    ///
    /// @param at     when
    /// @param call   method and path
    /// @param status of the answer, or a dash
    /// @param failed whether it is none of success
    public record Sent(When at, String call, String status, boolean failed) {}

    @GetMapping("/integrations")
    ResponseEntity<String> overview(HttpServletRequest request, @AuthenticationPrincipal Visitor visitor) {
        Desk desk = visitor.desk();
        Instant now = frames.now();
        List<Card> cards = desk.cards();
        List<CardView> views = cards.stream().map(card -> view(desk, card, now)).toList();
        long organizations = cards.stream()
                .flatMap(card -> card.integration().organization().stream())
                .map(Organization::id)
                .distinct()
                .count();
        int domains = cards.stream().mapToInt(Card::domains).sum();
        Frame frame = frames.of(request, visitor, "Integrations", Frame.Here.INTEGRATIONS);
        boolean moves = views.stream().anyMatch(one -> one.progress().isPresent());
        return templates.page(
                "integrations",
                Frames.live(frame, "/live/register", moves),
                new Overview(views, domains, organizations, may(visitor, Right.CONNECT), may(visitor, Right.SYNC)));
    }

    private static boolean may(Visitor visitor, Right right) {
        return visitor.desk().person().may(right);
    }

    private static CardView view(Desk desk, Card card, Instant now) {
        Integration.Id id = card.integration().id();
        return CardView.of(
                card,
                desk.count(HoldingFilter.ALL
                        .and(new HoldingFilter.Condition.SeenThrough(id))
                        .and(new HoldingFilter.Condition.Unread())),
                desk.isSyncing(id),
                desk.progress(id),
                desk.details(id),
                desk.failure(id),
                desk.requests(id, DAY_REQUESTS).stream().map(SentRequest::at).toList(),
                now);
    }

    @GetMapping("/integrations/new")
    ResponseEntity<String> choose(HttpServletRequest request, @AuthenticationPrincipal Visitor visitor) {
        Frame frame = frames.of(request, visitor, "Add New Integration", Frame.Here.INTEGRATIONS);
        return templates.page("integration-choice", frame, new Choice(may(visitor, Right.CONNECT)));
    }

    @GetMapping("/integrations/new/gandi")
    ResponseEntity<String> blank(HttpServletRequest request, @AuthenticationPrincipal Visitor visitor) {
        return addition(request, visitor, HttpStatus.OK, "", "", "");
    }

    private ResponseEntity<String> addition(
            HttpServletRequest request, Visitor visitor, HttpStatus status, String message, String cure, String guide) {
        Frame frame = frames.of(request, visitor, "Add a Gandi integration", Frame.Here.INTEGRATIONS);
        return templates.page(
                status, "integration-new", frame, new Addition(message, cure, guide, may(visitor, Right.CONNECT)));
    }

    @PostMapping("/integrations/new/gandi")
    ResponseEntity<String> add(
            HttpServletRequest request, @AuthenticationPrincipal Visitor visitor, @RequestParam String token) {
        return switch (visitor.desk().add(token)) {
            case Admission.NoToken(String message) ->
                addition(request, visitor, HttpStatus.UNPROCESSABLE_CONTENT, message, "", "");
            case Admission.Refused(Trouble trouble) ->
                addition(
                        request,
                        visitor,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        trouble.message(),
                        trouble.cure(),
                        GuidePages.address(trouble));
            case Admission.Admitted _ -> Templates.to(Notice.ADDED.at("/integrations"));
            case Admission.Doubtful _, Admission.NoIntegration _ ->
                throw new IllegalStateException("adding replaces nothing");
        };
    }

    @GetMapping("/integrations/{id}")
    ResponseEntity<String> single(
            HttpServletRequest request, @AuthenticationPrincipal Visitor visitor, @PathVariable String id) {
        return single(request, visitor, id, HttpStatus.OK, "", "", "", List.of(), "");
    }

    private ResponseEntity<String> single(
            HttpServletRequest request,
            Visitor visitor,
            String id,
            HttpStatus status,
            String message,
            String cure,
            String guide,
            List<String> warnings,
            String nonce) {
        Desk desk = visitor.desk();
        Instant now = frames.now();
        Card card = desk.card(new Integration.Id(id)).orElseThrow(ErrorPages.NotThereException::new);
        CardView view = view(desk, card, now);
        List<Sent> requests = desk.requests(card.integration().id(), LATEST_REQUESTS).stream()
                .map(one -> new Sent(
                        When.ago(one.at(), now),
                        one.call(),
                        one.status().isPresent() ? String.valueOf(one.status().getAsInt()) : "no answer",
                        one.status().isEmpty() || one.status().getAsInt() >= 400))
                .toList();
        Frame frame = frames.of(request, visitor, card.integration().name(), Frame.Here.INTEGRATIONS);
        return templates.page(
                status,
                "integration",
                Frames.live(
                        frame,
                        status == HttpStatus.OK ? "/live/register" : "",
                        status == HttpStatus.OK && view.progress().isPresent()),
                new Single(
                        view,
                        message,
                        cure,
                        guide,
                        warnings,
                        nonce,
                        requests,
                        may(visitor, Right.CONNECT),
                        may(visitor, Right.SYNC)));
    }

    @PostMapping("/integrations/{id}/credentials")
    ResponseEntity<String> update(
            HttpServletRequest request,
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String nonce) {
        Integration.Id integration = new Integration.Id(id);
        boolean meant = !nonce.isEmpty();
        String owner = visitor.session().id() + " " + id;
        Optional<Secret> again = meant ? pending.take(nonce, owner) : Optional.empty();
        if (meant && again.isEmpty()) {
            return single(
                    request,
                    visitor,
                    id,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "The new token was kept for ten minutes only.",
                    "Paste it once more.",
                    "",
                    List.of(),
                    "");
        }
        String text = again.map(Secret::text).orElse(token);
        return switch (visitor.desk().update(integration, text, meant)) {
            case Admission.NoIntegration _ -> throw new ErrorPages.NotThereException();
            case Admission.NoToken(String message) ->
                single(request, visitor, id, HttpStatus.UNPROCESSABLE_CONTENT, message, "", "", List.of(), "");
            case Admission.Refused(Trouble trouble) ->
                single(
                        request,
                        visitor,
                        id,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        trouble.message(),
                        trouble.cure() + " The token before stays in use.",
                        GuidePages.address(trouble),
                        List.of(),
                        "");
            case Admission.Doubtful(List<Checkup.Warning> warnings, var _) ->
                single(
                        request,
                        visitor,
                        id,
                        HttpStatus.CONFLICT,
                        "",
                        "",
                        "",
                        warnings.stream().map(Checkup.Warning::message).toList(),
                        pending.keep(Secret.of(text), owner));
            case Admission.Admitted _ -> Templates.to(Notice.RENEWED.at("/integrations/" + id));
        };
    }

    @PostMapping("/integrations/{id}/name")
    ResponseEntity<String> rename(
            @AuthenticationPrincipal Visitor visitor, @PathVariable String id, @RequestParam String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > 100) {
            return Templates.to("/integrations/" + id);
        }
        found(visitor.desk().rename(new Integration.Id(id), stripped));
        return Templates.to(Notice.RENAMED.at("/integrations/" + id));
    }

    @PostMapping("/integrations/{id}/read-only")
    ResponseEntity<String> readOnly(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean on) {
        found(visitor.desk().setReadOnly(new Integration.Id(id), on));
        return Templates.to((on ? Notice.READ_ONLY : Notice.WRITABLE).at("/integrations/" + id));
    }

    @PostMapping("/integrations/{id}/sync")
    ResponseEntity<String> sync(@AuthenticationPrincipal Visitor visitor, @PathVariable String id) {
        Desk desk = visitor.desk();
        Integration.Id integration = new Integration.Id(id);
        found(desk.card(integration).isPresent());
        return Templates.to((desk.sync(integration) ? Notice.SYNCING : Notice.BUSY).at("/integrations"));
    }

    /// What helps whoever helps: no secret, no record.
    @GetMapping("/integrations/{id}/support.txt")
    ResponseEntity<String> support(@AuthenticationPrincipal Visitor visitor, @PathVariable String id) {
        Desk desk = visitor.desk();
        Card card = desk.card(new Integration.Id(id)).orElseThrow(ErrorPages.NotThereException::new);
        String text = SupportBundle.of(
                card,
                desk.failure(card.integration().id()),
                desk.requests(card.integration().id(), 200),
                frames.now());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", java.nio.charset.StandardCharsets.UTF_8))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("cadastre-" + id + ".txt")
                                .build()
                                .toString())
                .body(text);
    }

    private static void found(boolean found) {
        if (!found) {
            throw new ErrorPages.NotThereException();
        }
    }

    /// The instants of the last day, for the picture of requests.
    static Stream<Instant> lastDay(Stream<Instant> requests, Instant now) {
        return requests.filter(at -> at.isAfter(now.minusSeconds(86_400)));
    }
}
