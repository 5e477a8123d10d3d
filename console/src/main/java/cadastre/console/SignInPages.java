package cadastre.console;

import cadastre.desk.Office;
import cadastre.people.Founding;
import cadastre.people.Sessions;
import cadastre.people.SignIn;
import cadastre.people.SignInName;
import cadastre.people.Ticket;
import cadastre.vault.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The first run, signing in and signing out.
@RestController
public final class SignInPages {
    private static final Duration SESSION_LIFE = Duration.ofDays(30);
    private static final Duration DEVICE_LIFE = Duration.ofDays(365);

    private final Templates templates;
    private final Frames frames;
    private final Founding founding;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Reception reception;
    private final Office office;
    private final InstantSource clock;

    SignInPages(
            Templates templates,
            Frames frames,
            Founding founding,
            SignIn signIn,
            Sessions sessions,
            Reception reception,
            Office office,
            InstantSource clock) {
        this.templates = templates;
        this.frames = frames;
        this.founding = founding;
        this.signIn = signIn;
        this.sessions = sessions;
        this.reception = reception;
        this.office = office;
        this.clock = clock;
    }

    /// The page of the first run.
    ///
    /// @param open      whether the link works
    /// @param ticket    of the link
    /// @param workspace as it was typed
    /// @param name      as it was typed
    /// @param message   what is wrong; mostly empty
    /// @param field     beside which field it is said
    public record Welcome(boolean open, String ticket, String workspace, String name, String message, String field) {}

    /// The page to sign in.
    ///
    /// @param name    as it was typed
    /// @param next    where to go after
    /// @param message what is wrong; mostly empty
    public record Form(String name, String next, String message) {}

    @GetMapping("/welcome")
    ResponseEntity<String> welcome(HttpServletRequest request, @RequestParam(defaultValue = "") String ticket) {
        boolean open = Ticket.parse(ticket)
                .filter(one -> founding.isOpen(one, clock.instant()))
                .isPresent();
        Welcome page = new Welcome(open, ticket, "", "", open ? "" : new Founding.LinkRefused().message(), "");
        return templates.page(
                open ? HttpStatus.OK : HttpStatus.GONE, "welcome", frames.outside(request, "Welcome"), page);
    }

    @PostMapping("/welcome")
    ResponseEntity<String> found(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String ticket,
            @RequestParam String workspace,
            @RequestParam String name,
            @RequestParam String password) {
        Optional<Ticket> link = Ticket.parse(ticket);
        if (link.isEmpty()) {
            return welcome(request, ticket);
        }
        Instant now = clock.instant();
        Founding.Outcome outcome;
        try (Secret secret = Secret.of(password)) {
            outcome = founding.found(link.get(), workspace, name, secret, now);
        }
        return switch (outcome) {
            case Founding.LinkRefused _ -> welcome(request, ticket);
            case Founding.NameRefused(String message) -> again(request, ticket, workspace, name, message, "name");
            case Founding.PasswordRefused(var objection) ->
                again(request, ticket, workspace, name, objection.message(), "password");
            case Founding.Founded(var owner, var _) -> {
                enter(request, response, signIn.welcome(owner, browser(request), now));
                yield Templates.to("/integrations/new");
            }
        };
    }

    private ResponseEntity<String> again(
            HttpServletRequest request, String ticket, String workspace, String name, String message, String field) {
        Welcome page = new Welcome(true, ticket, workspace, name, message, field);
        return templates.page(HttpStatus.UNPROCESSABLE_CONTENT, "welcome", frames.outside(request, "Welcome"), page);
    }

    @GetMapping("/sign-in")
    ResponseEntity<String> form(HttpServletRequest request, @RequestParam(defaultValue = "/") String next) {
        return templates.page("sign-in", frames.outside(request, "Sign in"), new Form("", next, ""));
    }

    @PostMapping("/sign-in")
    ResponseEntity<String> signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String name,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String next) {
        Optional<SignInName> signInName = SignInName.parse(name);
        Instant now = clock.instant();
        SignIn.Outcome outcome = new SignIn.Refused();
        if (signInName.isPresent()) {
            try (Secret secret = Secret.of(password)) {
                outcome = signIn.attempt(signInName.get(), secret, browser(request), now);
            }
        }
        return switch (outcome) {
            case SignIn.Welcome welcome -> {
                enter(request, response, welcome);
                yield Templates.to(local(next));
            }
            case SignIn.Refused refused ->
                templates.page(
                        HttpStatus.UNAUTHORIZED,
                        "sign-in",
                        frames.outside(request, "Sign in"),
                        new Form(name, next, refused.message()));
            case SignIn.Wait(Instant until) ->
                templates.page(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "sign-in",
                        frames.outside(request, "Sign in"),
                        new Form(
                                name,
                                next,
                                "Too many tries from here. Try again in "
                                        + Say.about(Duration.between(now, until))
                                                .replace("about ", "") + "."));
        };
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, SignIn.Welcome welcome) {
        Cookies.set(request, response, Cookies.SESSION, welcome.ticket().text(), SESSION_LIFE);
        Cookies.set(request, response, Cookies.DEVICE, welcome.device().text(), DEVICE_LIFE);
        reception
                .visitor(welcome.ticket())
                .ifPresent(visitor -> office.note(
                        visitor.desk().person(),
                        "session.begin",
                        welcome.account().name().text(),
                        Map.of()));
    }

    /// Only a page of ours, so that no link leads elsewhere after signing in.
    private static String local(String next) {
        boolean ours =
                next.startsWith("/") && !next.startsWith("//") && next.chars().allMatch(c -> c > ' ' && c < 127);
        return ours && next.indexOf('\\') < 0 ? next : "/";
    }

    @PostMapping("/sign-out")
    ResponseEntity<String> signOut(
            HttpServletRequest request, HttpServletResponse response, @AuthenticationPrincipal Visitor visitor) {
        sessions.revoke(visitor.session().account(), visitor.session().id());
        office.note(
                visitor.desk().person(), "session.end", visitor.desk().person().name(), Map.of());
        Cookies.clear(request, response, Cookies.SESSION);
        return Templates.to("/sign-in");
    }

    private static SignIn.Browser browser(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        return new SignIn.Browser(
                address(request), agent == null ? "" : agent, Cookies.ticket(request, Cookies.DEVICE));
    }

    private static InetAddress address(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("the container gives an address as text", e);
        }
    }
}
