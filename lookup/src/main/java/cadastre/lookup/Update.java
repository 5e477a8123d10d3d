package cadastre.lookup;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataType;
import java.util.ArrayList;
import java.util.List;

/// A change of a zone that a server carries out as a whole or not at all.
///
/// Immutable; each method returns an update with one thing more. What must be so is checked before
/// anything is changed.
///
/// @rfc 2136
/// @param apex   of the zone
/// @param demands what must be so
/// @param edits  what is changed, in this order
public record Update(Name apex, List<Demand> demands, List<Edit> edits) {
    /// The lists are copied.
    public Update {
        requireNonNull(apex, "apex is null");
        demands = List.copyOf(demands);
        edits = List.copyOf(edits);
    }

    /// What must be so for the update to be carried out.
    public sealed interface Demand {
        /// An RRset has exactly these RDATA; its TTL does not count.
        record Unchanged(RRset rrset) implements Demand {}

        /// There is no such RRset.
        record Absent(RRset.Key key) implements Demand {}
    }

    /// One thing that is changed.
    public sealed interface Edit {
        /// Records are added to what there is.
        record Add(RRset rrset) implements Edit {}

        /// An RRset is taken away. Servers ignore it for the SOA and the NS at the apex.
        record RemoveRRset(RRset.Key key) implements Edit {}

        /// One record is taken away. Servers ignore it for the last NS at the apex.
        record RemoveRecord(Name owner, Rdata rdata) implements Edit {
            /// {@return its type}
            public RdataType type() {
                return rdata.type();
            }
        }
    }

    /// {@return an update of a zone that demands and changes nothing}
    public static Update of(Name apex) {
        return new Update(apex, List.of(), List.of());
    }

    /// {@return the same with one demand more}
    public Update demand(Demand demand) {
        List<Demand> more = new ArrayList<>(demands);
        more.add(demand);
        return new Update(apex, more, edits);
    }

    /// {@return the same with one edit more}
    public Update edit(Edit edit) {
        List<Edit> more = new ArrayList<>(edits);
        more.add(edit);
        return new Update(apex, demands, more);
    }

    /// How an update ended.
    public sealed interface Result {
        /// It was carried out.
        record Done() implements Result {}

        /// Something was not as demanded: somebody else changed the zone. Nothing was changed.
        ///
        /// @param code `YXDOMAIN`, `YXRRSET`, `NXDOMAIN` or `NXRRSET`
        record Overtaken(String code) implements Result {}

        /// The server said no. Nothing was changed.
        ///
        /// @param code in the words of the protocol, such as `REFUSED`, `NOTAUTH` or `NOTZONE`
        record Refused(String code) implements Result {}

        /// It was not sent: the server was not reached, or something in it has no wire format.
        record NotSent(String why) implements Result {}

        /// There was no answer that can be relied on. Whether it was carried out is not known.
        record Unknown(String why) implements Result {}
    }
}
