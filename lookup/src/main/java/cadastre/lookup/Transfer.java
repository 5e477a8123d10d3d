package cadastre.lookup;

import static java.util.Objects.requireNonNull;

import cadastre.dns.ResourceRecord;
import java.util.List;

/// How a request for a whole zone ended.
public sealed interface Transfer {
    /// The whole zone came.
    ///
    /// @param records in the order in which they came, the SOA first and once
    record Whole(List<ResourceRecord> records) implements Transfer {
        /// The list is copied.
        public Whole {
            records = List.copyOf(records);
        }
    }

    /// The server said no.
    ///
    /// @param code in the words of the protocol, such as `REFUSED` or `NOTAUTH`
    record Refused(String code) implements Transfer {
        /// Not null.
        public Refused {
            requireNonNull(code, "code is null");
        }
    }

    /// There was no answer, it ended before its end, or it could not be relied on. Part of a zone is
    /// never returned.
    ///
    /// @param why in words
    record NoAnswer(String why) implements Transfer {
        /// Not null.
        public NoAnswer {
            requireNonNull(why, "why is null");
        }
    }
}
