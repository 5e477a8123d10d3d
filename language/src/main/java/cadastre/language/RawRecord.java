package cadastre.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/// A record of a newer type (DS, RP, redirects) as the program left it: its arguments are looked at later.
///
/// @param type      mnemonic, for example `DS`
/// @param args      what stood in the parentheses, the owner name first: each a `String`, a number (`BigDecimal`), a
///                  `Boolean`, a `List`, a `Map`, or null
/// @param metas     the objects among the arguments, in order; their values as those of `args`
/// @param ttl       seconds; 0 means none was given
/// @param filepos   the place as users of DNSControl read it, or empty
/// @param subdomain what `D_EXTEND` put between label and zone; empty outside
record RawRecord(
        String type,
        List<Object> args,
        List<SortedMap<String, Object>> metas,
        long ttl,
        String filepos,
        String subdomain) {
    /// The lists are copied.
    RawRecord {
        args = Collections.unmodifiableList(new ArrayList<>(args));
        metas = List.copyOf(metas);
    }
}
