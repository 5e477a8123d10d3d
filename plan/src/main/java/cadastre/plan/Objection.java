package cadastre.plan;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import java.util.List;
import java.util.stream.Collectors;

/// Why a plan should not be applied without a word, or not at all.
public sealed interface Objection {
    /// The zone was read as empty, yet it was filled when we last saw it, and we did not empty it.
    ///
    /// @param apex the zone
    record EmptyRead(Name apex) implements Objection {}

    /// Something would change that the policy protects; it stays as it is.
    ///
    /// @param key what stays
    record Protected(RRset.Key key) implements Objection {}

    /// A CNAME would stand beside other types.
    ///
    /// @rfc 1034 section 3.6.2
    /// @param owner the name
    /// @param types what would be there
    record CnameBesideOthers(Name owner, List<String> types) implements Objection {}

    /// The zone would hold an ALIAS and be signed, which Gandi excludes.
    ///
    /// @param owner the name of the ALIAS
    record AliasInSignedZone(Name owner) implements Objection {}

    /// Records are declared, and a rule leaves them to somebody else.
    ///
    /// @param rrsets the declared RDATA that match a rule
    /// @param allowed whether the policy allows it, so that it only has to be said
    record DeclaredAndIgnored(List<RRset> rrsets, boolean allowed) implements Objection {
        /// The list is copied.
        public DeclaredAndIgnored {
            rrsets = List.copyOf(rrsets);
        }
    }

    /// {@return whether nobody can overrule it: the result would be wrong}
    default boolean blocks() {
        return switch (this) {
            case EmptyRead _, Protected _ -> false;
            case CnameBesideOthers _, AliasInSignedZone _ -> true;
            case DeclaredAndIgnored(var _, boolean allowed) -> !allowed;
        };
    }

    /// {@return what is wrong, one sentence without a final dot}
    default String message() {
        return switch (this) {
            case EmptyRead(Name apex) ->
                "zone " + apex.withoutDot() + " was read as empty, but it held records when it was last seen";
            case Protected(RRset.Key key) ->
                key.owner().withoutDot() + " " + key.type() + " is protected and stays as it is";
            case CnameBesideOthers(Name owner, List<String> types) ->
                "at " + owner.withoutDot() + " a CNAME would stand beside "
                        + types.stream().filter(t -> !t.equals("CNAME")).collect(Collectors.joining(", "));
            case AliasInSignedZone(Name owner) ->
                "zone with ALIAS at " + owner.withoutDot() + " is signed, and Gandi has no ALIAS in signed zones";
            case DeclaredAndIgnored(List<RRset> rrsets, var _) ->
                rrsets.stream().mapToInt(rrset -> rrset.rdata().size()).sum()
                        + " records are both declared and ignored, the first at "
                        + rrsets.getFirst().owner().withoutDot();
        };
    }

    /// {@return what to do about it, one sentence without a final dot}
    default String advice() {
        return switch (this) {
            case EmptyRead _ -> "look at the zone at its provider before anything is created anew";
            case Protected _ -> "change the policy if it really shall change";
            case DeclaredAndIgnored _ -> "declare them or ignore them, or allow the overlap for this zone";
            case CnameBesideOthers _ ->
                "declare the other records' removal (without NO_PURGE), or use another type than CNAME there";
            case AliasInSignedZone _ ->
                "use A and AAAA instead of ALIAS, or turn DNSSEC off first and wait until the DS record is gone";
        };
    }
}
