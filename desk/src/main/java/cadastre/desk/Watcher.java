package cadastre.desk;

import cadastre.dns.Name;
import cadastre.lookup.Matrix;
import cadastre.plan.Change;
import java.time.Duration;
import java.util.List;

/// Follows a change until every name server serves it, or patience ends. Thread-safe.
final class Watcher {
    /// How long to wait before each look; about five minutes in all.
    private static final List<Duration> PAUSES = List.of(
            Duration.ZERO,
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(120));

    private final Lookout lookout;

    Watcher(Lookout lookout) {
        this.lookout = lookout;
    }

    /// Looks again and again, and tells the execution what is seen.
    ///
    /// @param nameServers of the zone; none if they are not known
    void follow(Execution execution, Name apex, List<Change> changes, List<String> nameServers) {
        execution.begin("Ask " + nameServers.size() + " name servers");
        execution.watching(true);
        try {
            for (Duration pause : PAUSES) {
                Thread.sleep(pause);
                Matrix matrix = lookout.look(apex, nameServers, changes);
                if (matrix.rows().isEmpty()) {
                    execution.end(Execution.Mark.NOTED, "none of them is found from here");
                    return;
                }
                execution.served(matrix);
                if (matrix.isComplete()) {
                    execution.end(Execution.Mark.DONE, "all of them serve it");
                    return;
                }
            }
            execution.end(Execution.Mark.NOTED, "not everywhere yet; what is written is at Gandi");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            execution.endOpen(Execution.Mark.NOTED, "the program ended meanwhile");
        } finally {
            execution.watching(false);
        }
    }
}
