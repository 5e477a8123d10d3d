package cadastre.dns;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/// The order in which people expect to read a zone: the apex, the wildcard, then names from the right-most label, where
/// numeric labels are compared as numbers; at a name SOA, NS, CNAME, A, AAAA, MX, SRV, TXT, LUA, then by mnemonic.
///
/// Immutable and thread-safe.
public final class ZoneFileOrder {
    private static final List<String> FIRST_TYPES =
            List.of("SOA", "NS", "CNAME", "A", "AAAA", "MX", "SRV", "TXT", "LUA");

    /// Types in that order.
    public static final Comparator<RdataType> TYPES =
            Comparator.comparingInt(ZoneFileOrder::rank).thenComparing(RdataType::mnemonic);

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
        boolean wildA = a.equals(List.of("*"));
        boolean wildB = b.equals(List.of("*"));
        if (a.isEmpty() || b.isEmpty() || wildA || wildB) {
            return Integer.compare(a.isEmpty() ? 0 : wildA ? 1 : 2, b.isEmpty() ? 0 : wildB ? 1 : 2);
        }
        int i = a.size();
        int j = b.size();
        while (i > 0 && j > 0) {
            String left = a.get(--i);
            String right = b.get(--j);
            int order = i == 0 && j == 0 ? compareLeftmost(left, right) : compareLabel(left, right);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(i, j);
    }

    private static int compareLeftmost(String a, String b) {
        boolean wildA = a.equals("*");
        boolean wildB = b.equals("*");
        return wildA || wildB ? Boolean.compare(wildB, wildA) : compareLabel(a, b);
    }

    private static int compareLabel(String a, String b) {
        if (isNumber(a) && isNumber(b)) {
            int order = new BigInteger(a).compareTo(new BigInteger(b));
            return order != 0 ? order : a.compareTo(b);
        }
        return a.compareTo(b);
    }

    private static boolean isNumber(String label) {
        return label.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
