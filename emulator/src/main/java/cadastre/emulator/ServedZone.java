package cadastre.emulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// A zone as a name server serves it: with the SOA, and with the name servers if it does not name its own. Does not
/// change.
///
/// @rfc 1034 section 4.3.2
/// @rfc 4592 section 3.3
/// @rfc 6672 section 3.2
final class ServedZone {
    private final Name apex;
    private final RRset soa;
    private final Optional<Alias> alias;

    /// What is at each name, by type; at a name that only has others below it, nothing.
    private final Map<Name, Map<Integer, RRset>> nodes = new HashMap<>();

    /// Where the apex points for A and AAAA.
    record Alias(Name target, long ttl) {}

    /// What a question finds in a zone.
    sealed interface Found {}

    /// The records that were asked for.
    record Records(List<RRset> rrsets) implements Found {}

    /// The name is an alias of another; the question goes on there.
    ///
    /// @param rrsets the CNAME, with the DNAME before it of which it was made
    record Elsewhere(List<RRset> rrsets, Name target) implements Found {}

    /// Other servers know.
    ///
    /// @param ns   who they are
    /// @param glue where they are, as far as only the zone above can say
    /// @param ds   how they are trusted, if they are
    record Referral(RRset ns, List<RRset> glue, Optional<RRset> ds) implements Found {}

    /// The apex is an ALIAS.
    record AtAlias(Alias alias) implements Found {}

    /// The name is there; records of the type are not.
    record NoRecords() implements Found {}

    /// The name is not there.
    record NoName() implements Found {}

    /// A DNAME would lead to a name that is too long.
    record TooLong(RRset dname) implements Found {}

    ServedZone(cadastre.dns.Name apex, LiveZone.State state, List<String> nameServers) {
        this.apex = DnsRecords.theirs(apex);
        this.soa = new RRset(DnsRecords.soa(this.apex, state.serial()));
        add(soa);
        for (StoredRrset stored : state.rrsets()) {
            DnsRecords.rrset(stored, apex).ifPresent(this::add);
        }
        if (!node(this.apex).orElseThrow().containsKey(Type.NS)) {
            add(DnsRecords.ns(this.apex, nameServers));
        }
        this.alias = state.rrsets().stream()
                .filter(rrset -> rrset.type().equals("ALIAS") && rrset.name().equals("@"))
                .findFirst()
                .flatMap(rrset -> DnsRecords.alias(rrset, apex).map(target -> new Alias(target, rrset.ttl())));
    }

    private void add(RRset rrset) {
        nodes.computeIfAbsent(rrset.getName(), _ -> new TreeMap<>()).put(rrset.getType(), rrset);
        for (Name above = rrset.getName(); !above.equals(apex); above = new Name(above, 1)) {
            nodes.computeIfAbsent(above, _ -> new TreeMap<>());
        }
    }

    private Optional<Map<Integer, RRset>> node(Name name) {
        return Optional.ofNullable(nodes.get(name));
    }

    Name apex() {
        return apex;
    }

    RRset soa() {
        return soa;
    }

    /// {@return all records, the SOA first and last, as a transfer sends them}
    List<Record> transfer() {
        List<Record> records = new ArrayList<>();
        Record first = soa.first();
        records.add(first);
        for (Map<Integer, RRset> node : new TreeMap<>(nodes).values()) {
            node.forEach((type, rrset) -> {
                if (type != Type.SOA) {
                    records.addAll(rrset.rrs(false));
                }
            });
        }
        records.add(first);
        return records;
    }

    /// {@return what is there for a name at or below the apex}
    ///
    /// @param type [Type#ANY] for all there is
    Found find(Name name, int type) {
        Name closest = apex;
        for (int labels = name.labels() - apex.labels(); labels >= 0; labels--) {
            Name here = labels == 0 ? name : new Name(name, labels);
            Optional<Map<Integer, RRset>> node = node(here);
            if (node.isEmpty()) {
                return wildcard(closest, name, type);
            }
            closest = here;
            RRset cut = node.get().get(Type.NS);
            if (cut != null && !here.equals(apex) && !(here.equals(name) && type == Type.DS)) {
                return new Referral(
                        cut, glue(cut), Optional.ofNullable(node.get().get(Type.DS)));
            }
            RRset dname = node.get().get(Type.DNAME);
            if (dname != null && labels > 0) {
                return substituted(dname, name, type);
            }
        }
        return at(node(name).orElseThrow(), name, type);
    }

    private Found wildcard(Name closest, Name name, int type) {
        return DnsRecords.wildcard(closest)
                .flatMap(this::node)
                .map(node -> at(node, name, type))
                .orElseGet(NoName::new);
    }

    /// @param name as which the records go out
    private Found at(Map<Integer, RRset> node, Name name, int type) {
        if (type == Type.ANY) {
            List<RRset> all =
                    node.values().stream().map(rrset -> called(rrset, name)).toList();
            return all.isEmpty() ? new NoRecords() : new Records(all);
        }
        RRset asked = node.get(type);
        if (asked != null) {
            return new Records(List.of(called(asked, name)));
        }
        RRset cname = node.get(Type.CNAME);
        if (cname != null) {
            RRset here = called(cname, name);
            return new Elsewhere(List.of(here), ((CNAMERecord) here.first()).getTarget());
        }
        if (alias.isPresent() && name.equals(apex) && (type == Type.A || type == Type.AAAA)) {
            return new AtAlias(alias.get());
        }
        return new NoRecords();
    }

    private static RRset called(RRset rrset, Name name) {
        return rrset.getName().equals(name) ? rrset : DnsRecords.renamed(rrset, name);
    }

    private static Found substituted(RRset dname, Name name, int type) {
        DNAMERecord record = (DNAMERecord) dname.first();
        try {
            Name target = name.fromDNAME(record);
            RRset cname = new RRset(new CNAMERecord(name, record.getDClass(), record.getTTL(), target));
            List<RRset> both = List.of(dname, cname);
            return type == Type.CNAME || type == Type.ANY ? new Records(both) : new Elsewhere(both, target);
        } catch (NameTooLongException _) {
            return new TooLong(dname);
        }
    }

    /// {@return the addresses below a delegation of the servers that are delegated to}
    private List<RRset> glue(RRset ns) {
        List<RRset> glue = new ArrayList<>();
        for (Record record : ns.rrs(false)) {
            Name target = ((NSRecord) record).getTarget();
            if (isBelowACut(target)) {
                node(target).ifPresent(node -> {
                    for (int type : List.of(Type.A, Type.AAAA)) {
                        Optional.ofNullable(node.get(type)).ifPresent(glue::add);
                    }
                });
            }
        }
        return glue;
    }

    private boolean isBelowACut(Name name) {
        if (!name.subdomain(apex)) {
            return false;
        }
        for (Name here = name; !here.equals(apex); here = new Name(here, 1)) {
            if (node(here).filter(node -> node.containsKey(Type.NS)).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
