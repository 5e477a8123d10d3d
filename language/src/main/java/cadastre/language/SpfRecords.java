package cadastre.language;

import java.util.Optional;

/// What flattening SPF records asks of the world: the records of others, and a file that remembers them.
public interface SpfRecords {
    /// No look-ups at all: what is to be flattened is an error.
    SpfRecords NONE = new SpfRecords() {
        @Override
        public Answer lookUp(String domain) {
            return new Answer.Failed("look-ups are not made here (" + domain + ")");
        }

        @Override
        public Optional<String> cache() {
            return Optional.empty();
        }

        @Override
        public Optional<String> keep(String text) {
            return Optional.empty();
        }
    };

    /// {@return the SPF record at `domain`, asked for now}
    Answer lookUp(String domain);

    /// {@return what the cache file (`spfcache.json`) holds, or nothing if there is none}
    Optional<String> cache();

    /// Writes what was looked up beside the cache file (`spfcache.updated.json`), for people to compare
    /// and rename.
    ///
    /// @return why that failed, or nothing
    Optional<String> keep(String text);

    /// What a look-up gave.
    sealed interface Answer {
        /// There is one.
        ///
        /// @param text its text, beginning with `v=spf1`
        record Found(String text) implements Answer {}

        /// There is none, or nobody answered.
        ///
        /// @param reason why
        record Failed(String reason) implements Answer {}
    }
}
