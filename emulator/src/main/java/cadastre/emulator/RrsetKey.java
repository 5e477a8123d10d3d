package cadastre.emulator;

import java.util.Comparator;

/// The owner name (case counts) and type of an RRset, ordered as Gandi lists them: the apex, then names from a to
/// z, then names that begin with an underscore; within a name by type.
record RrsetKey(String name, String type) implements Comparable<RrsetKey> {
    private static final Comparator<RrsetKey> ORDER = Comparator.<RrsetKey>comparingInt(key -> group(key.name))
            .thenComparing(key -> key.name.toLowerCase(java.util.Locale.ROOT))
            .thenComparing(RrsetKey::name)
            .thenComparing(RrsetKey::type);

    static RrsetKey of(StoredRrset rrset) {
        return new RrsetKey(rrset.name(), rrset.type());
    }

    private static int group(String name) {
        if (name.equals("@")) {
            return 0;
        }
        return name.startsWith("_") ? 2 : 1;
    }

    @Override
    public int compareTo(RrsetKey other) {
        return ORDER.compare(this, other);
    }
}
