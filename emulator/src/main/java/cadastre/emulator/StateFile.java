package cadastre.emulator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// The file in which an emulator keeps what it holds, from one run to the next. Thread-safe.
///
/// The file is whole at each moment: what is new is written beside it and takes its place. It holds secrets, so
/// only its owner may read it.
final class StateFile implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(StateFile.class.getName());

    /// Changes that come within this time go to the disk together.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final String ADVICE = "; delete the file to start anew, or put back a copy of it";

    private final Path file;
    private final Registry registry;
    private final ShiftedClock clock;

    /// Held for reading while a change happens, for writing while all that is held is looked at.
    private final ReadWriteLock changes = new ReentrantReadWriteLock();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private boolean dirty;
    private boolean closed;
    private final Thread saver;

    private StateFile(Path file, Registry registry, ShiftedClock clock) {
        this.file = file.toAbsolutePath();
        this.registry = registry;
        this.clock = clock;
        this.saver = Thread.ofPlatform().name("emulator-state").daemon().unstarted(this::saveAgainAndAgain);
    }

    /// {@return what the file of `options` holds; nothing if there is no such file yet, or none is asked for}
    ///
    /// @throws PortfolioException if the file is no state, or is damaged; it says what to do
    static Optional<Registry> load(EmulatorOptions options) throws PortfolioException {
        if (options.state().isEmpty()) {
            return Optional.empty();
        }
        Path path = options.state().get();
        try (Reader text = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            return Optional.of(StateReader.read(path.toString(), text, options));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (PortfolioException e) {
            throw e.advising(ADVICE);
        } catch (IOException e) {
            throw new PortfolioException(path.toString(), "the state cannot be read: " + e.getMessage() + ADVICE);
        }
    }

    /// {@return a file that holds what `registry` does from now on}
    ///
    /// @throws IOException if it cannot be written
    static StateFile keep(Path file, Registry registry, ShiftedClock clock) throws IOException {
        StateFile state = new StateFile(file, registry, clock);
        state.save();
        state.saver.start();
        return state;
    }

    /// Something that may change what is held, and may fail.
    interface Change<T, E extends Exception> {
        T make() throws E;
    }

    /// Makes a change, which is written soon after.
    <T, E extends Exception> T changing(Change<T, E> change) throws E {
        changes.readLock().lock();
        try {
            return change.make();
        } finally {
            changes.readLock().unlock();
            lock.lock();
            try {
                dirty = true;
                news.signal();
            } finally {
                lock.unlock();
            }
        }
    }

    private void saveAgainAndAgain() {
        try {
            while (awaitNews()) {
                try {
                    save();
                } catch (IOException | UncheckedIOException e) {
                    LOGGER.log(System.Logger.Level.ERROR, "the state cannot be written to " + file, e);
                    markDirty();
                }
                pause();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void markDirty() {
        lock.lock();
        try {
            dirty = true;
        } finally {
            lock.unlock();
        }
    }

    /// {@return whether there is something to save; not if it ends, which saves by itself}
    private boolean awaitNews() throws InterruptedException {
        lock.lock();
        try {
            while (!dirty && !closed) {
                news.await();
            }
            boolean save = dirty && !closed;
            if (save) {
                dirty = false;
            }
            return save;
        } finally {
            lock.unlock();
        }
    }

    private void pause() throws InterruptedException {
        lock.lock();
        try {
            long left = PAUSE.toNanos();
            while (!closed && left > 0) {
                left = news.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void save() throws IOException {
        StateText.Held held;
        changes.writeLock().lock();
        try {
            held = StateText.Held.of(registry, clock);
        } finally {
            changes.writeLock().unlock();
        }
        Path folder = file.getParent();
        if (folder == null) {
            throw new IOException(file + " is no file");
        }
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, "." + file.getFileName(), ".new"); // for its owner only
        try {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                BufferedWriter out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8), 64 * 1024);
                StateText.write(held, out);
                out.flush();
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /// Writes what is not written yet.
    ///
    /// @throws UncheckedIOException if that fails: changes are lost
    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            saver.join();
            save();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("the state cannot be written to " + file, e);
        }
    }
}
