package cadastre.people;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Links that are gone when the program ends.
public final class MemoryLinks implements Links {
    private final Map<Digest, OneTimeLink> links = new HashMap<>();

    /// None.
    public MemoryLinks() {}

    @Override
    public synchronized void add(OneTimeLink link) {
        links.put(link.digest(), link);
    }

    @Override
    public synchronized Optional<OneTimeLink> find(Digest digest, Instant now) {
        return Optional.ofNullable(links.get(digest)).filter(link -> link.isAlive(now));
    }

    @Override
    public synchronized Optional<OneTimeLink> take(Digest digest, Instant now) {
        Optional<OneTimeLink> link = find(digest, now);
        links.remove(digest);
        return link;
    }

    private static boolean invites(OneTimeLink link, WorkspaceId to) {
        return switch (link.purpose()) {
            case OneTimeLink.FirstOwner() -> false;
            case OneTimeLink.Invitation(WorkspaceId workspace, Role _, AccountId _) -> workspace.equals(to);
        };
    }

    @Override
    public synchronized List<OneTimeLink> invitations(WorkspaceId workspace, Instant now) {
        return links.values().stream()
                .filter(link -> link.isAlive(now) && invites(link, workspace))
                .sorted(Comparator.comparing(OneTimeLink::created))
                .toList();
    }

    @Override
    public synchronized boolean revoke(WorkspaceId workspace, Digest digest) {
        return links.values().removeIf(link -> link.digest().equals(digest) && invites(link, workspace));
    }

    @Override
    public synchronized void forgetExpired(Instant now) {
        links.values().removeIf(link -> !link.isAlive(now));
    }
}
