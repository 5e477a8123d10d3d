package cadastre.console;

import cadastre.people.Ticket;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// The cookies of the console: no script reads them, no other site sends them.
final class Cookies {
    /// Holds the ticket of a session.
    static final String SESSION = "cadastre-session";
    /// Holds the ticket of a browser in which somebody signed in.
    static final String DEVICE = "cadastre-device";
    /// Holds what a form must repeat.
    static final String CSRF = "cadastre-csrf";
    /// Holds how somebody wants the pages to look.
    static final String LOOK = "cadastre-look";

    private Cookies() {}

    static Optional<String> text(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    static Optional<Ticket> ticket(HttpServletRequest request, String name) {
        return text(request, name).flatMap(Ticket::parse);
    }

    static void set(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration life) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    static void clear(HttpServletRequest request, HttpServletResponse response, String name) {
        set(request, response, name, "", Duration.ZERO);
    }
}
