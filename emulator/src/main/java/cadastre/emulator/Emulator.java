package cadastre.emulator;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/// A running emulation of Gandi's API on 127.0.0.1, its state in memory and, if that is asked for, in a file.
/// Thread-safe.
///
/// The API is at [#address] + `/v5`, the introspection of tokens (at Gandi on a host of its own) at [#address] +
/// `/tokeninfo`.
public final class Emulator implements AutoCloseable {
    private final Registry registry;
    private final EmulatorOptions options;
    private final ShiftedClock clock;
    private final RequestLog log = new RequestLog();
    private final Faults faults = new Faults();
    private final RegistryDelay registryDelay;

    /// What is open, in the order in which it is closed: who may make changes before what keeps them.
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private Optional<StateFile> state = Optional.empty();
    private Optional<DnsServers> dns = Optional.empty();
    private OptionalInt tlsPort = OptionalInt.empty();
    private OptionalInt adminPort = OptionalInt.empty();
    private int port;

    private Emulator(Registry registry, EmulatorOptions options, ShiftedClock clock) {
        this.registry = registry;
        this.options = options;
        this.clock = clock;
        this.registryDelay = new RegistryDelay(options.registryDelay());
    }

    /// {@return an emulator that answers already}
    ///
    /// @throws IOException if a port is taken or not allowed, or the state file or the authority cannot be written
    /// @throws PortfolioException if the portfolio, state or faults file cannot be read or is wrong
    public static Emulator start(EmulatorOptions options) throws IOException, PortfolioException {
        EmulatorOptions shifted = options.withClock(new ShiftedClock(options.clock()));
        Optional<Registry> kept = StateFile.load(shifted);
        return start(shifted, kept.isPresent() ? kept.get() : Portfolio.load(shifted));
    }

    static Emulator start(EmulatorOptions options, Registry registry) throws IOException, PortfolioException {
        ShiftedClock clock =
                options.clock() instanceof ShiftedClock shifted ? shifted : new ShiftedClock(options.clock());
        options.clockStart().ifPresent(clock::set);
        Emulator emulator = new Emulator(registry, options.withClock(clock), clock);
        try {
            emulator.open();
            return emulator;
        } catch (IOException | PortfolioException e) {
            emulator.close();
            throw e;
        }
    }

    private void open() throws IOException, PortfolioException {
        if (options.faults().isPresent()) {
            faults.set(Faults.read(options.faults().get()));
        }
        if (options.state().isPresent()) {
            StateFile file = StateFile.keep(options.state().get(), registry, clock);
            state = Optional.of(file);
            open.addFirst(file);
        }
        if (options.dnsPort().isPresent()) {
            DnsServers servers = DnsServers.start(options.dnsPort().getAsInt(), registry, options);
            dns = Optional.of(servers);
            open.addFirst(servers);
        }
        Router router = routes(registry, options, registryDelay);
        Gateway gateway = new Gateway(router, registry, options, log, state, faults);
        Router people = new Router();
        new PeoplePage(this, registry).addTo(people);
        port = serve(
                options.port(),
                request -> peoples(people, request).orElseGet(() -> gateway.answer(request)),
                gateway,
                socket -> socket);
        if (options.tlsPort().isPresent()) {
            // Certificates are for clients, whose clocks nobody moves.
            Instant today = Instant.now();
            TlsLayer tls = new TlsLayer(PrivateCa.at(options.ca(), today).server(today), faults);
            tlsPort = OptionalInt.of(
                    serve(options.tlsPort().getAsInt(), request -> gateway.answer(request, "https"), gateway, tls));
        }
        if (options.adminPort().isPresent()) {
            AdminCalls admin = new AdminCalls(this);
            adminPort = OptionalInt.of(serve(options.adminPort().getAsInt(), admin::answer, gateway, socket -> socket));
        }
    }

    /// {@return the answer to a browser; over TLS, as under Gandi's names, there is none}
    private Optional<Answer> peoples(Router people, Request request) {
        if (!AdminCalls.isOfThisMachine(request)) {
            return Optional.empty();
        }
        try {
            Optional<Router.Found> found = people.find(request.method(), request.path());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Call call = new Call(request, Map.of(), Query.parse(""), "", Optional.empty(), now());
            return Optional.of(found.get().route().answerer().answer(call));
        } catch (Refused e) {
            return Optional.of(e.answer());
        }
    }

    private int serve(int wished, Function<Request, Answer> answerer, Gateway gateway, HttpServer.Layer layer)
            throws IOException {
        HttpServer server = HttpServer.start(wished, options.idleTimeout(), answerer, gateway::refuse, layer);
        open.addFirst(server);
        return server.port();
    }

    private static Router routes(Registry registry, EmulatorOptions options, RegistryDelay registryDelay) {
        Access access = new Access(registry);
        Router router = new Router();
        new DomainCalls(access, options.guesses(), registryDelay).addTo(router);
        new DomainSettingCalls(access, options.guesses(), registryDelay).addTo(router);
        new DnssecCalls(access, options.guesses(), registryDelay).addTo(router);
        new HostCalls(access, options.guesses(), registryDelay).addTo(router);
        new RedirectionCalls(access, options.guesses()).addTo(router);
        new RenewalCalls(access, registry, registryDelay).addTo(router);
        new ForwardCalls(access, options.guesses()).addTo(router);
        new TransferCalls(access, registry).addTo(router);
        if (options.guesses().tokensRenewable()) {
            new TokenCalls(registry).addTo(router);
        }
        new LiveDnsCalls(access, options.guesses()).addTo(router);
        new SnapshotCalls(access, options.guesses()).addTo(router);
        new RecordCalls(access, options.guesses()).addTo(router);
        new OrganizationCalls().addTo(router);
        new TokenInfoCalls(registry).addTo(router);
        return router;
    }

    /// {@return the port on which it listens}
    public int port() {
        return port;
    }

    /// {@return the port for TLS, if there is TLS}
    public OptionalInt tlsPort() {
        return tlsPort;
    }

    /// {@return the port of the admin calls, if there are any}
    public OptionalInt adminPort() {
        return adminPort;
    }

    /// {@return what its clock shows}
    public Instant now() {
        return clock.instant();
    }

    /// Sets its clock, which runs on from there.
    public void setClock(Instant moment) {
        change(() -> clock.set(moment));
    }

    Faults faults() {
        return faults;
    }

    /// {@return `http://127.0.0.1:PORT`}
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    /// {@return the port of the name servers, if there are any: over UDP and TCP, LiveDNS's of the groups a, b and c
    /// at 127.0.0.2, .3 and .4, a resolver for everything at 127.0.0.1}
    public OptionalInt dnsPort() {
        return dns.isPresent() ? OptionalInt.of(dns.get().port()) : OptionalInt.empty();
    }

    /// Sets how much later than it happened a change shows at the name servers of a group.
    ///
    /// @param group `a`, `b` or `c`
    /// @param delay not negative, at most an hour
    /// @throws IllegalStateException if there are no name servers
    public void setPublicationDelay(String group, Duration delay) {
        if (delay.isNegative() || delay.compareTo(LiveZone.VERSIONS_KEPT) > 0) {
            throw new IllegalArgumentException("a publication delay is from nothing to an hour, not " + delay);
        }
        dns.orElseThrow(() -> new IllegalStateException("the emulator has no name servers"))
                .setDelay(group, delay);
    }

    /// {@return the requests that were answered since the start or the last [#forgetRequests], oldest first; at
    /// most the last 100,000}
    public List<Exchange> requests() {
        return log.all();
    }

    /// Makes [#requests] empty.
    public void forgetRequests() {
        log.clear();
    }

    /// Sets how long changes of name servers that come from now on stay pending.
    public void setRegistryDelay(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("the delay is negative");
        }
        registryDelay.set(delay);
    }

    /// {@return the RRsets of a zone in the order in which they are listed}
    ///
    /// @param fqdn the domain, in lower case and without a final dot
    /// @throws IllegalArgumentException if the domain is not in the portfolio or LiveDNS does not serve it
    public List<StoredRrset> rrsets(String fqdn) {
        return zoneState(fqdn).rrsets();
    }

    LiveZone.State zoneState(String fqdn) {
        return zone(fqdn).state();
    }

    LiveZone zone(String fqdn) {
        return domain(fqdn)
                .zone(now())
                .orElseThrow(() -> new IllegalArgumentException(fqdn + " is not served by LiveDNS"));
    }

    /// {@return the name servers of a domain that the registry shows now}
    ///
    /// @param fqdn the domain, in lower case and without a final dot
    /// @throws IllegalArgumentException if the domain is not in the portfolio
    public List<String> nameServers(String fqdn) {
        return domain(fqdn).nameServers(options.clock().instant());
    }

    /// Lets a token end at another time. From then on it is refused as one that was never known: with 403, and
    /// with 401 where it asks about itself.
    ///
    /// @throws IllegalArgumentException if there is no token of that secret
    public void setTokenExpiry(String secret, Instant end) {
        change(() -> registry.changeToken(secret, token -> token.expiringAt(end)));
    }

    /// Gives a token other permissions.
    ///
    /// @param scopes as Gandi names them: `domain:view`, `domain:renew`, `domain:tech`
    /// @throws IllegalArgumentException if there is no token of that secret
    public void setTokenPermissions(String secret, List<String> scopes) {
        change(() -> registry.changeToken(secret, token -> token.permitted(scopes)));
    }

    /// Restricts a token to some domains.
    ///
    /// @param fqdns in lower case, as A-labels, without final dots; none lifts the restriction
    /// @throws IllegalArgumentException if there is no token of that secret, or a domain is not in the portfolio
    public void setTokenReach(String secret, Set<String> fqdns) {
        fqdns.forEach(this::domain);
        change(() -> registry.changeToken(secret, token -> token.restrictedTo(fqdns)));
    }

    /// Takes a token or a key away.
    ///
    /// @throws IllegalArgumentException if there is none of that secret
    public void revoke(String secret) {
        change(() -> registry.revoke(secret));
    }

    private void change(Runnable change) {
        if (state.isEmpty()) {
            change.run();
            return;
        }
        state.get().changing(() -> {
            change.run();
            return true;
        });
    }

    private Domain domain(String fqdn) {
        return registry.domain(fqdn).orElseThrow(() -> new IllegalArgumentException(fqdn + " is not in the portfolio"));
    }

    /// Ends all connections and frees the ports; the state file then holds everything.
    ///
    /// @throws java.io.UncheckedIOException if the state cannot be written
    @Override
    public void close() {
        try {
            while (!open.isEmpty()) {
                open.removeFirst().close();
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("nothing that is open throws that", e);
        }
    }
}
