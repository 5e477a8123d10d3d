package cadastre.register;

import static java.util.Objects.requireNonNull;

/// Who is behind an event.
public sealed interface Origin {
    /// Nobody: it was only seen for the first time.
    record FirstSight() implements Origin {}

    /// Somebody who did not go through us.
    record Elsewhere() implements Origin {}

    /// A rollout of ours wrote it.
    ///
    /// @param plan the hash of its plan
    /// @param by   who proposed it
    record Ours(String plan, String by) implements Origin {
        /// Neither may be null.
        public Ours {
            requireNonNull(plan, "plan is null");
            requireNonNull(by, "by is null");
        }
    }
}
