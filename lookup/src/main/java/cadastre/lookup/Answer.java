package cadastre.lookup;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// How a question to a name server ended.
public sealed interface Answer {
    /// The server said what there is, which may be nothing.
    ///
    /// @param rrset         what was asked for, with the TTL that the server gave it; nothing if there
    ///                      is no such
    /// RRset
    /// @param alias         what the name is an alias of, if a CNAME stands there and was not asked for
    /// @param nameExists    whether anything is at or below the name
    /// @param authoritative whether the server speaks for the zone, rather than from its cache
    /// @param serial        of the zone, 0 to 2³²−1, if the answer told it: that to a question for an
    ///                      SOA does, and mostly one that has nothing to give
    record Answered(
            Optional<RRset> rrset, Optional<Name> alias, boolean nameExists, boolean authoritative, OptionalLong serial)
            implements Answer {
        /// None may be null.
        public Answered {
            requireNonNull(rrset, "rrset is null");
            requireNonNull(alias, "alias is null");
            requireNonNull(serial, "serial is null");
        }
    }

    /// The server does not hold the zone and said who does.
    ///
    /// @param cut         the apex of the zone that is delegated
    /// @param nameServers its servers, in the order of the answer; at least one
    record Referred(Name cut, List<Name> nameServers) implements Answer {
        /// The list is copied.
        public Referred {
            requireNonNull(cut, "cut is null");
            nameServers = List.copyOf(nameServers);
        }
    }

    /// The server said that it does not answer.
    ///
    /// @param code in the words of the protocol, such as `REFUSED`, `SERVFAIL` or `NOTAUTH`
    record Refused(String code) implements Answer {
        /// Not null.
        public Refused {
            requireNonNull(code, "code is null");
        }
    }

    /// There was no answer, or none that could be read.
    ///
    /// @param why in words, such as `no answer within 3 s`
    record NoAnswer(String why) implements Answer {
        /// Not null.
        public NoAnswer {
            requireNonNull(why, "why is null");
        }
    }

    /// {@return the serial of the zone, if the answer told it}
    default OptionalLong zoneSerial() {
        return this instanceof Answered answered ? answered.serial() : OptionalLong.empty();
    }
}
