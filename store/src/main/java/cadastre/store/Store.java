package cadastre.store;

import static java.util.Objects.requireNonNull;

import cadastre.people.Accounts;
import cadastre.people.Attempts;
import cadastre.people.AuditLog;
import cadastre.people.Devices;
import cadastre.people.Links;
import cadastre.people.Sessions;
import cadastre.people.Workspace;
import cadastre.people.WorkspaceId;
import cadastre.people.Workspaces;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// One database. Thread-safe; to be closed.
///
/// What a method of a port has stored when it returns survives the loss of power: every transaction is forced
/// to the disk. Writers wait for each other, readers for nobody. A database that fails is a bug or a broken
/// disk: the exceptions of JDBI pass through.
public final class Store implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final int WAIT_FOR_WRITERS_MILLIS = 30_000;

    private final HikariDataSource connections;
    private final Jdbi jdbi;
    private final LongAdder statements = new LongAdder();

    private Store(HikariDataSource connections) {
        this.connections = connections;
        this.jdbi = Jdbi.create(connections);
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                statements.increment();
            }
        });
    }

    /// {@return the database in a file, which is made if it does not exist, brought to the form that this
    /// version knows}
    ///
    /// @throws IOException if its folder cannot be made
    public static Store open(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Files.createDirectories(requireNonNull(absolute.getParent(), "a file is in a folder"));
        SQLiteConfig settings = new SQLiteConfig();
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        settings.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        settings.setBusyTimeout(WAIT_FOR_WRITERS_MILLIS);
        settings.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(settings);
        source.setUrl("jdbc:sqlite:" + absolute);
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        pool.setPoolName("store");
        HikariDataSource connections = new HikariDataSource(pool);
        try {
            migrate(connections, Dialect.SQLITE);
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
        return new Store(connections);
    }

    private static void migrate(HikariDataSource connections, Dialect dialect) {
        Flyway.configure(Store.class.getClassLoader())
                .dataSource(connections)
                .locations("classpath:cadastre/store")
                .placeholders(dialect.placeholders())
                .load()
                .migrate();
    }

    /// For tests that count statements.
    Jdbi jdbi() {
        return jdbi;
    }

    /// Adds a workspace that nobody is a member of, for tests. Elsewhere [Accounts#found] adds the first.
    void addWorkspace(Workspace workspace) {
        jdbi.useTransaction(handle -> SqlWorkspaces.add(handle, workspace));
    }

    /// {@return how many statements were sent to the database since it was opened, by all threads; never falls. What
    /// is asked for what is not there and for what is not yours must not be told apart by it}
    public long statements() {
        return statements.sum();
    }

    /// {@return all workspaces, the oldest first: for what the program does by itself in each of them}
    public List<WorkspaceId> everyWorkspace() {
        return jdbi.withHandle(handle -> handle.createQuery("select id from workspaces order by created_at, id")
                .mapTo(String.class)
                .map(id -> new WorkspaceId(UUID.fromString(id)))
                .list());
    }

    /// {@return the part of the database that belongs to a workspace; if there is no such workspace, it is
    /// empty}
    public Compartment compartment(WorkspaceId workspace) {
        return new Compartment(jdbi, workspace.toString());
    }

    /// {@return all accounts}
    public Accounts accounts() {
        return new SqlAccounts(jdbi);
    }

    /// {@return all workspaces and memberships}
    public Workspaces workspaces() {
        return new SqlWorkspaces(jdbi);
    }

    /// {@return all sessions}
    public Sessions sessions() {
        return new SqlSessions(jdbi);
    }

    /// {@return all one-time links}
    public Links links() {
        return new SqlLinks(jdbi);
    }

    /// {@return the failures of all sources}
    public Attempts attempts() {
        return new SqlAttempts(jdbi);
    }

    /// {@return all devices}
    public Devices devices() {
        return new SqlDevices(jdbi);
    }

    /// {@return the audit logs of all workspaces}
    public AuditLog auditLog() {
        return new SqlAuditLog(jdbi);
    }

    @Override
    public void close() {
        connections.close();
    }
}
