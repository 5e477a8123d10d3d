package cadastre.provider;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/// Why a provider did not do it.
public sealed interface Reason {
    /// The credential is wrong, has expired, or may not do this.
    ///
    /// @param status of the answer, 401 or 403
    record Unauthorized(int status) implements Reason {}

    /// The provider asked us to wait longer than we were ready to.
    ///
    /// @param until when it may be asked again, if it said so
    record RateLimited(Optional<Instant> until) implements Reason {
        /// It may not be null.
        public RateLimited {
            requireNonNull(until, "until is null");
        }
    }

    /// What was asked for is not there.
    ///
    /// @param what the kind of thing
    record NotFound(Missing what) implements Reason {
        /// It may not be null.
        public NotFound {
            requireNonNull(what, "what is null");
        }
    }

    /// The kinds of things that may not be there.
    enum Missing {
        /// The registration: it is not held there, or the credential may not see it.
        REGISTRATION,
        /// The zone: the registration is there, its zone is served by others.
        ZONE,
        /// An RRset of a zone that is there.
        RRSET,
        /// A snapshot of a zone that is there.
        SNAPSHOT,
        /// The address itself: what answered does not speak this interface.
        ADDRESS
    }

    /// The request was understood and is not carried out. Repeating it does not help.
    ///
    /// @param status of the answer
    record Refused(int status) implements Reason {}

    /// The provider failed while reading, repeatedly. Nothing was to be changed.
    ///
    /// @param status of the last answer, 500 to 599
    record Broken(int status) implements Reason {}

    /// The provider was not reached, or the connection ended before the answer. Nothing was changed.
    record Unreachable() implements Reason {}

    /// A change was sent and its outcome is not known: read back before sending anything again.
    record UnknownOutcome() implements Reason {}

    /// There was an answer, but not one that can be relied on: cut, no JSON, of an unknown form.
    record NotUnderstood() implements Reason {}

    /// A list came in pages that do not make one list.
    ///
    /// @param expected how many items there should be
    /// @param found    how many there were
    record InconsistentPages(int expected, int found) implements Reason {}

    /// The settings do not allow the attempt: no credential, an address that is none.
    ///
    /// @param key the entry or variable to change
    record Misconfigured(String key) implements Reason {
        /// It may not be null.
        public Misconfigured {
            requireNonNull(key, "key is null");
        }
    }

    /// The thread was interrupted while it waited. Nothing was changed by this request.
    record Interrupted() implements Reason {}
}
