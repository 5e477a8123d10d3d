package cadastre.people;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/// What is kept apart from everything else: integrations, domains, history, members.
///
/// @param id      stays
/// @param name    what its members call it, 1 to 100 characters; two workspaces may have the same
/// @param created when
public record Workspace(WorkspaceId id, String name, Instant created) {
    /// What is said about a text that is no name.
    public static final String RULE = "The name of a workspace has 1 to 100 characters on one line.";

    private static final int LONGEST = 100;

    /// None may be null.
    ///
    /// @throws IllegalArgumentException if `name` is none
    public Workspace {
        requireNonNull(id, "id is null");
        requireNonNull(created, "created is null");
        if (!cleaned(name).equals(Optional.of(name))) {
            throw new IllegalArgumentException(RULE);
        }
    }

    /// {@return the name that was typed, without blanks around it; empty if it is none}
    public static Optional<String> cleaned(String typed) {
        String name = typed.strip();
        boolean fits = !name.isEmpty() && name.length() <= LONGEST;
        return fits && name.codePoints().noneMatch(Character::isISOControl) ? Optional.of(name) : Optional.empty();
    }
}
