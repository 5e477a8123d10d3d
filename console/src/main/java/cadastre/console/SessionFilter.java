package cadastre.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets in who has the ticket of a session.
final class SessionFilter extends OncePerRequestFilter {
    private final Reception reception;

    SessionFilter(Reception reception) {
        this.reception = reception;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/static/");
    }

    /// What is sent later, such as the events of a stream, is for the same visitor.
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Cookies.ticket(request, Cookies.SESSION).flatMap(reception::visitor).ifPresent(visitor -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new Visitor.Authentication(visitor));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }
}
