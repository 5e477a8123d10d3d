package cadastre.provider;

import static java.util.Objects.requireNonNull;

import cadastre.budget.Budget;
import cadastre.budget.Ledger;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;

/// A client for HTTP that is polite to those it asks. Thread-safe; to be closed.
///
/// Each attempt has leave from a [Ledger] before it is sent. An answer 429, whatever else it says, pauses
/// everybody under that ledger, lowers its rate, and the request is sent again. A request that reads is
/// sent again a few times when the connection is lost or the answer is 500 to 599. A change whose
/// answer is lost is not sent again: [Reason.UnknownOutcome]. Nothing that makes something new is ever
/// sent again.
///
/// Towards others than this machine only `https` with TLS 1.3 is spoken, or `http` where
/// `CADASTRE_ALLOW_HTTP=1`. Redirects are not followed: they would carry the credential elsewhere.
///
/// The environment variables it knows: `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY` (also in lower case),
/// `SSL_CERT_FILE`, `SSL_CERT_DIR`, `CADASTRE_ALLOW_HTTP`.
public final class PoliteClient implements AutoCloseable {
    private final Options options;
    private final Environment environment;
    private final Transport transport;
    private final Map<String, MemoryLedger> ledgers = new ConcurrentHashMap<>();
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /// What a client is made of.
    ///
    /// @param environment the environment variables of the process
    /// @param userAgent   what it calls itself, such as `Cadastre/0.1.0`
    /// @param clock       does not go backwards
    /// @param sleeper     waits by that clock
    /// @param jitter      spreads repetitions; thread-safe
    /// @param patience    how long and how often
    /// @param observer    is told
    public record Options(
            Map<String, String> environment,
            String userAgent,
            InstantSource clock,
            Sleeper sleeper,
            RandomGenerator jitter,
            Patience patience,
            Observer observer) {
        /// The map is copied; nothing may be null.
        public Options {
            environment = Map.copyOf(environment);
            requireNonNull(userAgent, "userAgent is null");
            requireNonNull(clock, "clock is null");
            requireNonNull(sleeper, "sleeper is null");
            requireNonNull(jitter, "jitter is null");
            requireNonNull(patience, "patience is null");
            requireNonNull(observer, "observer is null");
        }

        /// {@return the options for work: real time, usual patience}
        public static Options of(Map<String, String> environment, String userAgent, Observer observer) {
            return new Options(
                    environment,
                    userAgent,
                    steadyClock(),
                    Thread::sleep,
                    () -> ThreadLocalRandom.current().nextLong(),
                    Patience.usual(),
                    observer);
        }

        /// The wall clock as it was at the start, and from then on what has passed: it never goes
        /// backwards.
        private static InstantSource steadyClock() {
            Instant start = Instant.now();
            long origin = System.nanoTime();
            return () -> start.plusNanos(System.nanoTime() - origin);
        }

        @Override
        public String toString() {
            return "Options of " + userAgent;
        }
    }

    /// A client that has not connected to anything yet.
    public PoliteClient(Options options) {
        this.options = requireNonNull(options, "options is null");
        this.environment = new Environment(options.environment());
        this.transport = new Transport(environment, options.patience());
    }

    /// {@return the ledger for the host of `uri`: one for each host and port, whoever asks}
    ///
    /// @param perMinute how many requests in any 60 seconds; the smallest that was ever given counts,
    ///                  empty is no limit
    public Ledger ledger(URI uri, OptionalInt perMinute) {
        String host = (uri.getHost() + ":" + uri.getPort()).toLowerCase(Locale.ROOT);
        MemoryLedger ledger = ledgers.computeIfAbsent(host, _ -> new MemoryLedger(Budget.unlimited()));
        perMinute.ifPresent(ledger::atMost);
        return ledger;
    }

    /// {@return a variable of the environment that is set and not empty}
    public Optional<String> variable(String name) {
        return environment.text(name);
    }

    /// {@return the time it goes by}
    public InstantSource clock() {
        return options.clock();
    }

    /// {@return what decides whom to trust where something else than HTTP is spoken over TLS: the
    /// authorities of the JDK, and those of `SSL_CERT_FILE` and `SSL_CERT_DIR`}
    ///
    /// @throws ProviderException with [Reason.Misconfigured] if a variable names what cannot be read
    public SSLContext trust() throws ProviderException {
        return Trust.context(environment);
    }

    /// Begins to set up what the first request to `uri` needs, on another thread, since TLS takes a while.
    /// Whatever fails, fails again at that request.
    public void prepare(URI uri) {
        transport.prepare(isSecure(uri));
    }

    /// Checks that something may be sent to `uri`: `https`, or `http` to this machine, or where it is
    /// allowed.
    ///
    /// @throws ProviderException with [Reason.Misconfigured] if not
    public void requireAllowed(URI uri) throws ProviderException {
        if (isSecure(uri) || Loopback.is(uri)) {
            return;
        }
        String origin = uri.getScheme() + "://" + uri.getHost();
        if (!environment.text("CADASTRE_ALLOW_HTTP").equals(Optional.of("1"))) {
            throw new ProviderException(
                    "a credential is not sent to " + origin + " over plain http",
                    new Reason.Misconfigured("apiurl"),
                    "Write https in apiurl; or set CADASTRE_ALLOW_HTTP=1, if the way there is safe.");
        }
        if (warned.add(origin)) {
            options.observer()
                    .warning("credentials go to " + origin + " over plain http, because CADASTRE_ALLOW_HTTP=1");
        }
    }

    private static boolean isSecure(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /// Sends a request until there is an answer, or no more to be hoped.
    ///
    /// @return the answer, of any status but 407; 429 and 500 to 599 only after all repetitions
    /// @throws ProviderException [Reason.Unreachable], [Reason.NotUnderstood] (cut, for requests that
    /// read), [Reason.UnknownOutcome] (for changes), [Reason.Misconfigured], [Reason.Interrupted]
    public Answer send(Request request, Ledger ledger) throws ProviderException {
        requireAllowed(request.uri());
        return new Delivery(options, transport, request, ledger).run();
    }

    @Override
    public void close() {
        transport.close();
    }
}
