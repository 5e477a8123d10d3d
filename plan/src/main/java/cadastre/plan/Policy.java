package cadastre.plan;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataType;
import cadastre.dns.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a plan may do, and what is known of the zone beside its RRsets.
///
/// @param noPurge      whether RRsets that nobody declared stay
/// @param ignores      records that somebody else looks after: they stay, also beside declared ones
/// @param overlap      whether records may be declared although a rule leaves them to somebody else
/// @param protects     RRsets that stay as they are, whatever is declared
/// @param signed       whether the zone is signed, or a DS record for it stands at the registry
/// @param filledBefore whether the zone held something when it was last seen, and was not emptied by us since
/// @param ordered      whether a change waits for what it points at; otherwise changes stand in the order of reading
/// @param absent       records that do not stay although undeclared ones do; a rule that leaves them to somebody else
/// wins
/// @param externalDns  prefix of the registry of external-dns, if what that looks after stays; empty for no prefix
public record Policy(
        boolean noPurge,
        List<IgnoreRule> ignores,
        boolean overlap,
        Set<RRset.Key> protects,
        boolean signed,
        boolean filledBefore,
        boolean ordered,
        Set<Absence> absent,
        Optional<String> externalDns) {
    /// Everything may change; nothing more is known.
    public static final Policy FREE =
            new Policy(false, List.of(), false, Set.of(), false, false, true, Set.of(), Optional.empty());

    private static final Set<String> NOT_BESIDE_ALIAS = Set.of("A", "AAAA", "CNAME");

    /// List and sets are copied.
    public Policy {
        ignores = List.copyOf(ignores);
        protects = Set.copyOf(protects);
        absent = Set.copyOf(absent);
    }

    /// {@return the same with undeclared RRsets staying, or not}
    public Policy withNoPurge(boolean value) {
        return new Policy(value, ignores, overlap, protects, signed, filledBefore, ordered, absent, externalDns);
    }

    /// {@return the same with the records that match one of `rules` staying}
    ///
    /// @param allowOverlap whether declaring such a record is no mistake
    public Policy withIgnored(List<IgnoreRule> rules, boolean allowOverlap) {
        return new Policy(noPurge, rules, allowOverlap, protects, signed, filledBefore, ordered, absent, externalDns);
    }

    /// {@return the same with those RRsets staying as they are}
    public Policy withProtected(Set<RRset.Key> keys) {
        return new Policy(noPurge, ignores, overlap, keys, signed, filledBefore, ordered, absent, externalDns);
    }

    /// {@return the same for a zone that is signed, or not}
    public Policy withSigned(boolean value) {
        return new Policy(noPurge, ignores, overlap, protects, value, filledBefore, ordered, absent, externalDns);
    }

    /// {@return the same for a zone that was filled when last seen, or not}
    public Policy withFilledBefore(boolean value) {
        return new Policy(noPurge, ignores, overlap, protects, signed, value, ordered, absent, externalDns);
    }

    /// {@return the same with changes waiting for what they point at, or not}
    public Policy withOrder(boolean value) {
        return new Policy(noPurge, ignores, overlap, protects, signed, filledBefore, value, absent, externalDns);
    }

    /// {@return the same with those records not staying}
    public Policy withAbsent(Set<Absence> records) {
        return new Policy(noPurge, ignores, overlap, protects, signed, filledBefore, ordered, records, externalDns);
    }

    /// {@return the same with what external-dns looks after staying}
    ///
    /// @param prefix of its registry; empty for none
    public Policy withExternalDns(String prefix) {
        return new Policy(
                noPurge, ignores, overlap, protects, signed, filledBefore, ordered, absent, Optional.of(prefix));
    }

    /// What is wanted after the policy had its say.
    ///
    /// @param target  all that shall be there
    /// @param kept    what stays because of NO_PURGE
    /// @param ignored what stays because a rule says so
    record Settled(Zone target, List<RRset> kept, List<RRset> ignored) {}

    /// {@return what `desired` becomes}
    Settled settle(Zone desired, Zone actual) {
        if (!noPurge && ignores.isEmpty() && protects.isEmpty() && externalDns.isEmpty()) {
            return new Settled(desired, List.of(), List.of());
        }
        Map<RRset.Key, RRset> target = new LinkedHashMap<>();
        for (RRset rrset : desired.rrsets()) {
            if (!protects.contains(rrset.key())) {
                target.put(rrset.key(), rrset);
            }
        }
        Optional<ExternalDns> external = externalDns.map(prefix -> ExternalDns.of(actual, prefix));
        List<RRset> kept = new ArrayList<>();
        List<RRset> ignored = new ArrayList<>();
        for (RRset rrset : actual.rrsets()) {
            boolean declared = desired.rrset(rrset.key()).isPresent();
            if (protects.contains(rrset.key())) {
                target.put(rrset.key(), rrset);
                continue;
            }
            Optional<RRset> owned = external.flatMap(registry -> registry.part(rrset));
            Optional<RRset> left = rest(rrset, owned).flatMap(rest -> leftAlone(rest, actual.apex()));
            left.ifPresent(ignored::add);
            Optional<RRset> others = rest(rrset, owned).flatMap(rest -> rest(rest, left));
            Optional<RRset> stays =
                    noPurge && !declared ? others.flatMap(rest -> rest(rest, absentOf(rest))) : Optional.empty();
            stays.ifPresent(kept::add);
            for (Optional<RRset> part : List.of(owned, left, stays)) {
                part.ifPresent(one -> target.merge(rrset.key(), one, Policy::together));
            }
        }
        return new Settled(Zone.of(desired.apex(), target.values()), List.copyOf(kept), List.copyOf(ignored));
    }

    /// The part of an RRset that a rule leaves to somebody else.
    private Optional<RRset> leftAlone(RRset rrset, Name apex) {
        List<Rdata> left = rrset.rdata().stream()
                .filter(rdata -> ignores.stream().anyMatch(rule -> rule.matches(apex, rrset.owner(), rdata)))
                .toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(new RRset(rrset.owner(), rrset.type(), rrset.ttl(), left));
    }

    /// The part of an RRset that shall not be there.
    private Optional<RRset> absentOf(RRset rrset) {
        if (absent.isEmpty()) {
            return Optional.empty();
        }
        List<Rdata> gone = rrset.rdata().stream()
                .filter(rdata -> absent.contains(new Absence(rrset.key(), rdata)))
                .toList();
        return gone.isEmpty()
                ? Optional.empty()
                : Optional.of(new RRset(rrset.owner(), rrset.type(), rrset.ttl(), gone));
    }

    private static Optional<RRset> rest(RRset rrset, Optional<RRset> without) {
        List<Rdata> rest = rrset.rdata().stream()
                .filter(rdata -> without.isEmpty() || !without.get().rdata().contains(rdata))
                .toList();
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of(new RRset(rrset.owner(), rrset.type(), rrset.ttl(), rest));
    }

    /// Declared and ignored RDATA in one RRset; it has one TTL, the declared one.
    private static RRset together(RRset declared, RRset ignored) {
        List<Rdata> all = new ArrayList<>(declared.rdata());
        all.addAll(ignored.rdata());
        return new RRset(declared.owner(), declared.type(), declared.ttl(), all);
    }

    /// {@return what speaks against making `actual` into `target`}
    List<Objection> objections(Zone desired, Zone target, Zone actual) {
        List<Objection> objections = new ArrayList<>();
        if (filledBefore && actual.isEmpty()) {
            objections.add(new Objection.EmptyRead(actual.apex()));
        }
        List<RRset> overlapping = desired.rrsets().stream()
                .flatMap(rrset -> leftAlone(rrset, desired.apex()).stream())
                .toList();
        if (!overlapping.isEmpty()) {
            objections.add(new Objection.DeclaredAndIgnored(overlapping, overlap));
        }
        protects.stream()
                .sorted()
                .filter(key -> !desired.rrset(key).equals(actual.rrset(key)))
                .map(Objection.Protected::new)
                .forEach(objections::add);
        for (RRset rrset : target.rrsets()) {
            if (is(rrset.type(), "CNAME")) {
                List<String> types = target.rrsetsAt(rrset.owner()).stream()
                        .map(other -> other.type().mnemonic())
                        .toList();
                if (types.size() > 1) {
                    objections.add(new Objection.CnameBesideOthers(rrset.owner(), types));
                }
            }
            if (signed && is(rrset.type(), "ALIAS")) {
                objections.add(new Objection.AliasInSignedZone(rrset.owner()));
            }
        }
        return List.copyOf(objections);
    }

    /// {@return whether two types may not stand at one name of one zone}
    static boolean exclude(RdataType a, RdataType b) {
        if (a.equals(b)) {
            return false;
        }
        return is(a, "CNAME")
                || is(b, "CNAME")
                || (is(a, "ALIAS") && NOT_BESIDE_ALIAS.contains(b.mnemonic()))
                || (is(b, "ALIAS") && NOT_BESIDE_ALIAS.contains(a.mnemonic()));
    }

    /// {@return whether a zone holds an ALIAS, so that it matters whether it is signed}
    public static boolean needsSigned(Zone desired, Zone actual) {
        return holdsAlias(desired) || holdsAlias(actual);
    }

    private static boolean holdsAlias(Zone zone) {
        return zone.rrsets().stream().anyMatch(rrset -> is(rrset.type(), "ALIAS"));
    }

    private static boolean is(RdataType type, String mnemonic) {
        return type.mnemonic().equals(mnemonic);
    }

    /// {@return the zone's spelling of `owner`, if it has the name at all, else `owner`}
    static Name spelling(Zone actual, Name owner) {
        return actual.rrsetsAt(owner).stream().map(RRset::owner).findFirst().orElse(owner);
    }
}
