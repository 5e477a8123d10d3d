package cadastre.dns;

import static java.util.Objects.requireNonNull;

/// The start of a zone of authority: who keeps the zone, and how secondaries and caches are to treat it.
///
/// @rfc 1035 section 3.3.13
/// @param primary the primary name server
/// @param mailbox the mailbox of who is responsible, its first label being the part before the `@`
/// @param serial  0 to 2³²−1, compared as RFC 1982 says
/// @param refresh seconds, 0 to 2³²−1
/// @param retry   seconds, 0 to 2³²−1
/// @param expire  seconds, 0 to 2³²−1
/// @param minimum seconds, 0 to 2³²−1; how long a negative answer may be cached (RFC 2308 section 4)
public record Soa(Name primary, Name mailbox, long serial, long refresh, long retry, long expire, long minimum)
        implements Rdata {
    /// @throws IllegalArgumentException if a number is out of its range
    public Soa {
        requireNonNull(primary, "primary is null");
        requireNonNull(mailbox, "mailbox is null");
        Shapes.requireU32(serial, "serial");
        Shapes.requireU32(refresh, "refresh");
        Shapes.requireU32(retry, "retry");
        Shapes.requireU32(expire, "expire");
        Shapes.requireU32(minimum, "minimum");
    }
}
