package cadastre.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An audit log that is gone when the program ends.
public final class MemoryAuditLog implements AuditLog {
    private final Map<WorkspaceId, List<AuditChain.Chained>> logs = new HashMap<>();

    /// Empty.
    public MemoryAuditLog() {}

    @Override
    public synchronized AuditChain.Chained append(AuditEntry entry, AuditChain chain) {
        AuditChain.Chained chained = chain.next(head(entry.workspace()), entry);
        logs.computeIfAbsent(entry.workspace(), _ -> new ArrayList<>()).add(chained);
        return chained;
    }

    @Override
    public synchronized AuditChain.Head head(WorkspaceId workspace) {
        List<AuditChain.Chained> log = logs.getOrDefault(workspace, List.of());
        return log.isEmpty() ? AuditChain.Head.NONE : log.getLast().head();
    }

    @Override
    public synchronized List<AuditChain.Chained> entries(WorkspaceId workspace, long after, int limit) {
        return logs.getOrDefault(workspace, List.of()).stream()
                .filter(one -> one.number() > after)
                .limit(limit)
                .toList();
    }
}
