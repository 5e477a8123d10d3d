package cadastre.emulator;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// What may stand together in a zone.
///
/// @param signed        whether the zone is signed now
/// @param apexNsAllowed whether an NS RRset may be written at the apex
record ZoneRules(BooleanSupplier signed, boolean apexNsAllowed) {
    /// Types of which a name has at most one record (RFC 2181 section 10.1, RFC 6672 section 2.4; ALIAS by its
    /// sense).
    private static final Set<String> SINGLE = Set.of("CNAME", "ALIAS", "DNAME");

    private static final Set<String> BESIDE_ALIAS_REFUSED = Set.of("A", "AAAA", "CNAME");

    /// @param others the other RRsets at the same name, as they will be after the write
    /// @throws ZoneConflict if `rrset` may not stand there
    void check(StoredRrset rrset, List<StoredRrset> others) throws ZoneConflict {
        boolean apex = rrset.name().equals("@");
        if (rrset.type().equals("ALIAS") && !apex) {
            throw ZoneConflict.because("only '@' is allowed for ALIAS records", rrset);
        }
        if (rrset.type().equals("DS") && apex) {
            throw ZoneConflict.because("'@' is not allowed for DS records", rrset);
        }
        if (rrset.type().equals("NS") && apex && !apexNsAllowed) {
            throw ZoneConflict.because("'@' is not allowed for NS records", rrset);
        }
        if (rrset.type().equals("ALIAS") && signed.getAsBoolean()) {
            throw ZoneConflict.because("ALIAS records are not allowed with DNSSEC", rrset);
        }
        if (SINGLE.contains(rrset.type()) && rrset.values().size() > 1) {
            throw ZoneConflict.because("only one " + rrset.type() + " record is allowed", rrset);
        }
        if (rrset.values().isEmpty()) {
            return; // what ACME clients leave behind takes nobody's place
        }
        for (StoredRrset other : others) {
            if (other.values().isEmpty()) {
                continue;
            }
            if (clash(rrset.type(), other.type()) || clash(other.type(), rrset.type())) {
                throw ZoneConflict.because(
                        rrset.type() + " records are not allowed beside " + other.type() + " records", rrset);
            }
        }
    }

    private static boolean clash(String one, String other) {
        return (one.equals("CNAME") && !other.equals("CNAME"))
                || (one.equals("ALIAS") && BESIDE_ALIAS_REFUSED.contains(other));
    }
}
