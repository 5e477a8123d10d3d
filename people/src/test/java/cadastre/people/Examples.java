package cadastre.people;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Accounts and the like for tests; each call gives another.
public final class Examples {
    /// When the tests begin.
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");

    /// For whatever wants chance.
    public static final SecureRandom CHANCE = new SecureRandom();

    /// Passwords that cost as little as may be.
    public static final Passwords PASSWORDS = new Passwords(new PasswordHash.Cost(8, 1, 1), 4);

    private static final PasswordHash HASH =
            new PasswordHash("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

    private Examples() {}

    /// {@return a name that nobody has}
    public static SignInName name() {
        return new SignInName("user-" + AccountId.fresh(CHANCE) + "@example.com");
    }

    /// {@return an account with such a name}
    public static Account account() {
        return new Account(AccountId.fresh(CHANCE), name(), HASH, NOW);
    }

    /// {@return a workspace}
    public static Workspace workspace() {
        return new Workspace(WorkspaceId.fresh(CHANCE), "Example Ltd", NOW);
    }

    /// {@return that the account belongs to the workspace}
    public static Membership membership(Workspace workspace, Account account, Role role) {
        return new Membership(workspace.id(), account.id(), role, NOW);
    }

    /// {@return a digest of something that nobody knows}
    public static Digest digest() {
        return Ticket.fresh(CHANCE).digest();
    }

    /// {@return an entry of an audit log}
    public static AuditEntry entry(WorkspaceId workspace, String object) {
        SortedMap<String, String> details = new TreeMap<>();
        details.put("reason", "Ümzug\n\u0000");
        details.put("plan", "");
        return new AuditEntry(
                workspace,
                NOW,
                "somebody",
                Door.CONSOLE,
                "plan.apply",
                object,
                Optional.of(Digest.of("before")),
                Optional.empty(),
                details);
    }

    /// {@return what so many threads get that do the same at the same time}
    public static <T> List<T> atOnce(int threads, Callable<T> what) throws InterruptedException, ExecutionException {
        try (ExecutorService all = Executors.newFixedThreadPool(threads)) {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                calls.add(what);
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : all.invokeAll(calls)) {
                results.add(one.get());
            }
            return results;
        }
    }
}
