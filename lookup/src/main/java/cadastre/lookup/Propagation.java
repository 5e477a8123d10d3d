package cadastre.lookup;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// How far a change has got: asks every name server about every RRset that changed.
///
/// The servers are asked at once, each a few things at a time. One that does not say what it holds of
/// the zone is not asked for the rest. Thread-safe.
public final class Propagation {
    /// Questions under way to one server.
    private static final int AT_ONCE = 8;

    private final Questions questions;
    private final Duration limit;

    /// Propagation seen by those questions.
    ///
    /// @param limit how long [#look] may take; what is not answered by then counts as unreachable
    public Propagation(Questions questions, Duration limit) {
        this.questions = questions;
        this.limit = limit;
    }

    /// {@return what each of the servers serves of the zone}
    ///
    /// @param apex    of the zone
    /// @param servers that are to serve it; may be empty
    /// @param rrsets  whose change is followed; may be empty, then only serials are asked
    public Matrix look(Name apex, List<NameServer> servers, List<Watched> rrsets) {
        long end = System.nanoTime() + limit.toNanos();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Answer> zones = all(
                    executor,
                    servers.stream()
                            .<Callable<Answer>>map(server -> () -> questions.serial(server, apex))
                            .toList(),
                    end);
            List<Callable<Answer>> asked = new ArrayList<>();
            for (int i = 0; i < servers.size(); i++) {
                Semaphore turn = new Semaphore(AT_ONCE);
                for (Watched watched : rrsets) {
                    asked.add(asking(servers.get(i), zones.get(i), watched.key(), turn));
                }
            }
            List<Answer> answers = all(executor, asked, end);
            List<Matrix.Row> rows = new ArrayList<>();
            for (int i = 0; i < servers.size(); i++) {
                int first = i * rrsets.size();
                List<Answer> own = answers.subList(first, first + rrsets.size());
                rows.add(new Matrix.Row(servers.get(i), zones.get(i), cells(rrsets, own)));
            }
            return new Matrix(apex, rows);
        }
    }

    private static List<Matrix.Cell> cells(List<Watched> rrsets, List<Answer> answers) {
        List<Matrix.Cell> cells = new ArrayList<>();
        for (int i = 0; i < rrsets.size(); i++) {
            Watched watched = rrsets.get(i);
            Answer answer = answers.get(i);
            boolean served = Records.isServed(watched.key().type());
            cells.add(new Matrix.Cell(watched, served ? Seen.judge(watched, answer) : Seen.NEVER_SERVED, answer));
        }
        return cells;
    }

    private Callable<Answer> asking(NameServer server, Answer zone, RRset.Key key, Semaphore turn) {
        return () -> {
            if (!Records.isServed(key.type())) {
                return new Answer.NoAnswer("not asked: no name server serves " + key.type());
            }
            if (!(zone instanceof Answer.Answered)) {
                return zone; // it would say the same again
            }
            turn.acquire();
            try {
                return questions.ask(server, key.owner(), key.type());
            } finally {
                turn.release();
            }
        };
    }

    private List<Answer> all(ExecutorService executor, List<Callable<Answer>> asked, long end) {
        String late = "no answer within the " + limit.toMillis() + " ms that there were for all questions";
        try {
            List<Answer> answers = new ArrayList<>();
            long left = Math.max(0, end - System.nanoTime());
            for (Future<Answer> one : executor.invokeAll(asked, left, TimeUnit.NANOSECONDS)) {
                answers.add(answer(one, late));
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return asked.stream()
                    .<Answer>map(_ -> new Answer.NoAnswer("stopped before there was an answer"))
                    .toList();
        }
    }

    private static Answer answer(Future<Answer> one, String late) throws InterruptedException {
        try {
            return one.get();
        } catch (CancellationException e) {
            return new Answer.NoAnswer(late);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a question to a name server failed", e.getCause());
        }
    }
}
