package cadastre.emulator;

import static java.util.Objects.requireNonNull;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// How an emulator is started. Begins with [#standard]; each `with` returns other options and leaves these alone.
public final class EmulatorOptions {
    private int port;
    private OptionalInt limit = OptionalInt.empty();
    private Optional<Path> portfolio = Optional.empty();
    private Optional<Path> state = Optional.empty();
    private LimitKind limitKind = LimitKind.SLIDING;
    private Optional<Instant> start = Optional.empty();
    private OptionalInt adminPort = OptionalInt.empty();
    private OptionalInt tlsPort = OptionalInt.empty();
    private Path ca = Path.of("cadastre-emulator-ca.pem");
    private Optional<Path> faults = Optional.empty();
    private Optional<Generation> generation = Optional.empty();
    private OptionalInt dnsPort = OptionalInt.empty();
    private Optional<InetSocketAddress> resolver = Optional.empty();
    private InstantSource clock = InstantSource.system();
    private Duration registryDelay = Duration.ofSeconds(3);
    private Duration idleTimeout = Duration.ofSeconds(75);
    private Guesses guesses = Guesses.likely();

    /// How requests are counted for the limit.
    public enum LimitKind {
        /// In any 60 seconds.
        SLIDING,
        /// In each minute of the clock.
        FIXED,
        /// From a bucket that fills up evenly in 60 seconds.
        BUCKET
    }

    private EmulatorOptions() {}

    /// {@return a free port, no limit, the demonstration portfolio, no state, the system's clock, changes of name
    /// servers pending for 3 seconds, connections kept for 75 seconds}
    public static EmulatorOptions standard() {
        return new EmulatorOptions();
    }

    private EmulatorOptions with(Consumer<EmulatorOptions> change) {
        EmulatorOptions copy = new EmulatorOptions();
        copy.port = port;
        copy.limit = limit;
        copy.portfolio = portfolio;
        copy.state = state;
        copy.limitKind = limitKind;
        copy.start = start;
        copy.adminPort = adminPort;
        copy.tlsPort = tlsPort;
        copy.ca = ca;
        copy.faults = faults;
        copy.generation = generation;
        copy.dnsPort = dnsPort;
        copy.resolver = resolver;
        copy.clock = clock;
        copy.registryDelay = registryDelay;
        copy.idleTimeout = idleTimeout;
        copy.guesses = guesses;
        change.accept(copy);
        return copy;
    }

    /// {@return the port; 0 for a free one}
    public int port() {
        return port;
    }

    /// {@return how many requests one address may send to the API in any 60 seconds; nothing for no limit}
    public OptionalInt limit() {
        return limit;
    }

    /// {@return how requests are counted for the limit}
    public LimitKind limitKind() {
        return limitKind;
    }

    /// {@return what the clock shows at the start, from where it runs on; nothing for what [#clock] shows}
    public Optional<Instant> clockStart() {
        return start;
    }

    /// {@return the port of the admin calls, 0 for a free one; nothing if there are none}
    public OptionalInt adminPort() {
        return adminPort;
    }

    /// {@return the port for TLS, 0 for a free one; nothing if there is no TLS}
    public OptionalInt tlsPort() {
        return tlsPort;
    }

    /// {@return where the certificate of the private authority is, or will be written; its key is beside it}
    public Path ca() {
        return ca;
    }

    /// {@return the file of faults, or nothing}
    public Optional<Path> faults() {
        return faults;
    }

    /// {@return the portfolio file, or nothing for the demonstration portfolio}
    public Optional<Path> portfolio() {
        return portfolio;
    }

    /// {@return the file that keeps what is held from one run to the next, or nothing}
    public Optional<Path> state() {
        return state;
    }

    /// {@return the time of the emulated Gandi: dates, lives of tokens, serials, the limit}
    public InstantSource clock() {
        return clock;
    }

    /// {@return how long a change of name servers stays pending, not negative}
    public Duration registryDelay() {
        return registryDelay;
    }

    /// {@return how long a silent connection is kept, positive}
    public Duration idleTimeout() {
        return idleTimeout;
    }

    /// {@return what is not known about Gandi}
    public Guesses guesses() {
        return guesses;
    }

    /// {@return the port of the name servers, 0 for a free one; nothing if there are none}
    public OptionalInt dnsPort() {
        return dnsPort;
    }

    /// {@return the resolver that is asked for what is not delegated to LiveDNS, or nothing}
    public Optional<InetSocketAddress> resolver() {
        return resolver;
    }

    /// {@return these options with another port; 0 for a free one}
    ///
    /// @throws IllegalArgumentException if it is not 0 to 65535
    public EmulatorOptions withPort(int other) {
        return with(options -> options.port = requirePort(other));
    }

    private static int requirePort(int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
        return port;
    }

    /// {@return these options with a limit of so many requests in any 60 seconds}
    ///
    /// @param requests at least 1
    /// @throws IllegalArgumentException if it is less
    public EmulatorOptions withLimit(int requests) {
        if (requests < 1) {
            throw new IllegalArgumentException("a limit is at least 1, not " + requests);
        }
        return with(options -> options.limit = OptionalInt.of(requests));
    }

    /// {@return these options with another way to count for the limit}
    public EmulatorOptions withLimitKind(LimitKind kind) {
        requireNonNull(kind, "kind is null");
        return with(options -> options.limitKind = kind);
    }

    /// {@return these options with a clock that shows another time at the start and runs on}
    ///
    /// @param text as in portfolio files: `2027-03-12T12:02:11Z`, `2027-03-12`, or from now `+6d`
    /// @throws IllegalArgumentException if it is no time; the message says how to write one
    public EmulatorOptions withClockStart(String text) {
        Instant moment = When.parse(text, clock.instant())
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is no time; " + When.ADVICE));
        return with(options -> options.start = Optional.of(moment));
    }

    /// {@return these options with admin calls, on a port of their own of 127.0.0.1}
    ///
    /// @param port 0 for a free one
    /// @throws IllegalArgumentException if it is not 0 to 65535
    public EmulatorOptions withAdmin(int port) {
        requirePort(port);
        return with(options -> options.adminPort = OptionalInt.of(port));
    }

    /// {@return these options with TLS beside plain HTTP, on a port of its own of 127.0.0.1}
    ///
    /// @param port 0 for a free one
    /// @param certificate of the private authority; it is made, with a key beside it, if it is not there
    /// @throws IllegalArgumentException if it is not 0 to 65535
    public EmulatorOptions withTls(int port, Path certificate) {
        requirePort(port);
        requireNonNull(certificate, "certificate is null");
        return with(options -> {
            options.tlsPort = OptionalInt.of(port);
            options.ca = certificate;
        });
    }

    /// {@return these options with a file that says what is to go wrong}
    public EmulatorOptions withFaults(Path file) {
        requireNonNull(file, "file is null");
        return with(options -> options.faults = Optional.of(file));
    }

    Optional<Generation> generation() {
        return generation;
    }

    /// {@return these options with domains that are made up, beside those of the portfolio}
    ///
    /// @param text such as `domains=500,rrsets=10000,seed=1`, the RRsets of all domains together
    /// @throws IllegalArgumentException if it says something else
    public EmulatorOptions withGenerated(String text) {
        Generation parsed = Generation.parse(text);
        return with(options -> options.generation = Optional.of(parsed));
    }

    /// {@return these options with a portfolio file}
    public EmulatorOptions withPortfolio(Path file) {
        requireNonNull(file, "file is null");
        return with(options -> options.portfolio = Optional.of(file));
    }

    /// {@return these options with a file that keeps what is held from one run to the next: if it exists it is
    /// loaded in place of the portfolio, and every change is written to it within about a second}
    ///
    /// @param file its folder is made if it is missing; no other emulator uses it at the same time
    public EmulatorOptions withState(Path file) {
        requireNonNull(file, "file is null");
        return with(options -> options.state = Optional.of(file));
    }

    /// {@return these options with name servers: LiveDNS's of the groups a, b and c at 127.0.0.2, .3 and .4, a
    /// resolver for everything at 127.0.0.1}
    ///
    /// @param port of them all, over UDP and TCP; 0 for a free one
    /// @throws IllegalArgumentException if it is not 0 to 65535
    public EmulatorOptions withDns(int port) {
        requirePort(port);
        return with(options -> options.dnsPort = OptionalInt.of(port));
    }

    /// {@return these options with a resolver that is asked for what is not delegated to LiveDNS; without one such
    /// questions fail}
    public EmulatorOptions withResolver(InetSocketAddress other) {
        requireNonNull(other, "resolver is null");
        return with(options -> options.resolver = Optional.of(other));
    }

    /// {@return these options with another clock}
    public EmulatorOptions withClock(InstantSource other) {
        requireNonNull(other, "clock is null");
        return with(options -> options.clock = other);
    }

    /// {@return these options with changes of name servers pending for `delay`}
    ///
    /// @throws IllegalArgumentException if it is negative
    public EmulatorOptions withRegistryDelay(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("registryDelay is negative");
        }
        return with(options -> options.registryDelay = delay);
    }

    /// {@return these options with silent connections kept for `timeout`}
    ///
    /// @throws IllegalArgumentException if it is not positive
    public EmulatorOptions withIdleTimeout(Duration timeout) {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("idleTimeout is not positive");
        }
        return with(options -> options.idleTimeout = timeout);
    }

    /// {@return these options with other guesses}
    public EmulatorOptions withGuesses(Guesses other) {
        requireNonNull(other, "guesses is null");
        return with(options -> options.guesses = other);
    }
}
