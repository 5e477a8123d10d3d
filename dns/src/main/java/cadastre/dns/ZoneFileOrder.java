package cadastre.dns;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/// The order in which people expect to read a zone: the apex, the wildcard, then names from the right-most
/// label, where numeric labels are compared as numbers; at a name SOA, NS, CNAME, A, AAAA, MX, SRV, TXT, LUA,
/// then by mnemonic.
///
/// Immutable and thread-safe.
public final class ZoneFileOrder {
    private static final List<String> FIRST_TYPES =
            List.of("SOA", "NS", "CNAME", "A", "AAAA", "MX", "SRV", "TXT", "LUA");

    /// Types in that order.
    public static final Comparator<RdataType> TYPES =
            Comparator.comparingInt(ZoneFileOrder::rank).thenComparing(RdataType::mnemonic);

    private static final int WILDCARD = 0;
    private static final int NUMBER = 1;
    private static final int OTHER = 2;

    private final Name apex;

    private ZoneFileOrder(Name apex) {
        this.apex = apex;
    }

    /// {@return the order of a zone with that apex}
    public static ZoneFileOrder of(Name apex) {
        return new ZoneFileOrder(requireNonNull(apex, "apex is null"));
    }

    /// {@return owner names in that order; names outside the zone come last}
    public Comparator<Name> names() {
        return Comparator.comparing((Name name) -> !name.isAtOrBelow(apex))
                .thenComparing(this::labels, ZoneFileOrder::compareLabels);
    }

    private List<String> labels(Name name) {
        return name.relativeTo(apex).map(r -> Labels.lower(r.labels())).orElseGet(() -> Labels.lower(name.labels()));
    }

    private static int rank(RdataType type) {
        int index = FIRST_TYPES.indexOf(type.mnemonic());
        return index < 0 ? FIRST_TYPES.size() : index;
    }

    private static int compareLabels(List<String> a, List<String> b) {
        int i = a.size();
        int j = b.size();
        while (i > 0 && j > 0) {
            int order = compareLabel(a.get(--i), b.get(--j));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(i, j);
    }

    /// The wildcard, then numbers by their value, then all other labels by their octets. (To compare a number
    /// with another label by octets, as DNSControl does, gives no order: 9 < 10, 10 < 1a, 1a < 9.)
    private static int compareLabel(String a, String b) {
        int order = Integer.compare(kind(a), kind(b));
        if (order == 0 && kind(a) == NUMBER) {
            order = new BigInteger(a).compareTo(new BigInteger(b));
        }
        return order != 0 ? order : a.compareTo(b);
    }

    private static int kind(String label) {
        if (label.equals("*")) {
            return WILDCARD;
        }
        return Shapes.isDigits(label) ? NUMBER : OTHER;
    }
}
