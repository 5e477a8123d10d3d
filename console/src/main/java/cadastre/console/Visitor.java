package cadastre.console;

import static java.util.Objects.requireNonNull;

import cadastre.desk.Desk;
import cadastre.people.Session;
import cadastre.people.Workspace;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/// Whoever is signed in, with the desk of the workspace they are at.
///
/// @param desk      what may be asked
/// @param workspace where
/// @param session   by which
public record Visitor(Desk desk, Workspace workspace, Session session) {
    /// None may be null.
    public Visitor {
        requireNonNull(desk, "desk is null");
        requireNonNull(workspace, "workspace is null");
        requireNonNull(session, "session is null");
    }

    /// What Spring Security knows of a visitor: that there is one.
    static final class Authentication extends AbstractAuthenticationToken {
        private static final long serialVersionUID = 1L;

        private final transient Visitor visitor;

        Authentication(Visitor visitor) {
            super(AuthorityUtils.NO_AUTHORITIES);
            this.visitor = visitor;
            setAuthenticated(true);
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public Object getPrincipal() {
            return visitor;
        }
    }
}
