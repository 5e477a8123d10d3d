package cadastre.people;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// Where the audit log is kept. Nothing in it is ever changed. Implementations are safe for use by several
/// threads.
public interface AuditLog {
    /// How many entries [#all] reads at once.
    int PAGE = 500;

    /// Links an entry to the last one of its workspace and keeps it. Those that come at the same time are
    /// linked one after another.
    ///
    /// @return the entry in its place
    AuditChain.Chained append(AuditEntry entry, AuditChain chain);

    /// {@return how far the log of a workspace goes}
    AuditChain.Head head(WorkspaceId workspace);

    /// {@return the entries of a workspace with a number over `after`, in order, at most `limit` of them}
    List<AuditChain.Chained> entries(WorkspaceId workspace, long after, int limit);

    /// {@return all entries of a workspace, in order, read a page at a time}
    default Iterable<AuditChain.Chained> all(WorkspaceId workspace) {
        return () -> new Iterator<>() {
            private List<AuditChain.Chained> page = entries(workspace, 0, PAGE);
            private int place;

            @Override
            public boolean hasNext() {
                if (place == page.size() && place > 0) {
                    page = entries(workspace, page.getLast().number(), PAGE);
                    place = 0;
                }
                return place < page.size();
            }

            @Override
            public AuditChain.Chained next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("the log ends here");
                }
                return page.get(place++);
            }
        };
    }
}
