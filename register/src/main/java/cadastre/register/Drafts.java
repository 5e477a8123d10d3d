package cadastre.register;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The drafts of a workspace: at most one for each holding and author. Thread-safe.
public interface Drafts {
    /// A draft that is kept.
    ///
    /// @param holding   whose zone it edits
    /// @param author    whose it is
    /// @param draft     the edits
    /// @param changedAt when it was kept last
    record Kept(Holding.Id holding, String author, Draft draft, Instant changedAt) {
        /// None may be null.
        public Kept {
            requireNonNull(holding, "holding is null");
            requireNonNull(author, "author is null");
            requireNonNull(draft, "draft is null");
            requireNonNull(changedAt, "changedAt is null");
        }
    }

    /// {@return the draft, if there is one}
    Optional<Kept> find(Holding.Id holding, String author);

    /// {@return the drafts of one author, the latest first}
    List<Kept> of(String author);

    /// Keeps a draft in place of the one before; an empty draft is discarded.
    ///
    /// @throws IllegalArgumentException if there is no such holding
    void keep(Holding.Id holding, String author, Draft draft, Instant at);

    /// Discards a draft.
    ///
    /// @return whether there was one
    boolean discard(Holding.Id holding, String author);
}
