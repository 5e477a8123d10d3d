package cadastre.desk;

import static java.util.Objects.requireNonNull;

import cadastre.provider.Organization;
import cadastre.register.Checkup;
import cadastre.register.Integration;
import cadastre.register.Trouble;
import java.util.List;
import java.util.Optional;

/// What came of a token that somebody pasted. It is kept only if it was [Admitted].
public sealed interface Admission {
    /// It cannot be a token; nothing was sent.
    ///
    /// @param message what is wrong and what to do
    record NoToken(String message) implements Admission {
        /// It may not be null.
        public NoToken {
            requireNonNull(message, "message is null");
        }
    }

    /// It does not work, or that cannot be found out now. The one before it, if there is one, stays.
    ///
    /// @param trouble why
    record Refused(Trouble trouble) implements Admission {
        /// It may not be null.
        public Refused {
            requireNonNull(trouble, "trouble is null");
        }
    }

    /// It works, and is to the disadvantage of whoever replaces the one before by it. The one before stays until
    /// somebody says that it is meant.
    ///
    /// @param warnings     in which ways
    /// @param organization that it sees, if that was found out
    record Doubtful(List<Checkup.Warning> warnings, Optional<Organization> organization) implements Admission {
        /// The list is copied.
        public Doubtful {
            warnings = List.copyOf(warnings);
            requireNonNull(organization, "organization is null");
        }
    }

    /// It works and is sealed; a look at everything has begun.
    ///
    /// @param integration whose credential it is now
    record Admitted(Integration.Id integration) implements Admission {
        /// It may not be null.
        public Admitted {
            requireNonNull(integration, "integration is null");
        }
    }

    /// There is no such integration in the workspace.
    record NoIntegration() implements Admission {}
}
