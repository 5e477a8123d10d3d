package cadastre.emulator;

/// A write that a zone does not take, because of what it would hold afterwards.
final class ZoneConflict extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean caseVariant;
    private final transient StoredRrset rrset;

    private ZoneConflict(String message, boolean caseVariant, StoredRrset rrset) {
        super(message);
        this.caseVariant = caseVariant;
        this.rrset = rrset;
    }

    /// The name exists in another case, which Gandi does not foresee.
    static ZoneConflict caseVariant(StoredRrset rrset) {
        return new ZoneConflict("the name exists in another case", true, rrset);
    }

    static ZoneConflict because(String message, StoredRrset rrset) {
        return new ZoneConflict(message, false, rrset);
    }

    boolean isCaseVariant() {
        return caseVariant;
    }

    /// {@return the RRset that does not fit}
    StoredRrset rrset() {
        return rrset;
    }
}
