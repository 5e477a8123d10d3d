package cadastre.plan;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RelativeName;
import cadastre.dns.Txt;
import cadastre.dns.Zone;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The records of a zone that Kubernetes' external-dns looks after: those that its registry of TXT records names, and
/// the registry itself (spec dnscontrol.md section 6.4).
///
/// A registry record holds `heritage=external-dns` and stands beside what it is about: `a-www` or `a.www` is about the
/// A
/// records of `www`, `www` about all that external-dns makes there. A prefix may stand before that; with it, nothing
/// behind it (`k8s-`), or a type alone (`k8s-a`), is about the apex.
public final class ExternalDns {
    private static final String MARK = "heritage=external-dns";
    private static final List<String> TYPES = List.of("AAAA", "A", "CNAME", "NS", "MX", "SRV", "TXT");
    private static final Set<String> ALL = Set.of("A", "AAAA", "CNAME", "NS", "MX", "SRV");

    private final Name apex;

    /// By owner name relative to the apex, in lower case.
    private final Map<String, Set<String>> types;

    private ExternalDns(Name apex, Map<String, Set<String>> types) {
        this.apex = apex;
        this.types = types;
    }

    /// {@return what external-dns looks after in a zone}
    ///
    /// @param zone   as it was read
    /// @param prefix of the registry's owner names; empty if there is none
    public static ExternalDns of(Zone zone, String prefix) {
        requireNonNull(prefix, "prefix is null");
        Map<String, Set<String>> types = new HashMap<>();
        for (RRset rrset : zone.rrsets()) {
            if (rrset.rdata().stream().anyMatch(ExternalDns::isRegistry)) {
                note(relative(rrset.owner(), zone.apex()), prefix, types);
            }
        }
        return new ExternalDns(zone.apex(), types);
    }

    private static boolean isRegistry(Rdata rdata) {
        return rdata instanceof Txt txt && txt.joined().contains(MARK);
    }

    private static String relative(Name owner, Name apex) {
        return owner.lowerCase()
                .relativeTo(apex)
                .map(RelativeName::toString)
                .orElse("")
                .replace("\\", "");
    }

    private static void note(String label, String prefix, Map<String, Set<String>> types) {
        boolean prefixed = !prefix.isEmpty() && label.startsWith(prefix);
        String rest = prefixed ? label.substring(prefix.length()) : label;
        if (prefixed && rest.isEmpty()) {
            types.computeIfAbsent("@", _ -> new HashSet<>()).addAll(ALL);
            return;
        }
        Optional<String> type = TYPES.stream()
                .filter(one -> isBefore(rest, one) || (prefixed && rest.equalsIgnoreCase(one)))
                .findFirst();
        if (type.isEmpty()) {
            types.computeIfAbsent(rest, _ -> new HashSet<>()).addAll(ALL);
            return;
        }
        String owner = rest.substring(Math.min(type.get().length() + 1, rest.length()));
        types.computeIfAbsent(owner.isEmpty() ? "@" : owner, _ -> new HashSet<>())
                .add(type.get());
    }

    private static boolean isBefore(String label, String type) {
        return label.length() > type.length() + 1
                && label.regionMatches(true, 0, type, 0, type.length())
                && "-.".indexOf(label.charAt(type.length())) >= 0;
    }

    /// {@return whether external-dns looks after the RRset `key`, as far as its registry says}
    public boolean owns(RRset.Key key) {
        return types.getOrDefault(relative(key.owner(), apex), Set.of())
                .contains(key.type().mnemonic());
    }

    /// {@return the part of an RRset that external-dns looks after: all of what the registry names, of TXT records also
    /// the registry's own}
    public Optional<RRset> part(RRset rrset) {
        if (owns(rrset.key())) {
            return Optional.of(rrset);
        }
        List<Rdata> registry =
                rrset.rdata().stream().filter(ExternalDns::isRegistry).toList();
        return registry.isEmpty()
                ? Optional.empty()
                : Optional.of(new RRset(rrset.owner(), rrset.type(), rrset.ttl(), registry));
    }
}
