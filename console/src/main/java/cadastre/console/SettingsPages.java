package cadastre.console;

import cadastre.people.Right;
import cadastre.people.Session;
import cadastre.people.SessionId;
import cadastre.people.SessionLife;
import cadastre.people.Sessions;
import cadastre.people.Workspace;
import cadastre.people.Workspaces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How the pages look, where one is signed in, what the workspace is called.
@RestController
public final class SettingsPages {
    private static final Duration LOOK_LIFE = Duration.ofDays(365);

    private final Templates templates;
    private final Frames frames;
    private final Sessions sessions;
    private final Workspaces workspaces;

    SettingsPages(Templates templates, Frames frames, Sessions sessions, Workspaces workspaces) {
        this.templates = templates;
        this.frames = frames;
        this.sessions = sessions;
        this.workspaces = workspaces;
    }

    /// What may be set.
    ///
    /// @param name       of whoever is signed in
    /// @param role       in the workspace
    /// @param workspace  its name
    /// @param mayRename  whether the viewer may rename it
    /// @param sessions   of the account, the latest first
    public record Settings(String name, String role, String workspace, boolean mayRename, List<Seat> sessions) {
        /// The list is copied.
        public Settings {
            sessions = List.copyOf(sessions);
        }
    }

    /// Where the account is signed in.
    ///
    /// @param id    to end it
    /// @param agent what the browser calls itself
    /// @param from  address
    /// @param since when
    /// @param seen  when it was used last
    /// @param here  whether it is this one
    public record Seat(String id, String agent, String from, When since, When seen, boolean here) {}

    @GetMapping("/settings")
    ResponseEntity<String> settings(HttpServletRequest request, @AuthenticationPrincipal Visitor visitor) {
        Instant now = frames.now();
        List<Seat> seats = sessions.of(visitor.session().account()).stream()
                .filter(one -> SessionLife.STANDARD.isAlive(one, now))
                .map(one -> seat(one, visitor, now))
                .toList();
        var person = visitor.desk().person();
        Settings page = new Settings(
                person.name(),
                person.membership().role().name().toLowerCase(java.util.Locale.ROOT),
                visitor.workspace().name(),
                person.may(Right.ADMINISTER),
                seats);
        return templates.page("settings", frames.of(request, visitor, "Settings", Frame.Here.SETTINGS), page);
    }

    private static Seat seat(Session session, Visitor visitor, Instant now) {
        return new Seat(
                session.id().toString(),
                session.agent().isEmpty() ? "unnamed browser" : session.agent(),
                session.address(),
                When.ago(session.created(), now),
                When.ago(session.lastSeen(), now),
                session.id().equals(visitor.session().id()));
    }

    @PostMapping("/settings/look")
    ResponseEntity<String> look(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String theme,
            @RequestParam String density) {
        String kept = (List.of("light", "dark").contains(theme) ? "theme-" + theme : "") + "_"
                + (density.equals("comfort") ? "density-comfort" : "");
        Cookies.set(request, response, Cookies.LOOK, kept, LOOK_LIFE);
        return Templates.to(Notice.LOOK.at("/settings"));
    }

    @PostMapping("/settings/sessions/{id}/end")
    ResponseEntity<String> end(@AuthenticationPrincipal Visitor visitor, @PathVariable String id) {
        SessionId session = SessionId.parse(id).orElseThrow(ErrorPages.NotThereException::new);
        if (!sessions.revoke(visitor.session().account(), session)) {
            throw new ErrorPages.NotThereException();
        }
        return Templates.to(Notice.SIGNED_OUT_ELSEWHERE.at("/settings"));
    }

    @PostMapping("/settings/workspace")
    ResponseEntity<String> rename(@AuthenticationPrincipal Visitor visitor, @RequestParam String name) {
        if (!visitor.desk().person().may(Right.ADMINISTER)) {
            throw new ErrorPages.NotThereException();
        }
        return Workspace.cleaned(name)
                        .filter(one -> workspaces.rename(visitor.workspace().id(), one))
                        .isPresent()
                ? Templates.to(Notice.WORKSPACE_RENAMED.at("/settings"))
                : Templates.to("/settings");
    }
}
