package cadastre.store;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
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

    private Store(HikariDataSource connections) {
        this.connections = connections;
        this.jdbi = Jdbi.create(connections);
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

    /// Adds a workspace.
    ///
    /// @param id not given to another one
    public void addWorkspace(String id, String name, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into workspaces (id, name, created_at) values (:id, :name, :at)
                        """)
                .bind("id", id)
                .bind("name", name)
                .bind("at", Columns.micros(at))
                .execute());
    }

    /// {@return the name of a workspace, if there is one of that id}
    public Optional<String> workspaceName(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select name from workspaces where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
    }

    /// {@return the ids of all workspaces, in their order}
    public List<String> workspaces() {
        return jdbi.withHandle(handle -> handle.createQuery("select id from workspaces order by id")
                .mapTo(String.class)
                .list());
    }

    /// {@return the part of the database that belongs to a workspace; if there is no such workspace, it is
    /// empty}
    public Compartment compartment(String workspace) {
        return new Compartment(jdbi, workspace);
    }

    @Override
    public void close() {
        connections.close();
    }
}
